package facedepth.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import facedepth.geometry.MalformedFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model takes and gives, put together of its file, what the file says about itself, and its
 * card if it has one.
 *
 * @param kind what it answers
 * @param input the picture's input
 * @param depth name of the depth: [N, 1, H, W], [N, H, W] or [N, H, W, 1], or a map of points
 * @param meaning of the depth
 * @param mask name of what tells where depth is to be trusted; empty for none
 * @param logits whether that is positive inside, else above a half
 * @param title what its card calls it; empty if it has none
 * @param metadata the file's own properties, such as {@code facedepth.resolution}
 */
record ModelSignature(
    ModelKind kind,
    ModelInput input,
    String depth,
    DepthMeaning meaning,
    String mask,
    boolean logits,
    String title,
    Map<String, String> metadata) {
  private static final String EXPECTED =
      "expected is one float32 picture [N,3,H,W] in, and a float32 depth [N,1,H,W] or [N,H,W] out";

  static ModelSignature of(String file, OrtSession session, Optional<ModelCard> card)
      throws OrtException, MalformedFileException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    Map<String, NodeInfo> outputs = session.getOutputInfo();
    Map<String, String> metadata = Map.copyOf(session.getMetadata().getCustomMetadata());
    return card.isPresent()
        ? carded(file, inputs, outputs, metadata, card.get())
        : plain(file, inputs, outputs, metadata);
  }

  /** A file that must speak for itself. */
  private static ModelSignature plain(
      String file,
      Map<String, NodeInfo> inputs,
      Map<String, NodeInfo> outputs,
      Map<String, String> metadata)
      throws MalformedFileException {
    String input = inputs.size() == 1 ? inputs.keySet().iterator().next() : "";
    long[] shape = input.isEmpty() ? new long[0] : floatShape(inputs.get(input));
    String depth = depthOf(outputs);
    if (shape.length != 4 || (shape[1] != 3 && shape[1] > 0) || depth.isEmpty()) {
      throw unfit(file, inputs, outputs);
    }
    boolean masked = depth.equals("depth") && outputs.containsKey("mask_logits");
    boolean face = metadata.getOrDefault("facedepth.kind", masked ? "face" : "").equals("face");
    if (face && !masked) {
      throw new MalformedFileException(
          file,
          "calls itself a face model but has no outputs depth and mask_logits; it has "
              + NodeText.of(outputs));
    }
    boolean bytes = face || "rgb255".equals(metadata.get("facedepth.input"));
    DepthMeaning stated =
        DepthMeaning.of(metadata.getOrDefault("facedepth.depth", ""))
            .orElse(DepthMeaning.NEARNESS); // as the origin's, which say nothing
    return new ModelSignature(
        face ? ModelKind.FACE : ModelKind.RAW,
        new ModelInput(
            input,
            bytes ? InputFormat.BYTES : InputFormat.CENTRED,
            (int) Math.max(0, shape[3]),
            (int) Math.max(0, shape[2]),
            made(metadata),
            ResizeRule.MINIMAL,
            NetworkSize.MULTIPLE,
            Map.of()),
        depth,
        face ? DepthMeaning.CROP_WIDTHS : stated,
        face ? "mask_logits" : "",
        true,
        "",
        metadata);
  }

  private static Optional<NetworkSize> made(Map<String, String> metadata) {
    String stated = metadata.getOrDefault("facedepth.resolution", "");
    if (!stated.matches("[1-9][0-9]{0,4}")) {
      return Optional.empty();
    }
    int side = Integer.parseInt(stated);
    return Optional.of(new NetworkSize(side, side));
  }

  /** The output called depth, or else the first that may be one; empty if none may. */
  private static String depthOf(Map<String, NodeInfo> outputs) {
    String depth = "";
    for (Map.Entry<String, NodeInfo> output : outputs.entrySet()) {
      long[] size = floatShape(output.getValue());
      boolean map =
          size.length == 3 || (size.length == 4 && (size[1] <= 2 || size[size.length - 1] == 1));
      if (map && (depth.isEmpty() || output.getKey().equals("depth"))) {
        depth = output.getKey();
      }
    }
    return depth;
  }

  private static ModelSignature carded(
      String file,
      Map<String, NodeInfo> inputs,
      Map<String, NodeInfo> outputs,
      Map<String, String> metadata,
      ModelCard card)
      throws MalformedFileException {
    String depth = card.depth().isEmpty() ? onlyOf(outputs) : card.depth();
    requireOutput(file, outputs, depth, card, "depth");
    if (!card.mask().isEmpty()) {
      requireOutput(file, outputs, card.mask(), card, "mask");
    }
    return new ModelSignature(
        ModelKind.RAW,
        cardedInput(file, inputs, card),
        depth,
        card.meaning(),
        card.mask(),
        false,
        card.notes().title(),
        metadata);
  }

  private static String onlyOf(Map<String, NodeInfo> outputs) {
    return outputs.size() == 1 ? outputs.keySet().iterator().next() : depthOf(outputs);
  }

  private static void requireOutput(
      String file, Map<String, NodeInfo> outputs, String name, ModelCard card, String key)
      throws MalformedFileException {
    NodeInfo output = outputs.get(name);
    if (output == null || floatShape(output).length < 2) {
      throw new MalformedFileException(
          card.file(),
          (name.isEmpty()
                  ? "output." + key + " is missing"
                  : "output." + key + " is '" + name + "'")
              + ", but "
              + file
              + " gives "
              + NodeText.of(outputs));
    }
  }

  private static ModelInput cardedInput(String file, Map<String, NodeInfo> inputs, ModelCard card)
      throws MalformedFileException {
    String picture = card.input();
    for (Map.Entry<String, NodeInfo> input : inputs.entrySet()) {
      if (picture.isEmpty() && floatShape(input.getValue()).length == 4) {
        picture = input.getKey();
      }
    }
    long[] shape = inputs.containsKey(picture) ? floatShape(inputs.get(picture)) : new long[0];
    int channelsAt = card.format().channelsLast() ? 3 : 1;
    // Where neither place is sure to hold three channels the card's word counts.
    boolean fits =
        shape.length == 4
            && (shape[channelsAt] == 3 || (shape[channelsAt] <= 0 && shape[4 - channelsAt] != 3));
    if (!fits) {
      throw new MalformedFileException(
          card.file(),
          "input"
              + (card.input().isEmpty() ? "" : ".name '" + card.input() + "'")
              + " is to be a float32 picture "
              + (channelsAt == 3 ? "[N,H,W,3]" : "[N,3,H,W]")
              + ", but "
              + file
              + " takes "
              + NodeText.of(inputs));
    }
    int height = (int) Math.max(0, shape[channelsAt == 3 ? 1 : 2]);
    int width = (int) Math.max(0, shape[channelsAt == 3 ? 2 : 3]);
    requireSize(file, card, width, height);
    return new ModelInput(
        picture,
        card.format(),
        width,
        height,
        card.size(),
        card.rule(),
        card.multiple(),
        constants(file, inputs, picture, card));
  }

  private static void requireSize(String file, ModelCard card, int width, int height)
      throws MalformedFileException {
    if (card.size().isEmpty()) {
      if (width == 0 || height == 0) {
        throw new MalformedFileException(
            card.file(), "input.size is missing, and " + file + " takes pictures of any size");
      }
      return;
    }
    NetworkSize size = card.size().get();
    if ((width > 0 && width != size.width()) || (height > 0 && height != size.height())) {
      throw new MalformedFileException(
          card.file(),
          "input.size is %dx%d, but %s takes %sx%s"
              .formatted(
                  size.width(),
                  size.height(),
                  file,
                  width > 0 ? width : "any ",
                  height > 0 ? height : " any"));
    }
  }

  private static Map<String, InputConstant> constants(
      String file, Map<String, NodeInfo> inputs, String picture, ModelCard card)
      throws MalformedFileException {
    Map<String, InputConstant> constants = new LinkedHashMap<>();
    for (Map.Entry<String, NodeInfo> input : inputs.entrySet()) {
      String name = input.getKey();
      if (name.equals(picture)) {
        continue;
      }
      if (!card.constants().containsKey(name)
          || !(input.getValue().getInfo() instanceof TensorInfo tensor)
          || !InputConstant.fits(tensor)) {
        throw new MalformedFileException(
            card.file(),
            file
                + " also takes "
                + NodeText.of(Map.of(name, input.getValue()))
                + "; if that is a number, give it in input.constants");
      }
      constants.put(
          name,
          new InputConstant(tensor.type, tensor.getShape().length, card.constants().get(name)));
    }
    for (String name : card.constants().keySet()) {
      if (!constants.containsKey(name)) {
        throw new MalformedFileException(
            card.file(),
            "input.constants has '" + name + "', but " + file + " takes " + NodeText.of(inputs));
      }
    }
    return constants;
  }

  private static MalformedFileException unfit(
      String file, Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) {
    return new MalformedFileException(
        file,
        "takes "
            + NodeText.of(inputs)
            + " and gives "
            + NodeText.of(outputs)
            + "; "
            + EXPECTED
            + ". A model card beside it can say otherwise");
  }

  private static long[] floatShape(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT
        ? tensor.getShape()
        : new long[0];
  }
}
