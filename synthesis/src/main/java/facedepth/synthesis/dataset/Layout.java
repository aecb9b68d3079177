package facedepth.synthesis.dataset;

import java.util.Locale;

/** How the files of a data set are named and laid out. */
public enum Layout {
  /** Everything that is known of a sample, in the product's own units. */
  NATIVE(1, 256),
  /** The training set of the product's origin, for its notebooks. */
  EG3D(1, 512);

  private final int version;
  private final int defaultSize;

  Layout(int version, int defaultSize) {
    this.version = version;
    this.defaultSize = defaultSize;
  }

  /** Grows when files written by an older version can no longer be read. */
  public int version() {
    return version;
  }

  /** Side of the pictures in pixels unless somebody asks for another. */
  public int defaultSize() {
    return defaultSize;
  }

  /** As commands and files call it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
