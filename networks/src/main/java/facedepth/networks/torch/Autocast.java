package facedepth.networks.torch;

import org.bytedeco.pytorch.global.torch;

/**
 * While it is open, this thread's convolutions and matrix products are computed in bfloat16, as
 * PyTorch's {@code torch.autocast} does it. Not to be nested.
 */
final class Autocast implements AutoCloseable {
  private final TorchDevice device;

  Autocast(TorchDevice device) {
    this.device = device;
    torch.set_autocast_dtype(device.type(), torch.ScalarType.BFloat16);
    torch.set_autocast_enabled(device.type(), true);
  }

  @Override
  public void close() {
    torch.set_autocast_enabled(device.type(), false);
    torch.clear_cache(); // it holds rounded weights, which the next step changes
  }
}
