package facedepth.networks.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import facedepth.networks.StateTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph while it grows: nodes in the order of computing, weights and other constants by name. */
final class OnnxGraph {
  final List<OnnxNode> nodes = new ArrayList<>();
  final Map<String, StateTensor> weights = new LinkedHashMap<>();
  final Map<String, long[]> indices = new LinkedHashMap<>();
  private final Map<String, Integer> used = new LinkedHashMap<>();

  /** Appends a node with one output, named after {@code hint}; returns the output. */
  String node(String hint, String operator, List<String> inputs, AttributeProto... attributes) {
    String output = unused(hint);
    nodes.add(new OnnxNode(operator, inputs, List.of(output), List.of(attributes)));
    return output;
  }

  /** Appends a node that cuts a value into equal parts along an axis; returns the parts. */
  List<String> split(String hint, String input, int axis, int parts) {
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      outputs.add(unused(hint + "." + i));
    }
    nodes.add(
        new OnnxNode(
            "Split",
            List.of(input),
            outputs,
            List.of(Attributes.of("axis", axis), Attributes.of("num_outputs", parts))));
    return outputs;
  }

  /** The height and width of an image, as a value. */
  String size(String image) {
    return node(image + ".size", "Shape", List.of(image), Attributes.of("start", 2));
  }

  /** A constant weight; an equal name must hold equal values. */
  String weight(String name, StateTensor tensor) {
    weights.putIfAbsent(name, tensor);
    return name;
  }

  /** A constant list of indices or sizes. */
  String indices(String name, long... values) {
    indices.putIfAbsent(name, values);
    return name;
  }

  /** How often {@code value} is read by nodes. */
  long readers(String value) {
    return nodes.stream()
        .mapToLong(node -> node.inputs().stream().filter(value::equals).count())
        .sum();
  }

  private String unused(String hint) {
    int count = used.merge(hint, 1, Integer::sum);
    return count == 1 ? hint : hint + "_" + count;
  }
}
