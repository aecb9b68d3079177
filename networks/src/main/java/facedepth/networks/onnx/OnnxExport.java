package facedepth.networks.onnx;

import facedepth.geometry.AtomicFile;
import facedepth.networks.Network;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a network and its weights as an ONNX file.
 *
 * <p>The graph takes {@code image}, float32 [N, 3, H, W], RGB in 0..255, any batch, height and
 * width that the network takes, and normalises it itself. It answers {@code depth}, float32 [N, 1,
 * H, W], and from a network of two channels {@code mask_logits} of the same size.
 */
public final class OnnxExport {
  /** The graph's input. */
  public static final String INPUT = "image";

  /** The first output. */
  public static final String DEPTH = "depth";

  /** The second output, of networks that have one. */
  public static final String MASK_LOGITS = "mask_logits";

  private OnnxExport() {}

  /**
   * Writes the file whole or not at all. Weights that are read from a file are read one at a time.
   *
   * @param metadata goes into the file's properties, beside {@code facedepth.architecture} and
   *     {@code facedepth.input}
   * @throws IllegalArgumentException if the weights are of another network, or the network has
   *     other than one or two output channels, or the file would be over 2 GiB
   * @throws java.io.UncheckedIOException if a weight cannot be read from its file
   */
  public static void write(
      Network network,
      StateDict weights,
      Map<String, String> metadata,
      OnnxOptions options,
      Path file)
      throws IOException {
    weights.requireFits(network);
    if (network.outChannels() > 2) {
      throw new IllegalArgumentException(
          "outChannels must be 1 or 2 for export: " + network.outChannels());
    }
    OnnxGraph graph = new OnnxGraph();
    OnnxOps ops = new OnnxOps(graph, weights);
    List<String> outputs = outputs(graph, network.apply(ops, normalised(graph)), network);
    if (options.foldBatchNorm()) {
      BatchNormFolding.apply(graph);
    }
    Map<String, String> properties = new LinkedHashMap<>(metadata);
    properties.put("facedepth.architecture", network.architecture());
    properties.put("facedepth.input", "rgb255");
    OnnxSerialization model =
        new OnnxSerialization(graph, options, INPUT, network.inChannels(), outputs, properties);
    AtomicFile.write(file, model::writeTo);
  }

  /** 0..255 to [-1, 1]. */
  private static String normalised(OnnxGraph graph) {
    String centre = graph.weight("input_centre", StateTensor.of(new float[] {127.5f}, 1));
    String halfRange = graph.weight("input_half_range", StateTensor.of(new float[] {127.5f}, 1));
    String centred = graph.node("image.centred", "Sub", List.of(INPUT, centre));
    return graph.node("image.normalised", "Div", List.of(centred, halfRange));
  }

  private static List<String> outputs(OnnxGraph graph, String answer, Network network) {
    List<String> outputs =
        network.outChannels() == 1 ? List.of(DEPTH) : List.of(DEPTH, MASK_LOGITS);
    graph.nodes.add(
        network.outChannels() == 1
            ? new OnnxNode("Identity", List.of(answer), outputs, List.of())
            : new OnnxNode(
                "Split",
                List.of(answer),
                outputs,
                List.of(Attributes.of("axis", 1), Attributes.of("num_outputs", 2))));
    return outputs;
  }
}
