package facedepth.networks;

/**
 * The size of a sequence of tokens in a network.
 *
 * @param batch sequences
 * @param tokens tokens of each
 * @param channels channels of each token
 */
record TokenShape(long batch, long tokens, long channels) implements ValueShape {
  TokenShape withChannels(long newChannels) {
    return new TokenShape(batch, tokens, newChannels);
  }

  @Override
  public String toString() {
    return "[" + batch + ", " + tokens + ", " + channels + "]";
  }
}
