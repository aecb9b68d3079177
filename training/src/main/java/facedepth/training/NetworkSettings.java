package facedepth.training;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.Dpt;
import facedepth.networks.DptConfig;
import facedepth.networks.Network;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which network, and the size of it.
 *
 * @param architecture {@code attention-unet}, the default: learns faster than the others from few
 *     faces; or the name of a {@link DptConfig}, of which {@code dpt-tiny} trains on a CPU
 * @param startFilters of the Attention U-Net, as all that follows: channels of the first block;
 *     default 24, about half the cost of the origin's 32; null for another architecture
 * @param blocks resolutions of the network; default 5, the origin's: at 128 pixels the deepest sees
 *     the whole face
 * @param attention whether skips pass attention gates; default true, as the origin
 * @param patch side of the squares of pixels that the network works on; default 2: it computes at
 *     half the resolution, four times as fast as 1, the origin's
 * @param detail channels of the convolutions at full resolution that add what patches are too
 *     coarse for; default 8, which costs a tenth more; 0, and the default, without patches
 * @param plane channels in which the deepest block says how the face lies as a whole; default 192,
 *     which costs next to nothing; 0, and the default, without patches
 * @param corners points along each side of the surface that says so; default 8; 0 without a plane
 * @param deep residual blocks at the deepest resolution; default 2; 0, and the default, without
 *     patches
 * @param refine residual blocks at the other resolutions on the way down, from the finest; default
 *     none
 */
public record NetworkSettings(
    String architecture,
    Integer startFilters,
    Integer blocks,
    Boolean attention,
    Integer patch,
    Integer detail,
    Integer plane,
    Integer corners,
    Integer deep,
    List<Integer> refine) {
  /** All defaults. */
  public static final NetworkSettings DEFAULT =
      new NetworkSettings(null, null, null, null, null, null, null, null, null, null);

  /** Fills in the defaults and checks what is left. */
  public NetworkSettings {
    architecture = Defaults.or(architecture, AttentionUNet.ARCHITECTURE);
    if (architecture.equals(AttentionUNet.ARCHITECTURE)) {
      startFilters = Defaults.or(startFilters, 24);
      blocks = Defaults.or(blocks, 5);
      attention = Defaults.or(attention, true);
      patch = Defaults.or(patch, 2);
      detail = Defaults.or(detail, patch == 1 ? 0 : 8);
      plane = Defaults.or(plane, patch == 1 ? 0 : 192);
      corners = Defaults.or(corners, plane == 0 ? 0 : 8);
      deep = Defaults.or(deep, patch == 1 ? 0 : 2);
      refine = Defaults.or(refine, List.of());
      new AttentionUNetConfig( // checks them
          3, 1, startFilters, blocks, attention, patch, detail, plane, corners, deep, refine);
    } else {
      dpt(architecture);
      if (Stream.of(startFilters, blocks, attention, patch, detail, plane, corners, deep, refine)
          .anyMatch(Objects::nonNull)) {
        throw new IllegalArgumentException(
            "network.startFilters, blocks, attention, patch, detail, plane, corners, deep and"
                + " refine are choices of "
                + AttentionUNet.ARCHITECTURE
                + "; "
                + architecture
                + " has none: leave them out");
      }
    }
  }

  /** What is trained: with a second answer where the face mask is learned too. */
  Network definition(boolean mask) {
    int outChannels = mask ? 2 : 1;
    return architecture.equals(AttentionUNet.ARCHITECTURE)
        ? new AttentionUNet(
            new AttentionUNetConfig(
                3,
                outChannels,
                startFilters,
                blocks,
                attention,
                patch,
                detail,
                plane,
                corners,
                deep,
                refine))
        // Both depth in crop widths and the origin's in [-1, 1] have a sign.
        : new Dpt(dpt(architecture).withNonNegative(false).withOutChannels(outChannels));
  }

  private static DptConfig dpt(String architecture) {
    return DptConfig.named(architecture)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "network.architecture is '" + architecture + "', which is none of " + known()));
  }

  private static String known() {
    List<String> dpts = DptConfig.NAMED.stream().map(DptConfig::architecture).toList();
    return Stream.concat(Stream.of(AttentionUNet.ARCHITECTURE), dpts.stream())
        .collect(Collectors.joining(", "));
  }
}
