package facedepth.networks.torch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Arrays to tensors and back. */
@SuppressWarnings("try") // scopes do their work by being open
public final class Tensors {
  private Tensors() {}

  /**
   * A float32 tensor on the CPU holding a copy of {@code values}; belongs to the caller's scope.
   */
  public static Tensor of(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape);
    if (tensor.numel() != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for a tensor of " + tensor.numel());
    }
    try (FloatPointer data = tensor.data_ptr_float()) {
      data.put(values);
    }
    return tensor;
  }

  /** A copy of a float32 tensor's values in row-major order, whatever its strides and device. */
  public static float[] toArray(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    try (PointerScope scope = new PointerScope()) {
      tensor.detach().cpu().contiguous().data_ptr_float().get(values);
    }
    return values;
  }
}
