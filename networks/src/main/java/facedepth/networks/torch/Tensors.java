package facedepth.networks.torch;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Arrays to tensors and back. */
@SuppressWarnings("try") // scopes do their work by being open
public final class Tensors {
  private Tensors() {}

  /**
   * A float32 tensor on the CPU holding a copy of {@code values}; belongs to the caller's scope.
   */
  public static Tensor of(float[] values, long... shape) {
    return ofFloats(List.of(values), TorchDevice.CPU, shape);
  }

  /**
   * A float32 tensor of arrays one after another; belongs to the caller's scope. A GPU fetches it
   * while the program goes on.
   */
  public static Tensor ofFloats(List<float[]> parts, TorchDevice device, long... shape) {
    Tensor tensor = onHost(device, torch.ScalarType.Float, shape);
    requireLength(tensor, parts.stream().mapToLong(part -> part.length).sum());
    try (FloatPointer data = tensor.data_ptr_float()) {
      for (float[] part : parts) {
        data.put(part);
        data.position(data.position() + part.length);
      }
    }
    return device.moved(tensor);
  }

  /** As {@link #ofFloats}, of numbers 0 to 255: a quarter of the bytes to be sent. */
  public static Tensor ofBytes(List<byte[]> parts, TorchDevice device, long... shape) {
    Tensor tensor = onHost(device, torch.ScalarType.Byte, shape);
    requireLength(tensor, parts.stream().mapToLong(part -> part.length).sum());
    try (BytePointer data = tensor.data_ptr_byte()) {
      for (byte[] part : parts) {
        data.put(part);
        data.position(data.position() + part.length);
      }
    }
    return device.moved(tensor);
  }

  /** Memory that the device can read from by itself, if it is none of the host's own. */
  private static Tensor onHost(TorchDevice device, torch.ScalarType type, long... shape) {
    TensorOptions options = new TensorOptions(type);
    if (device == TorchDevice.CUDA) {
      options = options.pinned_memory(new BoolOptional(true));
    }
    return torch.empty(shape, options, new MemoryFormatOptional());
  }

  private static void requireLength(Tensor tensor, long length) {
    if (tensor.numel() != length) {
      throw new IllegalArgumentException(length + " values for a tensor of " + tensor.numel());
    }
  }

  static Tensor to(Tensor tensor, TorchDevice device) {
    return tensor.to(
        new Device(device.type()), tensor.scalar_type(), true, false, new MemoryFormatOptional());
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
