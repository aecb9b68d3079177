package facedepth.networks;

/**
 * What a network is written in. Each reading of a network is one implementation; a new operation
 * needs every reading, and a case in the parity tests.
 *
 * <p>Images are [N, C, H, W]. Bilinear resizing samples at {@code (d + 0.5) * in / out - 0.5}
 * (PyTorch's {@code align_corners=False}, ONNX's {@code half_pixel}), clamped at the border.
 *
 * @param <V> an image in this reading
 */
public interface Ops<V> {
  /** Two-dimensional convolution with zero padding. */
  V conv2d(Conv2d layer, V x);

  /** Batch normalisation over N, H and W. */
  V batchNorm2d(BatchNorm2d layer, V x);

  /** max(x, 0). */
  V relu(V x);

  /** As {@link #relu}, for an {@code x} that is not read again: a reading may overwrite it. */
  default V reluOverwriting(V x) {
    return relu(x);
  }

  /** 1 / (1 + exp(-x)). */
  V sigmoid(V x);

  /** Maximum over 2x2 with stride 2; an odd last row or column makes a pool of its own. */
  V maxPool2x2(V x);

  /** Bilinear to twice the height and width. */
  V upsample2x(V x);

  /** Bilinear to the height and width of {@code like}. */
  V resizeTo(V x, V like);

  /** Drops last rows and columns until the height and width are those of {@code like}. */
  V cropTo(V x, V like);

  /** Joins the channels, {@code first} before {@code second}. */
  V concat(V first, V second);

  /**
   * Spreads each {@code factor * factor} channels over as many pixels (Shi et al. 2016, PyTorch's
   * {@code pixel_shuffle}): channel {@code c * factor^2 + dy * factor + dx} becomes pixel {@code
   * (dy, dx)} of channel {@code c}.
   */
  V pixelShuffle(V x, int factor);

  /** Sum of two images of the same size. */
  V add(V a, V b);

  /** Scales every channel of {@code x} by the single channel of {@code mask}. */
  V multiplyByMask(V mask, V x);
}
