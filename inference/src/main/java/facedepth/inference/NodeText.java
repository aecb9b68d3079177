package facedepth.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Inputs and outputs of a network in words, for messages. */
final class NodeText {
  private NodeText() {}

  static String of(Map<String, NodeInfo> nodes) {
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
}
