package facedepth.networks.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;

/**
 * One operation of a graph.
 *
 * @param operator ONNX's name of it
 * @param inputs names of the values it reads
 * @param outputs names of the values it makes
 * @param attributes its constants
 */
record OnnxNode(
    String operator, List<String> inputs, List<String> outputs, List<AttributeProto> attributes) {
  OnnxNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = List.copyOf(attributes);
  }

  String input(int index) {
    return inputs.get(index);
  }

  String output() {
    return outputs.get(0);
  }

  OnnxNode withInputs(List<String> newInputs) {
    return new OnnxNode(operator, newInputs, outputs, attributes);
  }
}
