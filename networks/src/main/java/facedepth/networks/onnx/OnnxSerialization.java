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
import com.google.protobuf.UnsafeByteOperations;
import facedepth.networks.Float16;
import facedepth.networks.StateTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** Turns an {@link OnnxGraph} into ONNX's protocol buffers. */
final class OnnxSerialization {
  /** The first operator set whose Resize can leave the batch and the channels open. */
  private static final int OPERATOR_SET = 18;

  /** The file format that came with it. */
  private static final int IR_VERSION = 8;

  private final OnnxGraph graph;
  private final OnnxOptions options;

  OnnxSerialization(OnnxGraph graph, OnnxOptions options) {
    this.graph = graph;
    this.options = options;
  }

  ModelProto model(
      String input, int inChannels, List<String> outputs, Map<String, String> properties) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("facedepth")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET));
    properties.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));

    GraphProto.Builder body = GraphProto.newBuilder().setName("facedepth");
    body.addInput(image(input, inChannels));
    outputs.forEach(output -> body.addOutput(image(output, 1)));
    graph.indices.forEach((name, values) -> body.addInitializer(integers(name, values)));
    graph.weights.forEach((name, tensor) -> addWeight(body, name, tensor));
    for (OnnxNode node : graph.nodes) {
      body.addNode(
          NodeProto.newBuilder()
              .setName(node.output())
              .setOpType(node.operator())
              .addAllInput(node.inputs())
              .addAllOutput(node.outputs())
              .addAllAttribute(node.attributes()));
    }
    return model.setGraph(body).build();
  }

  private void addWeight(GraphProto.Builder body, String name, StateTensor tensor) {
    // Biases are small and add up over a network: only kernels are worth narrowing.
    if (options.halfWeights() && tensor.shape().length > 1) {
      String stored = name + ".float16";
      body.addInitializer(halves(stored, tensor));
      body.addNode(
          NodeProto.newBuilder()
              .setName(name + ".widened")
              .setOpType("Cast")
              .addInput(stored)
              .addOutput(name)
              .addAttribute(Attributes.of("to", TensorProto.DataType.FLOAT_VALUE)));
    } else {
      body.addInitializer(floats(name, tensor));
    }
  }

  private static TensorProto floats(String name, StateTensor tensor) {
    ByteBuffer data = littleEndian(4L * tensor.values().length);
    data.asFloatBuffer().put(tensor.values());
    return tensor(name, TensorProto.DataType.FLOAT, data, tensor.shape());
  }

  private static TensorProto halves(String name, StateTensor tensor) {
    ByteBuffer data = littleEndian(2L * tensor.values().length);
    for (float value : tensor.values()) {
      data.putShort(Float16.floatToHalf(value));
    }
    data.rewind();
    return tensor(name, TensorProto.DataType.FLOAT16, data, tensor.shape());
  }

  private static TensorProto integers(String name, long[] values) {
    ByteBuffer data = littleEndian(8L * values.length);
    data.asLongBuffer().put(values);
    return tensor(name, TensorProto.DataType.INT64, data, values.length);
  }

  private static ByteBuffer littleEndian(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TensorProto tensor(
      String name, TensorProto.DataType type, ByteBuffer data, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(UnsafeByteOperations.unsafeWrap(data));
    for (long size : shape) {
      tensor.addDims(size);
    }
    return tensor.build();
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
