package facedepth.networks.onnx;

import facedepth.networks.BatchNorm2d;
import facedepth.networks.StateTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves batch normalisation, which at inference is one factor and one addend for each channel, into
 * the weights of the convolution before it. Computed in float64; the factors are rounded once.
 */
final class BatchNormFolding {
  private final OnnxGraph graph;
  private final Map<String, OnnxNode> makers = new HashMap<>();

  private BatchNormFolding(OnnxGraph graph) {
    this.graph = graph;
    graph.nodes.forEach(node -> makers.put(node.output(), node));
  }

  /** Folds every normalisation that directly follows a convolution, or a crop of one. */
  static void apply(OnnxGraph graph) {
    BatchNormFolding folding = new BatchNormFolding(graph);
    for (OnnxNode node : List.copyOf(graph.nodes)) {
      if (node.operator().equals("BatchNormalization")) {
        folding.convolutionBefore(node.input(0)).ifPresent(conv -> folding.fold(conv, node));
      }
    }
  }

  private Optional<OnnxNode> convolutionBefore(String value) {
    OnnxNode maker = makers.get(value);
    if (maker == null || graph.readers(value) != 1) {
      return Optional.empty();
    }
    return switch (maker.operator()) {
      case "Conv" -> Optional.of(maker);
      case "Slice" -> convolutionBefore(maker.input(0)); // a crop leaves channels alone
      default -> Optional.empty();
    };
  }

  private void fold(OnnxNode conv, OnnxNode norm) {
    StateTensor weight = graph.weights.get(conv.input(1));
    long[] shape = weight.shape();
    int channels = (int) shape[0];
    boolean withBias = conv.inputs().size() > 2;
    float[] oldBias = withBias ? graph.weights.get(conv.input(2)).values() : new float[channels];
    float[] gain = graph.weights.remove(norm.input(1)).values();
    float[] offset = graph.weights.remove(norm.input(2)).values();
    float[] mean = graph.weights.remove(norm.input(3)).values();
    float[] variance = graph.weights.remove(norm.input(4)).values();

    float[] oldWeight = weight.values();
    float[] newWeight = new float[oldWeight.length];
    float[] newBias = new float[channels];
    int perChannel = oldWeight.length / channels;
    for (int c = 0; c < channels; c++) {
      double factor = gain[c] / Math.sqrt(variance[c] + BatchNorm2d.EPSILON);
      for (int i = c * perChannel; i < (c + 1) * perChannel; i++) {
        newWeight[i] = (float) (oldWeight[i] * factor);
      }
      newBias[c] = (float) (((double) oldBias[c] - mean[c]) * factor + offset[c]);
    }

    String biasName = withBias ? conv.input(2) : conv.input(1) + ".bias";
    graph.weights.put(conv.input(1), StateTensor.of(newWeight, shape));
    graph.weights.put(biasName, StateTensor.of(newBias, channels));
    if (!withBias) {
      int at = graph.nodes.indexOf(conv);
      graph.nodes.set(at, conv.withInputs(List.of(conv.input(0), conv.input(1), biasName)));
    }
    graph.nodes.remove(norm);
    graph.nodes.replaceAll(
        node ->
            node.withInputs(
                node.inputs().stream()
                    .map(input -> input.equals(norm.output()) ? norm.input(0) : input)
                    .toList()));
  }
}
