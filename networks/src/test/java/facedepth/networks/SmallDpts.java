package facedepth.networks;

import java.util.List;
import java.util.Optional;

/** The published networks' builds in sizes for tests. */
public final class SmallDpts {
  /** As MiDaS's {@code vitb16_384} and {@code vitl16_384}, for 48x48 pixels. */
  public static final DptConfig PLAIN =
      new DptConfig(
          "small-plain",
          24,
          3,
          5,
          List.of(0, 2, 3, 4),
          List.of(4, 6, 8, 10),
          8,
          3,
          Optional.empty(),
          1,
          false,
          true);

  /** As MiDaS's {@code vitb_rn50_384}. */
  public static final DptConfig HYBRID =
      new DptConfig(
          "small-hybrid",
          24,
          2,
          3,
          List.of(1, 2),
          List.of(32, 64, 12, 12),
          8,
          3,
          Optional.of(new ResNetConfig(8, 4, List.of(1, 2, 1))),
          1,
          false,
          true);

  private SmallDpts() {}

  /**
   * The one a test's row names: {@code plain}, {@code hybrid}, {@code masked}, {@code tiny}, {@code
   * clipped}.
   */
  public static DptConfig named(String name) {
    return switch (name) {
      case "plain" -> PLAIN;
      case "hybrid" -> HYBRID;
      case "masked" -> PLAIN.withOutChannels(2);
      case "tiny" -> DptConfig.TINY;
      case "clipped" -> HYBRID.withNonNegative(true);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
