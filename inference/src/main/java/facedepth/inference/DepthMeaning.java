package facedepth.inference;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the numbers that a network answers say about {@code z}, the distance from the camera. */
public enum DepthMeaning {
  /** Crop widths, 0 at the median of the face: this product's own face models. */
  CROP_WIDTHS("crop-widths", false),
  /** {@code 1/z} up to a positive factor and an addend: MiDaS, Depth Anything. */
  INVERSE("inverse", true),
  /** {@code z} up to a positive factor and an addend: DAViD. */
  RELATIVE("relative", false),
  /** {@code -z} up to a positive factor and an addend: the origin's networks, in [-1, 1]. */
  NEARNESS("nearness", true),
  /** {@code z} in some unit, be it metres: up to a positive factor, but no addend. */
  METRIC("metric", false),
  /** {@code x, y, z} in one unit, z up to an addend: MoGe. The depth is z. */
  POINTS("points", false);

  private final String text;
  private final boolean largerIsNearer;

  DepthMeaning(String text, boolean largerIsNearer) {
    this.text = text;
    this.largerIsNearer = largerIsNearer;
  }

  /** As model cards, properties of models and reconstruction.json have it. */
  public String text() {
    return text;
  }

  /** Whether larger numbers are nearer to the camera. */
  public boolean isLargerNearer() {
    return largerIsNearer;
  }

  static Optional<DepthMeaning> of(String text) {
    return Arrays.stream(values()).filter(meaning -> meaning.text.equals(text)).findFirst();
  }

  /** What a card may say: crop widths only go with the mask of this product's own models. */
  static String choices() {
    return Arrays.stream(values())
        .filter(meaning -> meaning != CROP_WIDTHS)
        .map(DepthMeaning::text)
        .collect(Collectors.joining(", "));
  }
}
