package facedepth.training;

import facedepth.networks.AttentionUNetConfig;

/**
 * The size of the network.
 *
 * @param startFilters channels of the first block; default 24, about half the cost of the origin's
 *     32
 * @param blocks resolutions of the network; default 5, the origin's: at 128 pixels the deepest sees
 *     the whole face
 * @param attention whether skips pass attention gates; default true, as the origin
 * @param patch side of the squares of pixels that the network works on; default 2: it computes at
 *     half the resolution, four times as fast as 1, the origin's
 * @param detail channels of the convolutions at full resolution that add what patches are too
 *     coarse for; default 8, which costs a tenth more; 0, and the default, without patches
 */
public record NetworkSettings(
    Integer startFilters, Integer blocks, Boolean attention, Integer patch, Integer detail) {
  /** All defaults. */
  public static final NetworkSettings DEFAULT = new NetworkSettings(null, null, null, null, null);

  /** Fills in the defaults and checks what is left. */
  public NetworkSettings {
    startFilters = Defaults.or(startFilters, 24);
    blocks = Defaults.or(blocks, 5);
    attention = Defaults.or(attention, true);
    patch = Defaults.or(patch, 2);
    detail = Defaults.or(detail, patch == 1 ? 0 : 8);
    new AttentionUNetConfig(3, 1, startFilters, blocks, attention, patch, detail); // checks them
  }

  /** What the network is built by: with a second answer where the face mask is learned too. */
  AttentionUNetConfig architecture(boolean mask) {
    return new AttentionUNetConfig(3, mask ? 2 : 1, startFilters, blocks, attention, patch, detail);
  }
}
