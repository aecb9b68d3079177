package facedepth.networks.onnx;

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
import com.google.protobuf.CodedOutputStream;
import facedepth.networks.StateTensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes an {@link OnnxGraph} in ONNX's protocol buffers. Weights are asked for one after another
 * while the file is written, and let go: of a large network there is never more than one in memory.
 */
final class OnnxSerialization {
  /** The first operator set whose Resize can leave the batch and the channels open. */
  private static final int OPERATOR_SET = 18;

  /** The file format that came with it. */
  private static final int IR_VERSION = 8;

  private final ModelProto frame;
  private final GraphProto body;
  private final List<WeightField> weights = new ArrayList<>();

  OnnxSerialization(
      OnnxGraph graph,
      OnnxOptions options,
      String input,
      int inChannels,
      List<String> outputs,
      Map<String, String> properties) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("facedepth")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET));
    properties.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    frame = model.build();

    GraphProto.Builder rest = GraphProto.newBuilder().setName("facedepth");
    rest.addInput(image(input, inChannels));
    outputs.forEach(output -> rest.addOutput(image(output, 1)));
    graph.indices.forEach((name, values) -> rest.addInitializer(integers(name, values)));
    graph.weights.forEach((name, tensor) -> addWeight(rest, name, tensor, options));
    for (OnnxNode node : graph.nodes) {
      rest.addNode(
          NodeProto.newBuilder()
              .setName(node.output())
              .setOpType(node.operator())
              .addAllInput(node.inputs())
              .addAllOutput(node.outputs())
              .addAllAttribute(node.attributes()));
    }
    body = rest.build();
  }

  private void addWeight(
      GraphProto.Builder rest, String name, StateTensor tensor, OnnxOptions options) {
    // Biases are small and add up over a network: only kernels are worth narrowing.
    boolean half = options.halfWeights() && tensor.shape().length > 1;
    String stored = half ? name + ".float16" : name;
    weights.add(new WeightField(stored, tensor, half));
    if (half) {
      rest.addNode(
          NodeProto.newBuilder()
              .setName(name + ".widened")
              .setOpType("Cast")
              .addInput(stored)
              .addOutput(name)
              .addAttribute(Attributes.of("to", TensorProto.DataType.FLOAT_VALUE)));
    }
  }

  /**
   * Writes the model.
   *
   * @throws IllegalArgumentException if it is larger than a protocol buffer may be, 2 GiB
   * @throws java.io.UncheckedIOException if a weight cannot be read from where it comes from
   */
  void writeTo(OutputStream stream) throws IOException {
    // The graph's fields one after another: all but the weights, then each weight.
    long graphBytes = body.getSerializedSize();
    for (WeightField weight : weights) {
      graphBytes += weight.bytes(GraphProto.INITIALIZER_FIELD_NUMBER);
    }
    long all = frame.getSerializedSize() + graphBytes;
    if (all > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException(
          "the graph has " + all + " bytes, an ONNX file holds 2 GiB; store half weights");
    }
    CodedOutputStream out = CodedOutputStream.newInstance(stream, 1 << 16);
    frame.writeTo(out);
    out.writeTag(ModelProto.GRAPH_FIELD_NUMBER, 2); // 2: a length, then as many bytes
    out.writeUInt32NoTag((int) graphBytes);
    body.writeTo(out);
    for (WeightField weight : weights) {
      weight.writeTo(out, GraphProto.INITIALIZER_FIELD_NUMBER);
    }
    out.flush();
  }

  private static TensorProto integers(String name, long[] values) {
    ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asLongBuffer().put(values);
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.INT64_VALUE)
        .addDims(values.length)
        .setRawData(ByteString.copyFrom(data))
        .build();
  }

  private static ValueInfoProto image(String name, int channels) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(open("batch"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(channels))
            .addDim(open("height"))
            .addDim(open("width"));
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }

  private static TensorShapeProto.Dimension.Builder open(String name) {
    return TensorShapeProto.Dimension.newBuilder().setDimParam(name);
  }
}
