package facedepth.inference;

import java.util.Locale;

/** Where a reconstruction's focal length comes from. */
public enum FocalLengthSource {
  /** The photo's EXIF data. */
  EXIF,
  /** The caller. */
  OPTION,
  /** Nowhere: {@link ReconstructionOptions#DEFAULT_FOCAL_LENGTH}. */
  DEFAULT;

  /** As {@code reconstruction.json} has it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
