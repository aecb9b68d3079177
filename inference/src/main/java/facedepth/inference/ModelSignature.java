package facedepth.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import facedepth.geometry.MalformedFileException;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a model takes and gives, and what its file says about itself.
 *
 * @param kind what it answers
 * @param input name of the picture, float32 [N, 3, H, W]
 * @param depth name of the depth, float32 [N, 1, H, W] or [N, H, W]
 * @param maskLogits name of the mask's logits; empty for {@link ModelKind#RAW}
 * @param height rows the input must have, 0 for any
 * @param width columns the input must have, 0 for any
 * @param metadata the file's own properties, such as {@code facedepth.resolution}
 */
record ModelSignature(
    ModelKind kind,
    String input,
    String depth,
    String maskLogits,
    int height,
    int width,
    Map<String, String> metadata) {
  private static final String EXPECTED =
      "expected is one float32 picture [N,3,H,W] in, and a float32 depth [N,1,H,W] or [N,H,W] out";

  static ModelSignature of(String file, OrtSession session)
      throws OrtException, MalformedFileException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    Map<String, NodeInfo> outputs = session.getOutputInfo();
    Map<String, String> metadata = Map.copyOf(session.getMetadata().getCustomMetadata());
    String input = inputs.size() == 1 ? inputs.keySet().iterator().next() : "";
    long[] shape = input.isEmpty() ? new long[0] : floatShape(inputs.get(input));
    if (shape.length != 4 || (shape[1] != 3 && shape[1] > 0)) {
      throw unfit(file, inputs, outputs);
    }
    String depth = "";
    for (Map.Entry<String, NodeInfo> output : outputs.entrySet()) {
      long[] size = floatShape(output.getValue());
      boolean map = size.length == 3 || (size.length == 4 && size[1] <= 2);
      if (map && (depth.isEmpty() || output.getKey().equals("depth"))) {
        depth = output.getKey();
      }
    }
    if (depth.isEmpty()) {
      throw unfit(file, inputs, outputs);
    }
    boolean masked = depth.equals("depth") && outputs.containsKey("mask_logits");
    boolean face = metadata.getOrDefault("facedepth.kind", masked ? "face" : "").equals("face");
    if (face && !masked) {
      throw new MalformedFileException(
          file,
          "calls itself a face model but has no outputs depth and mask_logits; it has "
              + describe(outputs));
    }
    return new ModelSignature(
        face ? ModelKind.FACE : ModelKind.RAW,
        input,
        depth,
        face ? "mask_logits" : "",
        (int) Math.max(0, shape[2]),
        (int) Math.max(0, shape[3]),
        metadata);
  }

  /** Side of the square that the model was made for; {@code otherwise} if it does not say. */
  int resolution(int otherwise) {
    String stated = metadata.get("facedepth.resolution");
    if (stated != null && stated.matches("[1-9][0-9]{0,4}")) {
      return Integer.parseInt(stated);
    }
    return height > 0 ? height : otherwise;
  }

  private static MalformedFileException unfit(
      String file, Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) {
    return new MalformedFileException(
        file, "takes " + describe(inputs) + " and gives " + describe(outputs) + "; " + EXPECTED);
  }

  private static String describe(Map<String, NodeInfo> nodes) {
    StringJoiner text = new StringJoiner(", ");
    for (Map.Entry<String, NodeInfo> node : nodes.entrySet()) {
      StringBuilder one = new StringBuilder(node.getKey()).append(' ');
      if (node.getValue().getInfo() instanceof TensorInfo tensor) {
        one.append(tensor.type.toString().toLowerCase(Locale.ROOT));
        StringJoiner sides = new StringJoiner(",", " [", "]");
        for (long side : tensor.getShape()) {
          sides.add(side < 0 ? "?" : Long.toString(side));
        }
        one.append(sides);
      } else {
        one.append("(no tensor)");
      }
      text.add(one);
    }
    return nodes.isEmpty() ? "nothing" : text.toString();
  }

  private static long[] floatShape(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT
        ? tensor.getShape()
        : new long[0];
  }
}
