package facedepth.networks.onnx;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.Dpt;
import facedepth.networks.DptConfig;
import facedepth.networks.Network;
import facedepth.networks.StateDict;
import facedepth.networks.checkpoint.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From a published checkpoint to an ONNX file. Weights pass through one at a time: a checkpoint may
 * be larger than the memory.
 */
public final class Conversion {
  /** The architectures that can be converted. */
  public static final List<String> ARCHITECTURES =
      Stream.concat(
              Stream.of(AttentionUNet.ARCHITECTURE),
              DptConfig.NAMED.stream().map(DptConfig::architecture))
          .toList();

  /** How the origin's fine-tuned DPTs are called, which answer signed depth. */
  private static final String SIGNED_PREFIX = "midas_dpt_";

  /** Side of the pictures that the origin fine-tuned on. */
  private static final int ORIGIN_SIDE = 128;

  private final Path checkpoint;
  private final String architecture;
  private final Optional<Boolean> nonNegative;

  private Conversion(Path checkpoint, String architecture, Optional<Boolean> nonNegative) {
    this.checkpoint = checkpoint;
    this.architecture = architecture;
    this.nonNegative = nonNegative;
  }

  /** As {@link #convert(Path, String, Optional, Path, OnnxOptions)}, with MiDaS's own choice. */
  public static Network convert(
      Path checkpoint, String architecture, Path output, OnnxOptions options) throws IOException {
    return convert(checkpoint, architecture, Optional.empty(), output, options);
  }

  /**
   * Reads the weights, takes the network's choices from their shapes, and writes the graph.
   *
   * @param checkpoint any file that {@link Checkpoint} reads
   * @param architecture one of {@link #ARCHITECTURES}
   * @param nonNegative whether a DPT ends in a rectifier, MiDaS's {@code non_negative}, which no
   *     checkpoint tells. Left open, MiDaS's networks do, as they do in MiDaS, but not files that
   *     are named {@code Midas_DPT_*}, as the origin named what it fine-tuned without
   * @param output the ONNX file, written whole or not at all
   * @return the network it turned out to be
   * @throws IllegalArgumentException if the architecture is unknown or has no such choice, or the
   *     weights are of another
   * @throws facedepth.geometry.MalformedFileException if the checkpoint is damaged
   */
  public static Network convert(
      Path checkpoint,
      String architecture,
      Optional<Boolean> nonNegative,
      Path output,
      OnnxOptions options)
      throws IOException {
    if (!ARCHITECTURES.contains(architecture)) {
      throw new IllegalArgumentException(
          "unknown architecture " + architecture + ", known: " + String.join(", ", ARCHITECTURES));
    }
    return new Conversion(checkpoint, architecture, nonNegative).to(output, options);
  }

  private Network to(Path output, OnnxOptions options) throws IOException {
    try (Checkpoint open = Checkpoint.open(checkpoint)) {
      Network network = network(open.tensors());
      Map<String, String> metadata = new LinkedHashMap<>();
      metadata.put("facedepth.converted_from", fileName(checkpoint));
      boolean inverse = network instanceof Dpt dpt && dpt.config().nonNegative();
      int side = network instanceof Dpt dpt ? dpt.config().trainedSide() : ORIGIN_SIDE;
      metadata.putAll(meaning(network, isOriginsDpt(checkpoint) ? ORIGIN_SIDE : side, inverse));
      OnnxExport.write(network, open.tensors().fitting(network), metadata, options, output);
      return network;
    } catch (UncheckedIOException e) { // a weight that was read only while the graph was written
      throw e.getCause();
    }
  }

  private Network network(StateDict weights) {
    Optional<DptConfig> named = DptConfig.named(architecture);
    if (named.isEmpty()) {
      if (nonNegative.isPresent()) {
        throw new IllegalArgumentException(
            architecture + " cannot be told to be non-negative or not; a DPT can");
      }
      Network network = new AttentionUNet(AttentionUNetConfig.of(weights));
      weights.requireFits(network);
      return network;
    }
    return new Dpt(choices(named.get().fitting(weights), checkpoint, nonNegative));
  }

  /** The network's choices, that one which no checkpoint tells among them. */
  static DptConfig choices(DptConfig config, Path checkpoint, Optional<Boolean> nonNegative) {
    if (nonNegative.isPresent()) {
      return config.withNonNegative(nonNegative.get());
    }
    return isOriginsDpt(checkpoint) ? config.withNonNegative(false) : config;
  }

  private static boolean isOriginsDpt(Path checkpoint) {
    return fileName(checkpoint).toLowerCase(Locale.ROOT).startsWith(SIGNED_PREFIX);
  }

  /**
   * What whoever runs the graph cannot see in it. Networks without a face mask answer relative
   * depth: MiDaS's inverse depth, the origin's nearness in [-1, 1].
   */
  private Map<String, String> meaning(Network network, int side, boolean inverse) {
    Map<String, String> meaning = new LinkedHashMap<>();
    meaning.put("facedepth.resolution", Integer.toString(side));
    if (network.outChannels() == 1) {
      String depth = inverse ? "inverse" : "nearness";
      meaning.put("facedepth.kind", "raw");
      meaning.put("facedepth.depth", depth);
      meaning.put(
          "facedepth.description",
          network.architecture() + " from " + fileName(checkpoint) + ", answers " + depth);
    } else {
      meaning.put("facedepth.kind", "face");
    }
    return meaning;
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
