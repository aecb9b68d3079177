package facedepth.networks;

/**
 * The reading that follows sizes only. Run before native code, it turns a bad size into an error
 * that names the layer.
 */
public final class ShapeOps implements Ops<ImageShape> {
  private String where = "the input";

  /**
   * The size of the network's answer.
   *
   * @throws IllegalArgumentException if the image's size does not fit, naming the layer
   */
  public static ImageShape of(Network network, ImageShape image) {
    return network.apply(new ShapeOps(), image);
  }

  @Override
  public ImageShape conv2d(Conv2d layer, ImageShape x) {
    where = layer.name();
    require(x.channels() == layer.inChannels(), "takes " + layer.inChannels() + " channels", x);
    long height = x.height() + 2L * layer.padding() - layer.kernel();
    long width = x.width() + 2L * layer.padding() - layer.kernel();
    require(
        height >= 0 && width >= 0,
        "has a kernel of " + layer.kernel() + "x" + layer.kernel() + ", the image is too small",
        x);
    return new ImageShape(
        x.batch(), layer.outChannels(), height / layer.stride() + 1, width / layer.stride() + 1);
  }

  @Override
  public ImageShape batchNorm2d(BatchNorm2d layer, ImageShape x) {
    where = layer.name();
    require(x.channels() == layer.channels(), "takes " + layer.channels() + " channels", x);
    return x;
  }

  @Override
  public ImageShape relu(ImageShape x) {
    return x;
  }

  @Override
  public ImageShape sigmoid(ImageShape x) {
    return x;
  }

  @Override
  public ImageShape maxPool2x2(ImageShape x) {
    return x.withSize((x.height() + 1) / 2, (x.width() + 1) / 2);
  }

  @Override
  public ImageShape upsample2x(ImageShape x) {
    return x.withSize(2 * x.height(), 2 * x.width());
  }

  @Override
  public ImageShape resizeTo(ImageShape x, ImageShape like) {
    return x.withSize(like.height(), like.width());
  }

  @Override
  public ImageShape cropTo(ImageShape x, ImageShape like) {
    require(
        x.height() >= like.height() && x.width() >= like.width(),
        "cannot be cropped to " + like,
        x);
    return x.withSize(like.height(), like.width());
  }

  @Override
  public ImageShape concat(ImageShape first, ImageShape second) {
    require(first.sameSize(second), "cannot be joined with " + second, first);
    return first.withChannels(first.channels() + second.channels());
  }

  @Override
  public ImageShape pixelShuffle(ImageShape x, int factor) {
    int each = factor * factor;
    require(x.channels() % each == 0, "has channels that are no multiple of " + each, x);
    return x.withChannels(x.channels() / each).withSize(factor * x.height(), factor * x.width());
  }

  @Override
  public ImageShape add(ImageShape a, ImageShape b) {
    require(a.equals(b), "cannot be added to " + b, a);
    return a;
  }

  @Override
  public ImageShape multiplyByMask(ImageShape mask, ImageShape x) {
    require(mask.channels() == 1 && mask.sameSize(x), "is no mask for " + x, mask);
    return x;
  }

  private void require(boolean holds, String rule, ImageShape got) {
    if (!holds) {
      throw new IllegalArgumentException(where + " " + rule + ": got " + got);
    }
  }
}
