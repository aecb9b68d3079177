package facedepth.networks;

/**
 * What the transformer part of a network is written in. Tokens are [N, T, C]: a sequence of T
 * vectors of C channels. Those of an image are its pixels row by row, after one class token.
 *
 * @param <V> an image or a sequence of tokens in this reading
 */
public interface TokenOps<V> {
  /**
   * The pixels of an image [N, C, h, w] as tokens [N, 1 + h * w, C]: the class token, then the
   * pixels row by row, to each of which its position's vector is added. Positions are learnt on a
   * grid; for an image of another size the grid is resized as by {@link Ops#resizeTo}.
   */
  V embed(TokenEmbedding layer, V image);

  /** Tokens [N, h * w, C], row by row, as an image [N, C, h, w] of the size of {@code like}. */
  V image(V tokens, V like);

  /**
   * Takes the class token away from the front and joins its channels behind those of every other:
   * [N, 1 + T, C] becomes [N, T, 2 C].
   */
  V joinClassToken(V x);

  /** {@code W x + b} for each token. */
  V linear(Linear layer, V x);

  /** Normalisation of each token over its channels. */
  V layerNorm(LayerNorm layer, V x);

  /** {@code x * Phi(x)}, Phi the normal distribution function, exactly (Hendrycks, Gimpel 2016). */
  V gelu(V x);

  /**
   * Self-attention (Vaswani et al. 2017): for each head, {@code softmax(q k' / sqrt(d)) v}.
   *
   * @param heads how many, and their channels d; together {@code C}
   * @param x queries, keys and values one after another in the channels, in each of them head after
   *     head: [N, T, 3 C]
   * @return the heads' answers one after another: [N, T, C]
   */
  V attention(Heads heads, V x);
}
