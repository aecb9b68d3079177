package facedepth.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A depth network in an ONNX file, on ONNX Runtime.
 *
 * <p>Safe for use by several threads at once. It holds native memory until it is closed.
 */
public final class DepthModel implements AutoCloseable {
  private static final int MOST_THREADS = 1024;

  private final String name;
  private final OrtSession session;
  private final ModelSignature signature;

  private DepthModel(String name, OrtSession session, ModelSignature signature) {
    this.name = name;
    this.session = session;
    this.signature = signature;
  }

  /**
   * Opens a model with one thread a processor.
   *
   * @throws MalformedFileException if it is no ONNX model, or one with other inputs or outputs
   */
  public static DepthModel open(Path file) throws IOException {
    return open(file, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens a model. A card beside it, the file's name with {@code .json} for {@code .onnx}, says
   * what its maker says of it.
   *
   * @param threads how many threads one prediction may use, at least 1
   * @throws MalformedFileException if it is no ONNX model, or one with other inputs or outputs, or
   *     its card is none or says what is not so
   */
  public static DepthModel open(Path file, int threads) throws IOException {
    return open(file, ModelCard.beside(file), threads);
  }

  /** As {@link #open(Path, int)}, with a card that lies elsewhere. */
  static DepthModel open(Path file, Optional<ModelCard> card, int threads) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name the .onnx file inside it");
    }
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": there is no such model file, or it may not be read");
    }
    return open(
        new Source(
            file.toString(),
            card,
            options -> environment().createSession(file.toString(), options)),
        threads);
  }

  /** As {@link #open(Path, int)}, from the file's bytes, named for messages; there is no card. */
  public static DepthModel open(String name, byte[] bytes, int threads) throws IOException {
    return open(
        new Source(name, Optional.empty(), options -> environment().createSession(bytes, options)),
        threads);
  }

  private record Source(String name, Optional<ModelCard> card, SessionMaker maker) {}

  @FunctionalInterface
  private interface SessionMaker {
    OrtSession create(OrtSession.SessionOptions options) throws OrtException;
  }

  private static OrtEnvironment environment() {
    return NativeRuntime.environment();
  }

  private static DepthModel open(Source source, int threads) throws IOException {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "threads " + threads + " is not between 1 and " + MOST_THREADS);
    }
    OrtSession session = null;
    try (OrtSession.SessionOptions options = options(threads)) {
      session = source.maker.create(options);
      ModelSignature signature = ModelSignature.of(source.name, session, source.card);
      OrtSession opened = session;
      session = null;
      return new DepthModel(source.name, opened, signature);
    } catch (OrtException e) {
      throw new MalformedFileException(
          source.name,
          "ONNX Runtime cannot load it: " + firstLine(e) + "; give a whole .onnx file",
          e);
    } finally {
      close(session);
    }
  }

  private static OrtSession.SessionOptions options(int threads) throws OrtException {
    environment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    return options;
  }

  /** What messages call the model: its file. */
  public String name() {
    return name;
  }

  /** What it answers. */
  public ModelKind kind() {
    return signature.kind();
  }

  /** Properties that the file says about itself. */
  public Map<String, String> metadata() {
    return signature.metadata();
  }

  /** One line about it: its file's own words, or its card's; empty if neither says a word. */
  public String description() {
    return metadata().getOrDefault("facedepth.description", signature.title());
  }

  /** What its numbers mean. */
  public DepthMeaning meaning() {
    return signature.meaning();
  }

  /** How it takes a picture. */
  ModelInput input() {
    return signature.input();
  }

  /** The size it was made for; a square of {@code otherwise} if neither it nor its card says. */
  NetworkSize size(int otherwise) {
    return input().size(otherwise);
  }

  /**
   * Runs the network.
   *
   * @param image in the network's own {@link #input} format, {@code 3 * height * width} floats
   * @throws IllegalArgumentException if the size does not fit the array or the model
   * @throws IOException if ONNX Runtime fails
   */
  DepthPrediction predict(float[] image, int width, int height) throws IOException {
    if (3L * width * height != image.length) {
      throw new IllegalArgumentException(
          "a picture of " + width + "x" + height + " cannot hold " + image.length + " floats");
    }
    ModelInput input = input();
    if ((input.width() > 0 && input.width() != width)
        || (input.height() > 0 && input.height() != height)) {
      throw new IllegalArgumentException(
          name
              + " takes "
              + input.width()
              + "x"
              + input.height()
              + ", not "
              + width
              + "x"
              + height);
    }
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      long[] shape = input.shape(width, height);
      tensors.put(
          input.name(), OnnxTensor.createTensor(environment(), FloatBuffer.wrap(image), shape));
      for (Map.Entry<String, InputConstant> constant : input.constants().entrySet()) {
        tensors.put(constant.getKey(), constant.getValue().tensor(environment()));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        return answer(result);
      }
    } catch (OrtException e) {
      throw new IOException(name + ": ONNX Runtime failed: " + firstLine(e), e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private DepthPrediction answer(OrtSession.Result result) throws IOException {
    OnnxTensor depth = tensor(result, signature.depth());
    OutputMap map =
        signature.meaning() == DepthMeaning.POINTS
            ? OutputMap.ofPoints(name, depth)
            : OutputMap.of(name, depth);
    float[] logits = new float[0];
    if (!signature.mask().isEmpty()) {
      OutputMap mask = OutputMap.of(name, tensor(result, signature.mask()));
      if (mask.width() != map.width() || mask.height() != map.height()) {
        throw new MalformedFileException(
            name,
            "gives depth of %dx%d, but a mask of %dx%d"
                .formatted(map.width(), map.height(), mask.width(), mask.height()));
      }
      logits = signature.logits() ? mask.plane(0) : OutputMap.logits(mask.plane(0));
    }
    return new DepthPrediction(map.width(), map.height(), map.depth(), logits, map.across());
  }

  private OnnxTensor tensor(OrtSession.Result result, String output) throws IOException {
    OnnxValue value =
        result.get(output).orElseThrow(() -> new IOException(name + ": no " + output));
    return (OnnxTensor) value;
  }

  private static String firstLine(OrtException e) {
    String message = String.valueOf(e.getMessage()).strip();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static void close(OrtSession session) throws IOException {
    if (session != null) {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IOException("ONNX Runtime cannot close a session", e);
      }
    }
  }

  /** Frees the native memory; predictions that still run elsewhere must have ended. */
  @Override
  public void close() throws IOException {
    close(session);
  }
}
