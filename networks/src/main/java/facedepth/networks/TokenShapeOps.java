package facedepth.networks;

/** The part of {@link ShapeOps} that follows tokens. */
final class TokenShapeOps implements TokenOps<ValueShape> {
  private final ShapeOps images;

  TokenShapeOps(ShapeOps images) {
    this.images = images;
  }

  @Override
  public ValueShape embed(TokenEmbedding layer, ValueShape value) {
    images.at(layer.name());
    ImageShape x = images.image(value);
    images.require(x.channels() == layer.channels(), "takes " + layer.channels() + " channels", x);
    return new TokenShape(x.batch(), 1 + x.height() * x.width(), x.channels());
  }

  @Override
  public ValueShape image(ValueShape value, ValueShape like) {
    TokenShape x = tokens(value);
    ImageShape size = images.image(like);
    images.require(
        x.tokens() == size.height() * size.width(), "gives no image of the size of " + like, x);
    return size.withChannels(x.channels());
  }

  @Override
  public ValueShape joinClassToken(ValueShape value) {
    TokenShape x = tokens(value);
    images.require(x.tokens() > 1, "gives a class token alone", x);
    return new TokenShape(x.batch(), x.tokens() - 1, 2 * x.channels());
  }

  @Override
  public ValueShape linear(Linear layer, ValueShape value) {
    images.at(layer.name());
    TokenShape x = tokens(value);
    images.require(
        x.channels() == layer.inChannels(), "takes " + layer.inChannels() + " channels", x);
    return x.withChannels(layer.outChannels());
  }

  @Override
  public ValueShape layerNorm(LayerNorm layer, ValueShape value) {
    images.at(layer.name());
    TokenShape x = tokens(value);
    images.require(x.channels() == layer.channels(), "takes " + layer.channels() + " channels", x);
    return x;
  }

  @Override
  public ValueShape gelu(ValueShape x) {
    return x;
  }

  @Override
  public ValueShape attention(Heads heads, ValueShape value) {
    TokenShape x = tokens(value);
    images.require(
        x.channels() == 3L * heads.width(), "gives no queries, keys and values of " + heads, x);
    return x.withChannels(heads.width());
  }

  private TokenShape tokens(ValueShape value) {
    images.require(value instanceof TokenShape, "is followed by what takes tokens", value);
    return (TokenShape) value;
  }
}
