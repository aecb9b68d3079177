package facedepth.networks.torch;

import java.util.Locale;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/** How exactly convolutions and matrix products are computed. Weights are float32 in any case. */
public enum Precision {
  /** 24 bits of mantissa, everywhere. */
  FLOAT32,
  /** On a GPU factors are rounded to 11 bits, sums are not; on a CPU the same as float32. */
  TF32,
  /** In training factors and what is kept between layers have 8 bits; autocast. */
  BFLOAT16;

  /** What it comes to on a device. */
  public Precision on(TorchDevice device) {
    return this == TF32 && device == TorchDevice.CPU ? FLOAT32 : this;
  }

  /** Makes it the process's, for all that is no autocast. */
  public void allow() {
    Context context = torch.globalContext();
    context.setAllowTF32CuDNN(this != FLOAT32);
    context.setAllowTF32CuBLAS(this != FLOAT32);
    // Sizes stay the same for thousands of steps: trying all algorithms once pays.
    context.setBenchmarkCuDNN(true);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
