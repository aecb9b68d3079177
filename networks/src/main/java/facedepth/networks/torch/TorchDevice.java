package facedepth.networks.torch;

import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Where tensors lie and are computed on. */
public enum TorchDevice {
  /** The processor's cores. */
  CPU(torch.DeviceType.CPU),
  /** The first NVIDIA GPU. */
  CUDA(torch.DeviceType.CUDA);

  private final torch.DeviceType type;

  TorchDevice(torch.DeviceType type) {
    this.type = type;
  }

  /** Whether this process can compute on a GPU. */
  public static boolean hasCuda() {
    return torch.cuda_is_available();
  }

  /** The GPU where there is one, else the CPU. */
  public static TorchDevice best() {
    return hasCuda() ? CUDA : CPU;
  }

  /**
   * This device, if it is there.
   *
   * @throws IllegalArgumentException if it is not, with what is missing
   */
  public TorchDevice required() {
    if (this == CUDA && !hasCuda()) {
      throw new IllegalArgumentException(
          torch.hasCUDA()
              ? "no CUDA device: libtorch was built for CUDA, but finds no GPU or no driver"
              : "no CUDA device: the libtorch that is loaded computes on the CPU only; its GPU"
                  + " build, or a CUDA library that this needs, is missing (docs/training.md)");
    }
    return this;
  }

  torch.DeviceType type() {
    return type;
  }

  /** A tensor here; itself if it is here already. Does not wait for a copy out of pinned memory. */
  Tensor moved(Tensor tensor) {
    return this == CPU ? tensor.cpu() : Tensors.to(tensor, this);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
