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
import java.util.Map;

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
   * Opens a model.
   *
   * @param threads how many threads one prediction may use, at least 1
   * @throws MalformedFileException if it is no ONNX model, or one with other inputs or outputs
   */
  public static DepthModel open(Path file, int threads) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name the .onnx file inside it");
    }
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": there is no such model file, or it may not be read");
    }
    return open(
        new ModelSource(
            file.toString(), options -> environment().createSession(file.toString(), options)),
        threads);
  }

  /** As {@link #open(Path, int)}, from the file's bytes, named for messages. */
  public static DepthModel open(String name, byte[] bytes, int threads) throws IOException {
    return open(
        new ModelSource(name, options -> environment().createSession(bytes, options)), threads);
  }

  private record ModelSource(String name, SessionMaker maker) {}

  @FunctionalInterface
  private interface SessionMaker {
    OrtSession create(OrtSession.SessionOptions options) throws OrtException;
  }

  private static OrtEnvironment environment() {
    return NativeRuntime.environment();
  }

  private static DepthModel open(ModelSource source, int threads) throws IOException {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "threads " + threads + " is not between 1 and " + MOST_THREADS);
    }
    OrtSession session = null;
    try (OrtSession.SessionOptions options = options(threads)) {
      session = source.maker.create(options);
      ModelSignature signature = ModelSignature.of(source.name, session);
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

  /** Side of the square crops the model was made for; {@code otherwise} if it does not say. */
  int resolution(int otherwise) {
    return signature.resolution(otherwise);
  }

  /** Columns its input must have, 0 for any. */
  int fixedWidth() {
    return signature.width();
  }

  /** Rows its input must have, 0 for any. */
  int fixedHeight() {
    return signature.height();
  }

  /** Whether it takes 0 to 255 and normalises itself; others are given -1 to 1. */
  boolean takesBytes() {
    return kind() == ModelKind.FACE || "rgb255".equals(metadata().get("facedepth.input"));
  }

  /**
   * Runs the network.
   *
   * @param image red, green and blue plane after one another, {@code 3 * height * width} floats
   * @throws IllegalArgumentException if the size does not fit the array or the model
   * @throws IOException if ONNX Runtime fails
   */
  DepthPrediction predict(float[] image, int width, int height) throws IOException {
    if (3L * width * height != image.length) {
      throw new IllegalArgumentException(
          "a picture of " + width + "x" + height + " cannot hold " + image.length + " floats");
    }
    if ((fixedWidth() > 0 && fixedWidth() != width)
        || (fixedHeight() > 0 && fixedHeight() != height)) {
      throw new IllegalArgumentException(
          name + " takes " + fixedWidth() + "x" + fixedHeight() + ", not " + width + "x" + height);
    }
    long[] shape = {1, 3, height, width};
    try (OnnxTensor input = OnnxTensor.createTensor(environment(), FloatBuffer.wrap(image), shape);
        OrtSession.Result result = session.run(Map.of(signature.input(), input))) {
      OnnxTensor depth = tensor(result, signature.depth());
      long[] size = depth.getInfo().getShape();
      int outWidth = (int) size[size.length - 1];
      int outHeight = (int) size[size.length - 2];
      float[] logits = new float[0];
      if (kind() == ModelKind.FACE) {
        logits = firstChannel(tensor(result, signature.maskLogits()), outWidth * outHeight);
      }
      return new DepthPrediction(
          outWidth, outHeight, firstChannel(depth, outWidth * outHeight), logits);
    } catch (OrtException e) {
      throw new IOException(name + ": ONNX Runtime failed: " + firstLine(e), e);
    }
  }

  private OnnxTensor tensor(OrtSession.Result result, String output) throws IOException {
    OnnxValue value =
        result.get(output).orElseThrow(() -> new IOException(name + ": no " + output));
    return (OnnxTensor) value;
  }

  private static float[] firstChannel(OnnxTensor tensor, int length) {
    float[] values = new float[length];
    tensor.getFloatBuffer().get(values);
    return values;
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
