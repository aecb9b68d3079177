package facedepth.networks;

/**
 * What a network is written in: the operations on images, and through {@link #tokens()} those on
 * sequences of tokens. Each reading of a network is one implementation; a new operation needs every
 * reading, and a case in the parity tests.
 *
 * <p>Images are [N, C, H, W]. Bilinear resizing comes in two kinds. {@link #upsample2x} and {@link
 * #resizeTo} sample at {@code (d + 0.5) * in / out - 0.5} (PyTorch's {@code align_corners=False},
 * ONNX's {@code half_pixel}), clamped at the border. {@link #stretch2x} and {@link #stretchTo}
 * sample at {@code d * (in - 1) / (out - 1)}, so that corner pixels stay corner pixels ({@code
 * align_corners=True}).
 *
 * @param <V> an image or a sequence of tokens in this reading
 */
public interface Ops<V> {
  /** The operations on tokens, in the same reading. */
  TokenOps<V> tokens();

  // Layers with weights

  /** Two-dimensional convolution with zero padding. */
  V conv2d(Conv2d layer, V x);

  /** Transposed convolution whose blocks lie side by side: each pixel becomes a square of them. */
  V convTranspose2d(ConvTranspose2d layer, V x);

  /** Batch normalisation over N, H and W. */
  V batchNorm2d(BatchNorm2d layer, V x);

  /** Normalisation of each group of channels of each image over these channels, H and W. */
  V groupNorm(GroupNorm layer, V x);

  // Number by number

  /** max(x, 0). */
  V relu(V x);

  /** As {@link #relu}, for an {@code x} that is not read again: a reading may overwrite it. */
  default V reluOverwriting(V x) {
    return relu(x);
  }

  /** 1 / (1 + exp(-x)). */
  V sigmoid(V x);

  /** Sum of two images, or two sequences of tokens, of the same size. */
  V add(V a, V b);

  /** Scales every channel of {@code x} by the single channel of {@code mask}. */
  V multiplyByMask(V mask, V x);

  // Changes of size

  /** Maximum over 2x2 with stride 2; an odd last row or column makes a pool of its own. */
  V maxPool2x2(V x);

  /**
   * Maximum over 3x3 with stride 2 of an image of even height and width, the last row and column of
   * pools reaching one pixel over the edge (TensorFlow's {@code SAME}).
   */
  V maxPool3x3(V x);

  /** Mean of each channel, as an image of one pixel. */
  V average(V x);

  /** Bilinear to twice the height and width. */
  V upsample2x(V x);

  /** Bilinear to the height and width of {@code like}. */
  V resizeTo(V x, V like);

  /** Bilinear to twice the height and width, corners on corners. */
  V stretch2x(V x);

  /** Bilinear to the height and width of {@code like}, corners on corners. */
  V stretchTo(V x, V like);

  /** Drops last rows and columns until the height and width are those of {@code like}. */
  V cropTo(V x, V like);

  /** Joins the channels, {@code first} before {@code second}. */
  V concat(V first, V second);
}
