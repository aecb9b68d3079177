package facedepth.networks.onnx;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.Network;
import facedepth.networks.StateDict;
import facedepth.networks.checkpoint.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** From a published checkpoint to an ONNX file. */
public final class Conversion {
  /** The architectures that can be converted. */
  public static final List<String> ARCHITECTURES = List.of(AttentionUNet.ARCHITECTURE);

  private Conversion() {}

  /**
   * Reads the weights, takes the network's choices from their shapes, and writes the graph.
   *
   * @param checkpoint any file that {@link Checkpoint} reads
   * @param architecture one of {@link #ARCHITECTURES}
   * @param output the ONNX file, written whole or not at all
   * @return the network it turned out to be
   * @throws IllegalArgumentException if the architecture is unknown, or the weights are of another
   * @throws facedepth.geometry.MalformedFileException if the checkpoint is damaged
   */
  public static Network convert(
      Path checkpoint, String architecture, Path output, OnnxOptions options) throws IOException {
    if (!ARCHITECTURES.contains(architecture)) {
      throw new IllegalArgumentException(
          "unknown architecture " + architecture + ", known: " + String.join(", ", ARCHITECTURES));
    }
    StateDict weights = Checkpoint.read(checkpoint);
    Network network = new AttentionUNet(AttentionUNetConfig.of(weights));
    Map<String, String> origin = Map.of("facedepth.converted_from", fileName(checkpoint));
    OnnxExport.write(network, weights, origin, options, output);
    return network;
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
