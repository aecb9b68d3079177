package facedepth.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * The free choices of an {@link AttentionUNet}. The origin's depth network is {@link #ORIGIN}.
 *
 * @param inChannels channels of the image, usually 3
 * @param outChannels channels of the answer: 1 depth, 2 depth and the logit of the face mask
 * @param startFilters channels of the first block; each deeper one doubles them
 * @param blocks number of resolutions, at least 2
 * @param attention whether the skip connections pass attention gates; {@code startFilters} must
 *     then be even
 * @param patch side in pixels of the squares that the network works on: 1, the origin's, keeps
 *     every pixel; 2 computes at half the resolution, four times as fast; the answer is enlarged
 *     again bilinearly, because sub-pixels of their own (Shi et al. 2016) showed as stripes; a
 *     power of two
 * @param detail channels in which patches hand their findings to a few convolutions at the image's
 *     full resolution, which add what the patches are too coarse for; 0 for none
 * @param plane channels in which the deepest block says how the face lies as a whole, which is
 *     added to the answer as a coarse surface; 0 for none
 * @param corners points of that surface along each side, at least 2, between which it is bilinear;
 *     0 without a plane
 * @param deep residual blocks at the deepest resolution, after the block that is there anyway
 * @param refine residual blocks at the other resolutions on the way down, from the finest; shorter
 *     where the rest have none
 */
public record AttentionUNetConfig(
    int inChannels,
    int outChannels,
    int startFilters,
    int blocks,
    boolean attention,
    int patch,
    int detail,
    int plane,
    int corners,
    int deep,
    List<Integer> refine) {
  /** ELEKTRONN3's defaults as the origin used them. */
  public static final AttentionUNetConfig ORIGIN = new AttentionUNetConfig(3, 1, 32, 5, true);

  /** The choices without patches. */
  public AttentionUNetConfig(
      int inChannels, int outChannels, int startFilters, int blocks, boolean attention) {
    this(inChannels, outChannels, startFilters, blocks, attention, 1);
  }

  /** The choices with nothing beside the patches. */
  public AttentionUNetConfig(
      int inChannels, int outChannels, int startFilters, int blocks, boolean attention, int patch) {
    this(inChannels, outChannels, startFilters, blocks, attention, patch, 0, 0, 0, 0, List.of());
  }

  /** Checks every choice. */
  public AttentionUNetConfig {
    atLeast("inChannels", inChannels, 1);
    atLeast("outChannels", outChannels, 1);
    atLeast("startFilters", startFilters, 1);
    atLeast("blocks", blocks, 2);
    atLeast("patch", patch, 1);
    atLeast("detail", detail, 0);
    atLeast("plane", plane, 0);
    atLeast("deep", deep, 0);
    refine = List.copyOf(refine);
    refine.forEach(count -> atLeast("refine", count, 0));
    if (refine.size() >= blocks) {
      throw new IllegalArgumentException(
          "refine must have fewer counts than blocks (" + blocks + "): " + refine);
    }
    if (plane == 0 ? corners != 0 : corners < 2) {
      throw new IllegalArgumentException(
          "corners must be " + (plane == 0 ? "0 without a plane" : "at least 2") + ": " + corners);
    }
    if (patch > 16 || Integer.bitCount(patch) != 1) {
      throw new IllegalArgumentException("patch must be 1, 2, 4, 8 or 16: " + patch);
    }
    if (blocks > 10 || (long) startFilters << blocks > 1 << 20) {
      throw new IllegalArgumentException(
          "blocks = " + blocks + " with startFilters = " + startFilters + " is too large");
    }
    if (attention && startFilters % 2 != 0) {
      throw new IllegalArgumentException(
          "startFilters must be even with attention: " + startFilters);
    }
  }

  /**
   * The choices that these weights were made with, read off their shapes.
   *
   * @throws IllegalArgumentException if they are not of an attention U-Net, naming what is missing
   */
  public static AttentionUNetConfig of(StateDict weights) {
    StateTensor first = weights.entries().get("down_convs.0.conv1.weight");
    StateTensor last = weights.entries().get("conv_final.weight");
    if (first == null || last == null || first.shape().length != 4 || last.shape().length != 4) {
      weights.requireFits(new AttentionUNet(ORIGIN)); // says what is missing, and what is there
      throw new IllegalArgumentException("not the weights of an " + AttentionUNet.ARCHITECTURE);
    }
    StateTensor stem = weights.entries().get("stem.weight");
    int patch = stem == null ? 1 : Math.toIntExact(stem.shape()[2]);
    return new AttentionUNetConfig(
        Math.toIntExact(stem == null ? first.shape()[1] : stem.shape()[1]),
        Math.toIntExact(last.shape()[0]),
        Math.toIntExact(first.shape()[0]),
        count(weights, "down_convs.%d.conv1.weight"),
        weights.names().contains("up_convs.0.attention.theta.weight"),
        patch,
        size(weights, "detail.reduce.weight", 0),
        size(weights, "plane.reduce.weight", 0),
        size(weights, "plane.corners.weight", 2),
        count(weights, "deep.%d.conv1.weight"),
        refine(weights));
  }

  /** Of a weight along one of its axes; 0 if there is no such weight. */
  private static int size(StateDict weights, String name, int axis) {
    StateTensor weight = weights.entries().get(name);
    return weight == null ? 0 : Math.toIntExact(weight.shape()[axis]);
  }

  private static List<Integer> refine(StateDict weights) {
    List<Integer> counts = new ArrayList<>();
    int blocks = count(weights, "down_convs.%d.conv1.weight");
    int last = 0;
    for (int i = 0; i < blocks - 1; i++) {
      counts.add(count(weights, "refine." + i + ".%d.conv1.weight"));
      last = counts.get(i) > 0 ? i + 1 : last;
    }
    return counts.subList(0, last);
  }

  private static int count(StateDict weights, String name) {
    int count = 0;
    while (weights.names().contains(name.formatted(count))) {
      count++;
    }
    return count;
  }

  /** Channels of block {@code i}, counted from the full resolution. */
  public int width(int i) {
    return startFilters << i;
  }

  /** Residual blocks at resolution {@code i}, counted from the full one. */
  int residuals(int i) {
    if (i == blocks - 1) {
      return deep;
    }
    return i < refine.size() ? refine.get(i) : 0;
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
    }
  }
}
