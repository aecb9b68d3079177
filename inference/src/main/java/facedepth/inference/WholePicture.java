package facedepth.inference;

import java.io.IOException;

/**
 * The network alone on a whole picture: no face is looked for, nothing is cropped, and what comes
 * out is what the network says. Any model with a depth-like output will do.
 *
 * <p>A picture whose sides are both multiples of 32 is fed as it is to a network that takes any
 * size; to a network of one size it is stretched to that; otherwise it is resized by MiDaS's rule
 * (see {@link NetworkSize#minimal}) to about the model's resolution, 128 if it does not say.
 * Networks that do not say that they take 0 to 255 are given -1 to 1, as MiDaS's DPT and the
 * Attention U-Net of the origin were.
 */
public final class WholePicture {
  private static final int DEFAULT_SIDE = 128;
  private static final int CHANNELS = 3;

  private WholePicture() {}

  /**
   * The network's raw answer, at the network's resolution.
   *
   * @throws IOException if ONNX Runtime fails
   * @throws IllegalArgumentException if the picture is too long and thin
   */
  public static DepthPrediction predict(DepthModel model, Photo photo) throws IOException {
    NetworkSize size = NetworkSize.of(model, photo, model.resolution(DEFAULT_SIDE));
    float[] input = input(photo, size, model.takesBytes());
    return model.predict(input, size.width(), size.height());
  }

  /** A prediction's depth at another size, bicubic, row-major. */
  public static float[] resizedDepth(DepthPrediction prediction, int width, int height) {
    double[] plane = new double[prediction.depth().length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = prediction.depth()[i];
    }
    double[] resized =
        CubicResize.resize(plane, prediction.width(), prediction.height(), width, height);
    float[] values = new float[resized.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) resized[i];
    }
    return values;
  }

  /** Red, green and blue plane, 0 to 255 or -1 to 1. */
  static float[] input(Photo photo, NetworkSize size, boolean bytes) {
    int area = size.width() * size.height();
    float[] planes = new float[CHANNELS * area];
    double[] plane = new double[photo.width() * photo.height()];
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (photo.bgr()[CHANNELS * i + 2 - channel] & 0xff) / 255.0;
      }
      double[] resized =
          CubicResize.resize(plane, photo.width(), photo.height(), size.width(), size.height());
      for (int i = 0; i < area; i++) {
        planes[channel * area + i] =
            (float) (bytes ? resized[i] * 255.0 : (resized[i] - 0.5) / 0.5);
      }
    }
    return planes;
  }
}
