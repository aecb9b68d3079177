package facedepth.networks;

/**
 * The reading that follows sizes only. Run before native code, it turns a bad size into an error
 * that names the layer.
 */
public final class ShapeOps implements Ops<ValueShape> {
  private final TokenShapeOps tokens = new TokenShapeOps(this);
  private String where = "the input";

  private ShapeOps() {}

  /**
   * The size of the network's answer.
   *
   * @throws IllegalArgumentException if the image's size does not fit, naming the layer
   */
  public static ImageShape of(Network network, ImageShape image) {
    ShapeOps ops = new ShapeOps();
    int multiple = network.sizeMultiple();
    ops.require(
        image.height() % multiple == 0 && image.width() % multiple == 0,
        "must have a height and width that are multiples of " + multiple,
        image);
    return ops.image(network.apply(ops, image));
  }

  @Override
  public TokenOps<ValueShape> tokens() {
    return tokens;
  }

  @Override
  public ValueShape conv2d(Conv2d layer, ValueShape value) {
    at(layer.name());
    ImageShape x = image(value);
    require(x.channels() == layer.inChannels(), "takes " + layer.inChannels() + " channels", x);
    int padding = layer.paddingBefore() + layer.paddingAfter();
    long height = x.height() + padding - layer.kernel();
    long width = x.width() + padding - layer.kernel();
    require(
        height >= 0 && width >= 0,
        "has a kernel of " + layer.kernel() + "x" + layer.kernel() + ", the image is too small",
        x);
    return new ImageShape(
        x.batch(), layer.outChannels(), height / layer.stride() + 1, width / layer.stride() + 1);
  }

  @Override
  public ValueShape convTranspose2d(ConvTranspose2d layer, ValueShape value) {
    at(layer.name());
    ImageShape x = image(value);
    require(x.channels() == layer.inChannels(), "takes " + layer.inChannels() + " channels", x);
    return x.withChannels(layer.outChannels())
        .withSize(layer.factor() * x.height(), layer.factor() * x.width());
  }

  @Override
  public ValueShape batchNorm2d(BatchNorm2d layer, ValueShape x) {
    at(layer.name());
    require(image(x).channels() == layer.channels(), "takes " + layer.channels() + " channels", x);
    return x;
  }

  @Override
  public ValueShape groupNorm(GroupNorm layer, ValueShape x) {
    at(layer.name());
    require(image(x).channels() == layer.channels(), "takes " + layer.channels() + " channels", x);
    return x;
  }

  @Override
  public ValueShape relu(ValueShape x) {
    return x;
  }

  @Override
  public ValueShape sigmoid(ValueShape x) {
    return x;
  }

  @Override
  public ValueShape add(ValueShape a, ValueShape b) {
    require(a.equals(b), "cannot be added to " + b, a);
    return a;
  }

  @Override
  public ValueShape multiplyByMask(ValueShape mask, ValueShape x) {
    require(
        image(mask).channels() == 1 && image(mask).sameSize(image(x)), "is no mask for " + x, mask);
    return x;
  }

  @Override
  public ValueShape maxPool2x2(ValueShape value) {
    ImageShape x = image(value);
    return x.withSize((x.height() + 1) / 2, (x.width() + 1) / 2);
  }

  @Override
  public ValueShape maxPool3x3(ValueShape value) {
    ImageShape x = image(value);
    require(x.height() % 2 == 0 && x.width() % 2 == 0, "is pooled at an even size only", x);
    return x.withSize(x.height() / 2, x.width() / 2);
  }

  @Override
  public ValueShape average(ValueShape x) {
    return image(x).withSize(1, 1);
  }

  @Override
  public ValueShape upsample2x(ValueShape value) {
    ImageShape x = image(value);
    return x.withSize(2 * x.height(), 2 * x.width());
  }

  @Override
  public ValueShape resizeTo(ValueShape x, ValueShape like) {
    return image(x).withSize(image(like).height(), image(like).width());
  }

  @Override
  public ValueShape stretch2x(ValueShape x) {
    return upsample2x(x);
  }

  @Override
  public ValueShape stretchTo(ValueShape x, ValueShape like) {
    return resizeTo(x, like);
  }

  @Override
  public ValueShape cropTo(ValueShape value, ValueShape other) {
    ImageShape x = image(value);
    ImageShape like = image(other);
    require(
        x.height() >= like.height() && x.width() >= like.width(),
        "cannot be cropped to " + like,
        x);
    return x.withSize(like.height(), like.width());
  }

  @Override
  public ValueShape concat(ValueShape one, ValueShape other) {
    ImageShape first = image(one);
    ImageShape second = image(other);
    require(first.sameSize(second), "cannot be joined with " + second, first);
    return first.withChannels(first.channels() + second.channels());
  }

  /** Remembers the layer that errors are to name. */
  void at(String layer) {
    where = layer;
  }

  ImageShape image(ValueShape value) {
    if (value instanceof ImageShape image) {
      return image;
    }
    throw new IllegalArgumentException(where + " takes an image: got tokens " + value);
  }

  void require(boolean holds, String rule, ValueShape got) {
    if (!holds) {
      throw new IllegalArgumentException(where + " " + rule + ": got " + got);
    }
  }
}
