package facedepth.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * A number that a network wants beside the picture, the same for every picture.
 *
 * @param type float32, int32 or int64
 * @param dimensions 0, or as many of length 1
 * @param value the number
 */
record InputConstant(OnnxJavaType type, int dimensions, double value) {

  /** Whether an input takes one number. */
  static boolean fits(TensorInfo input) {
    boolean number =
        input.type == OnnxJavaType.FLOAT
            || input.type == OnnxJavaType.INT32
            || input.type == OnnxJavaType.INT64;
    return number && Arrays.stream(input.getShape()).allMatch(side -> side <= 1);
  }

  OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
    long[] shape = new long[dimensions];
    Arrays.fill(shape, 1);
    return switch (type) {
      case INT64 ->
          OnnxTensor.createTensor(
              environment, LongBuffer.wrap(new long[] {Math.round(value)}), shape);
      case INT32 ->
          OnnxTensor.createTensor(
              environment, IntBuffer.wrap(new int[] {(int) Math.round(value)}), shape);
      default ->
          OnnxTensor.createTensor(
              environment, FloatBuffer.wrap(new float[] {(float) value}), shape);
    };
  }
}
