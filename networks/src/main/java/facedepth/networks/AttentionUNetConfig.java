package facedepth.networks;

/**
 * The free choices of an {@link AttentionUNet}. The origin's depth network is {@link #ORIGIN}.
 *
 * @param inChannels channels of the image, usually 3
 * @param outChannels channels of the answer: 1 depth, 2 depth and the logit of the face mask
 * @param startFilters channels of the first block; each deeper one doubles them
 * @param blocks number of resolutions, at least 2
 * @param attention whether the skip connections pass attention gates; {@code startFilters} must
 *     then be even
 */
public record AttentionUNetConfig(
    int inChannels, int outChannels, int startFilters, int blocks, boolean attention) {
  /** ELEKTRONN3's defaults as the origin used them. */
  public static final AttentionUNetConfig ORIGIN = new AttentionUNetConfig(3, 1, 32, 5, true);

  /** Checks every choice. */
  public AttentionUNetConfig {
    atLeast("inChannels", inChannels, 1);
    atLeast("outChannels", outChannels, 1);
    atLeast("startFilters", startFilters, 1);
    atLeast("blocks", blocks, 2);
    if (blocks > 10 || (long) startFilters << blocks > 1 << 20) {
      throw new IllegalArgumentException(
          "blocks = " + blocks + " with startFilters = " + startFilters + " is too large");
    }
    if (attention && startFilters % 2 != 0) {
      throw new IllegalArgumentException(
          "startFilters must be even with attention: " + startFilters);
    }
  }

  /** Channels of block {@code i}, counted from the full resolution. */
  public int width(int i) {
    return startFilters << i;
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
    }
  }
}
