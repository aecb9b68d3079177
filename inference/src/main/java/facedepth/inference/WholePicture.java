package facedepth.inference;

import java.io.IOException;

/**
 * The network alone on a whole picture: no face is looked for, nothing is cropped, and what comes
 * out is what the network says. Any model with a depth-like output will do.
 *
 * <p>A picture whose sides are both multiples of 32, and of what the model wants, is fed as it is
 * to a network that takes any size; to a network of one size it is stretched to that, or padded if
 * the model's card says so; otherwise it is resized by the card's rule, or by MiDaS's {@link
 * ResizeRule#MINIMAL}, to the model's own size, 128 if that is not known. Networks that say nothing
 * of their input are given -1 to 1, as MiDaS's DPT and the Attention U-Net of the origin were.
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
    ModelInput input = model.input();
    NetworkSize own = model.size(DEFAULT_SIDE);
    if (input.isFixed()) {
      boolean padded = input.rule() == ResizeRule.PAD;
      return predict(model, photo, padded ? ResizeRule.PAD : ResizeRule.STRETCH, own);
    }
    boolean fits =
        isMultiple(photo, NetworkSize.MULTIPLE)
            && isMultiple(photo, input.multiple())
            && input.width() == 0
            && input.height() == 0;
    return fits
        ? predict(model, photo, ResizeRule.STRETCH, new NetworkSize(photo.width(), photo.height()))
        : predict(model, photo, input.rule(), own);
  }

  /**
   * As {@link #predict(DepthModel, Photo)}, brought to a size of the caller's choice by a rule of
   * the caller's choice.
   *
   * @param rule null for the model's own
   * @param side what {@code rule} brings the picture to; 0 for the model's own size
   * @throws IllegalArgumentException if the network takes one size only, or no such size
   */
  public static DepthPrediction predict(DepthModel model, Photo photo, ResizeRule rule, int side)
      throws IOException {
    ModelInput input = model.input();
    NetworkSize own = model.size(DEFAULT_SIDE);
    NetworkSize wanted = side == 0 ? own : new NetworkSize(side, side);
    if (input.isFixed() && !wanted.equals(own)) {
      throw new IllegalArgumentException(
          model.name() + " takes " + own.width() + "x" + own.height() + " and no other size");
    }
    if (side % input.multiple() != 0) {
      throw new IllegalArgumentException(
          model.name() + " takes multiples of " + input.multiple() + ", which " + side + " is not");
    }
    ResizeRule chosen = rule == null ? input.rule() : rule;
    if (input.isFixed() && chosen != ResizeRule.PAD) {
      chosen = ResizeRule.STRETCH;
    }
    return predict(model, photo, chosen, wanted);
  }

  private static boolean isMultiple(Photo photo, int of) {
    return photo.width() % of == 0 && photo.height() % of == 0;
  }

  private static DepthPrediction predict(
      DepthModel model, Photo photo, ResizeRule rule, NetworkSize wanted) throws IOException {
    Photo fed = rule == ResizeRule.PAD ? padded(photo) : photo;
    NetworkSize size =
        NetworkSize.of(rule, fed.width(), fed.height(), wanted, model.input().multiple());
    float[] encoded = input(fed, size, model.input().format());
    DepthPrediction answer = model.predict(encoded, size.width(), size.height());
    return rule == ResizeRule.PAD ? unpadded(answer, photo) : answer;
  }

  /** A square with the picture in its middle, the edges repeated. */
  private static Photo padded(Photo photo) {
    int side = Math.max(photo.width(), photo.height());
    int left = (side - photo.width()) / 2;
    int above = (side - photo.height()) / 2;
    byte[] bgr = new byte[CHANNELS * side * side];
    for (int y = 0; y < side; y++) {
      int row = Math.max(0, Math.min(photo.height() - 1, y - above));
      for (int x = 0; x < side; x++) {
        int column = Math.max(0, Math.min(photo.width() - 1, x - left));
        System.arraycopy(
            photo.bgr(),
            CHANNELS * (row * photo.width() + column),
            bgr,
            CHANNELS * (y * side + x),
            CHANNELS);
      }
    }
    return new Photo(photo.name(), side, side, bgr, photo.focalLengthPixels());
  }

  /** The part of a padded square's answer that is the picture, to whole pixels of the answer. */
  private static DepthPrediction unpadded(DepthPrediction answer, Photo photo) {
    int side = Math.max(photo.width(), photo.height());
    int width = Math.max(1, (int) Math.rint((double) answer.width() * photo.width() / side));
    int height = Math.max(1, (int) Math.rint((double) answer.height() * photo.height() / side));
    int left = (answer.width() - width) / 2;
    int above = (answer.height() - height) / 2;
    float[] logits = answer.maskLogits();
    return new DepthPrediction(
        width,
        height,
        part(answer.depth(), answer.width(), left, above, width, height),
        logits.length == 0 ? logits : part(logits, answer.width(), left, above, width, height));
  }

  private static float[] part(
      float[] plane, int stride, int left, int above, int width, int height) {
    float[] part = new float[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(plane, (above + y) * stride + left, part, y * width, width);
    }
    return part;
  }

  /** A prediction's depth at another size, bicubic, row-major. */
  public static float[] resizedDepth(DepthPrediction prediction, int width, int height) {
    return CropDepth.resized(
        prediction.depth(), prediction.width(), prediction.height(), width, height);
  }

  /** The picture as the network takes it. */
  static float[] input(Photo photo, NetworkSize size, InputFormat format) {
    int area = size.width() * size.height();
    float[] encoded = new float[CHANNELS * area];
    double[] plane = new double[photo.width() * photo.height()];
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (photo.bgr()[CHANNELS * i + 2 - channel] & 0xff) / 255.0;
      }
      double[] resized =
          CubicResize.resize(plane, photo.width(), photo.height(), size.width(), size.height());
      for (int i = 0; i < area; i++) {
        format.put(encoded, channel, i, area, resized[i]);
      }
    }
    return encoded;
  }
}
