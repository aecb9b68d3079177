package facedepth.networks;

/** Attention and a two-layer perceptron, each normalised before and added to what went in. */
final class TransformerBlock {
  /** How much wider the perceptron is than a token. */
  private static final int EXPANSION = 4;

  private final Heads heads;
  private final LayerNorm norm1;
  private final Linear qkv;
  private final Linear projection;
  private final LayerNorm norm2;
  private final Linear fc1;
  private final Linear fc2;

  TransformerBlock(ParameterSpace space, Heads heads) {
    this.heads = heads;
    int width = heads.width();
    norm1 = new LayerNorm(space.child("norm1"), width);
    qkv = new Linear(space.child("attn.qkv"), width, 3 * width);
    projection = new Linear(space.child("attn.proj"), width, width);
    norm2 = new LayerNorm(space.child("norm2"), width);
    fc1 = new Linear(space.child("mlp.fc1"), width, EXPANSION * width);
    fc2 = new Linear(space.child("mlp.fc2"), EXPANSION * width, width);
  }

  <V> V apply(Ops<V> ops, V x) {
    TokenOps<V> tokens = ops.tokens();
    V attended = tokens.attention(heads, tokens.linear(qkv, tokens.layerNorm(norm1, x)));
    x = ops.add(x, tokens.linear(projection, attended));
    V hidden = tokens.gelu(tokens.linear(fc1, tokens.layerNorm(norm2, x)));
    return ops.add(x, tokens.linear(fc2, hidden));
  }
}
