package facedepth.networks;

import java.util.List;
import java.util.Optional;

/**
 * The choices of a {@link Dpt}. MiDaS published three: {@link #LARGE}, {@link #BASE} and {@link
 * #HYBRID}; {@link #TINY} is of the same family and trains on a CPU.
 *
 * @param architecture its name, as the command line knows it
 * @param width channels of a token, a multiple of {@code heads}
 * @param heads of each attention
 * @param blocks of the transformer
 * @param hooks after which blocks, counted from 0, values are taken for the decoder: the last four
 *     of its inputs, or the last two when a ResNet gives the first two; the last block is one
 * @param reassembled channels of the decoder's four inputs, finest first
 * @param features channels of the decoder, even
 * @param gridSide height and width, in patches of 16x16 pixels, that positions are learnt for
 * @param resnet what stands before the transformer, if anything
 * @param outChannels 1 depth; 2 depth and the logit of the face mask
 * @param nonNegative whether a last rectifier keeps the answer from being negative; needs {@code
 *     outChannels} 1
 * @param unusedEntries whether the state dict has what MiDaS's has and nothing reads: the
 *     transformer's last normalisation and its classifier, and one residual unit
 */
public record DptConfig(
    String architecture,
    int width,
    int heads,
    int blocks,
    List<Integer> hooks,
    List<Integer> reassembled,
    int features,
    int gridSide,
    Optional<ResNetConfig> resnet,
    int outChannels,
    boolean nonNegative,
    boolean unusedEntries) {
  /** MiDaS's {@code vitl16_384}, 344 million values. */
  public static final DptConfig LARGE =
      new DptConfig(
          "dpt-large",
          1024,
          16,
          24,
          List.of(5, 11, 17, 23),
          List.of(256, 512, 1024, 1024),
          256,
          24,
          Optional.empty(),
          1,
          true,
          true);

  /** MiDaS's {@code vitb16_384}, 112 million values. */
  public static final DptConfig BASE =
      new DptConfig(
          "dpt-base",
          768,
          12,
          12,
          List.of(2, 5, 8, 11),
          List.of(96, 192, 384, 768),
          256,
          24,
          Optional.empty(),
          1,
          true,
          true);

  /** MiDaS's {@code vitb_rn50_384}, 123 million values: a ResNet gives the two finer inputs. */
  public static final DptConfig HYBRID =
      new DptConfig(
          "dpt-hybrid",
          768,
          12,
          12,
          List.of(8, 11),
          List.of(256, 512, 768, 768),
          256,
          24,
          Optional.of(ResNetConfig.R50),
          1,
          true,
          true);

  /**
   * For training from nothing on a CPU, 7.2 million values: the transformer is ViT-Tiny (Touvron et
   * al. 2021: width 192, 3 heads, 12 blocks), the narrowest that is known to learn; the decoder has
   * a quarter of the features, because at full resolution it, not the transformer, decides the
   * time; positions are learnt for 128x128 pixels. Answers are signed, as depth in crop widths is.
   */
  public static final DptConfig TINY =
      new DptConfig(
          "dpt-tiny",
          192,
          3,
          12,
          List.of(2, 5, 8, 11),
          List.of(48, 96, 192, 192),
          64,
          8,
          Optional.empty(),
          1,
          false,
          false);

  /** All that have a name. */
  public static final List<DptConfig> NAMED = List.of(LARGE, BASE, HYBRID, TINY);

  /** Checks every choice. */
  public DptConfig {
    hooks = List.copyOf(hooks);
    reassembled = List.copyOf(reassembled);
    require(heads >= 1 && width >= heads && width % heads == 0, "heads = " + heads, width);
    int taken = resnet.isPresent() ? 2 : 4;
    // A block after the last hook would be computed for nothing.
    boolean ascending = hooks.size() == taken && hooks.get(taken - 1) == blocks - 1;
    for (int i = 0; i < hooks.size(); i++) {
      int least = i == 0 ? 0 : hooks.get(i - 1) + 1;
      ascending &= hooks.get(i) >= least;
    }
    require(ascending, "blocks = " + blocks + ", hooks = " + hooks, width);
    require(
        reassembled.size() == 4 && reassembled.stream().allMatch(channels -> channels >= 1),
        "reassembled = " + reassembled,
        width);
    require(
        resnet.isEmpty()
            || (reassembled.get(0) == resnet.get().outChannels(0)
                && reassembled.get(1) == resnet.get().outChannels(1)),
        "reassembled = " + reassembled + ", but the ResNet's stages are others",
        width);
    require(features >= 2 && features % 2 == 0, "features = " + features, width);
    require(gridSide >= 1, "gridSide = " + gridSide, width);
    require(
        outChannels >= 1 && (outChannels == 1 || !nonNegative),
        "outChannels = " + outChannels + ", nonNegative = " + nonNegative,
        width);
  }

  /** The one of that name. */
  public static Optional<DptConfig> named(String architecture) {
    return NAMED.stream().filter(config -> config.architecture.equals(architecture)).findFirst();
  }

  /**
   * With the channels of the answer that these weights have; all else is the architecture's.
   * Weights of another architecture are found out when they are compared with the network.
   */
  public DptConfig fitting(StateDict weights) {
    StateTensor last = weights.entries().get("scratch.output_conv.4.weight");
    boolean masked = last != null && last.shape().length == 4 && last.shape()[0] == 2;
    return masked && !unusedEntries ? withOutChannels(2) : this;
  }

  /** Height and width in pixels of the pictures that positions are learnt for. */
  public int trainedSide() {
    return Dpt.PATCH * gridSide;
  }

  /** With a last rectifier or without: MiDaS's {@code non_negative}. */
  public DptConfig withNonNegative(boolean newNonNegative) {
    return with(outChannels, newNonNegative);
  }

  /** With as many channels of the answer; signed if that is more than one. */
  public DptConfig withOutChannels(int newOutChannels) {
    return with(newOutChannels, nonNegative && newOutChannels == 1);
  }

  private DptConfig with(int newOutChannels, boolean newNonNegative) {
    return new DptConfig(
        architecture,
        width,
        heads,
        blocks,
        hooks,
        reassembled,
        features,
        gridSide,
        resnet,
        newOutChannels,
        newNonNegative,
        unusedEntries);
  }

  private static void require(boolean holds, String what, int width) {
    if (!holds) {
      throw new IllegalArgumentException("no DPT of width " + width + " has " + what);
    }
  }
}
