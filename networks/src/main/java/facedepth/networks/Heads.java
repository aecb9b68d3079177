package facedepth.networks;

/**
 * How an attention divides its channels.
 *
 * @param count heads
 * @param channels of each
 */
public record Heads(int count, int channels) {
  /** Refuses what is no number of heads. */
  public Heads {
    if (count < 1 || channels < 1) {
      throw new IllegalArgumentException(count + " heads of " + channels + " channels");
    }
  }

  /** Channels of a token. */
  public int width() {
    return count * channels;
  }
}
