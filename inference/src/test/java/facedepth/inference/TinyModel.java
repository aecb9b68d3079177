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
 * convolution of one by one, of one channel, or of three whose values lie together.
 */
final class TinyModel {
  /** Weights of red, green, blue, then the constant. */
  private final Map<String, float[]> outputs = new LinkedHashMap<>();

  private final Map<String, String> metadata = new LinkedHashMap<>();
  private int height = -1;
  private int width = -1;
  private int channels = 3;
  private String input = "image";
  private boolean channelsLast;
  private String number = "";

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

  /** An output [N, H, W, 3], three times red, green, blue and constant. */
  TinyModel points(String name, float... weights) {
    outputs.put(name, weights);
    return this;
  }

  /** Takes [N, H, W, 3]. */
  TinyModel channelsLast() {
    channelsLast = true;
    return this;
  }

  /** Takes an int64 number too, which is added to every output. */
  TinyModel number(String name) {
    number = name;
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
    graph.addInput(value(input, channels, channelsLast));
    String picture = input;
    if (channelsLast) {
      graph.addNode(transpose(input, "planes", 0, 3, 1, 2));
      picture = "planes";
    }
    if (!number.isEmpty()) {
      graph.addInput(
          ValueInfoProto.newBuilder()
              .setName(number)
              .setType(type(TensorProto.DataType.INT64, TensorShapeProto.newBuilder())));
      graph.addNode(
          node("Cast", number + ".float", number)
              .addAttribute(
                  AttributeProto.newBuilder()
                      .setName("to")
                      .setType(AttributeProto.AttributeType.INT)
                      .setI(TensorProto.DataType.FLOAT.getNumber())));
    }
    for (Map.Entry<String, float[]> output : outputs.entrySet()) {
      addOutput(graph, picture, output.getKey(), output.getValue());
    }
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

  private void addOutput(GraphProto.Builder graph, String picture, String name, float[] weights) {
    int answers = weights.length / 4;
    float[] kernel = new float[answers * channels];
    float[] constants = new float[answers];
    for (int i = 0; i < answers; i++) {
      System.arraycopy(weights, 4 * i, kernel, i * channels, Math.min(3, channels));
      constants[i] = weights[4 * i + 3];
    }
    graph.addInitializer(tensor(name + ".w", kernel, answers, channels, 1, 1));
    graph.addInitializer(tensor(name + ".b", constants, answers));
    boolean last = answers == 3;
    String sum = number.isEmpty() ? name : name + ".sum";
    String convolved = last ? name + ".planes" : sum;
    graph.addNode(
        node("Conv", convolved, picture, name + ".w", name + ".b")
            .addAttribute(integers("kernel_shape", 1, 1)));
    if (last) {
      graph.addNode(transpose(convolved, sum, 0, 2, 3, 1));
    }
    if (!number.isEmpty()) {
      graph.addNode(node("Add", name, sum, number + ".float"));
    }
    graph.addOutput(value(name, answers, last));
  }

  private static NodeProto.Builder node(String operator, String output, String... inputs) {
    NodeProto.Builder node =
        NodeProto.newBuilder().setName(output).setOpType(operator).addOutput(output);
    for (String one : inputs) {
      node.addInput(one);
    }
    return node;
  }

  private static NodeProto.Builder transpose(String from, String to, long... order) {
    return node("Transpose", to, from).addAttribute(integers("perm", order));
  }

  private static AttributeProto.Builder integers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute;
  }

  private ValueInfoProto value(String name, int depth, boolean last) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    TensorShapeProto.Dimension.Builder channel =
        TensorShapeProto.Dimension.newBuilder().setDimValue(depth);
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
    if (!last) {
      shape.addDim(channel);
    }
    shape.addDim(side(height, "H"));
    shape.addDim(side(width, "W"));
    if (last) {
      shape.addDim(channel);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(type(TensorProto.DataType.FLOAT, shape))
        .build();
  }

  private static TypeProto type(TensorProto.DataType element, TensorShapeProto.Builder shape) {
    return TypeProto.newBuilder()
        .setTensorType(
            TypeProto.Tensor.newBuilder().setElemType(element.getNumber()).setShape(shape))
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
