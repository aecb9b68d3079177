package facedepth.networks.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import facedepth.geometry.MalformedFileException;
import facedepth.networks.Float16;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The weights in a file that {@link OnnxExport} wrote, by the network's names. Batch normalisation
 * is not among them where it was folded into the convolution before it.
 */
public final class OnnxWeights {
  private static final String HALF = ".float16";

  private OnnxWeights() {}

  /** Whether a file is an ONNX model by its name. */
  public static boolean isNamedSo(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }

  /**
   * Reads all constants of floating point; float16 is widened.
   *
   * @throws MalformedFileException if it is no ONNX file or a damaged one
   */
  public static StateDict read(Path file) throws IOException {
    GraphProto graph;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      graph = ModelProto.parseFrom(in).getGraph();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new MalformedFileException(file.toString(), "is no ONNX model, or a damaged one", e);
    }
    Map<String, StateTensor> weights = new LinkedHashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      boolean half = tensor.getDataType() == TensorProto.DataType.FLOAT16_VALUE;
      if (half || tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE) {
        String name = tensor.getName();
        boolean marked = half && name.endsWith(HALF);
        weights.put(
            marked ? name.substring(0, name.length() - HALF.length()) : name,
            values(tensor, half, file));
      }
    }
    return new StateDict(weights);
  }

  private static StateTensor values(TensorProto tensor, boolean half, Path file)
      throws MalformedFileException {
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[raw.remaining() / (half ? Short.BYTES : Float.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = half ? Float16.halfToFloat(raw.getShort()) : raw.getFloat();
    }
    long[] shape = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
    try {
      return StateTensor.of(values, shape);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new MalformedFileException(file.toString(), tensor.getName() + ": " + e.getMessage());
    }
  }
}
