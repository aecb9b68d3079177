package facedepth.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds ONNX models whose answer is a known function of each pixel's colour: every output is one
 * convolution of one by one.
 */
final class TinyModel {
  /** Weights of red, green, blue, then the constant. */
  private final Map<String, float[]> outputs = new LinkedHashMap<>();

  private final Map<String, String> metadata = new LinkedHashMap<>();
  private int height = -1;
  private int width = -1;
  private int channels = 3;
  private String input = "image";

  /** Face where red exceeds blue, depth from green: {@code (G - 128) / 400} crop widths. */
  static TinyModel face(int resolution) {
    return new TinyModel()
        .output("depth", 0, 1 / 400f, 0, -128 / 400f)
        .output("mask_logits", 0.1f, 0, -0.1f, 0)
        .metadata("facedepth.kind", "face")
        .metadata("facedepth.resolution", Integer.toString(resolution))
        .metadata("facedepth.description", "red is face, green is depth");
  }

  /** A network of another maker: its only output is the red channel it is given. */
  static TinyModel red() {
    return new TinyModel().input("x").output("y", 1, 0, 0, 0);
  }

  TinyModel output(String name, float red, float green, float blue, float constant) {
    outputs.put(name, new float[] {red, green, blue, constant});
    return this;
  }

  TinyModel metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  TinyModel input(String name) {
    input = name;
    return this;
  }

  TinyModel channels(int value) {
    channels = value;
    return this;
  }

  TinyModel size(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    return this;
  }

  byte[] bytes() {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");
    graph.addInput(value(input, channels));
    outputs.forEach(
        (name, weights) -> {
          float[] kernel = new float[channels];
          System.arraycopy(weights, 0, kernel, 0, Math.min(3, channels));
          graph.addInitializer(tensor(name + ".w", kernel, 1, channels, 1, 1));
          graph.addInitializer(tensor(name + ".b", new float[] {weights[3]}, 1));
          graph.addNode(
              NodeProto.newBuilder()
                  .setName(name)
                  .setOpType("Conv")
                  .addInput(input)
                  .addInput(name + ".w")
                  .addInput(name + ".b")
                  .addOutput(name)
                  .addAttribute(
                      AttributeProto.newBuilder()
                          .setName("kernel_shape")
                          .setType(AttributeProto.AttributeType.INTS)
                          .addInts(1)
                          .addInts(1)));
          graph.addOutput(value(name, 1));
        });
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(18))
            .setGraph(graph);
    metadata.forEach(
        (key, text) ->
            model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
    return model.build().toByteArray();
  }

  private ValueInfoProto value(String name, int depth) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(depth));
    shape.addDim(side(height, "H"));
    shape.addDim(side(width, "W"));
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }

  private static TensorShapeProto.Dimension side(int length, String name) {
    return length > 0
        ? TensorShapeProto.Dimension.newBuilder().setDimValue(length).build()
        : TensorShapeProto.Dimension.newBuilder().setDimParam(name).build();
  }

  private static TensorProto tensor(String name, float[] values, long... shape) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setRawData(ByteString.copyFrom(raw.array()));
    for (long side : shape) {
      tensor.addDims(side);
    }
    return tensor.build();
  }
}
