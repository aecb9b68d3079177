package facedepth.synthesis.dataset;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where the files of the layout {@code eg3d} lie: as the generator of the origin put them. */
final class Eg3dNames {
  static final String PICTURES = "images";
  static final String DEPTHS = "depth128x128";
  static final String CAMERAS = "cam_poses";

  /** Five digits, but the origin's first ones have four. */
  static final Pattern PICTURE = Pattern.compile("(seed\\d{4,})\\.png");

  static final Pattern CAMERA = Pattern.compile("(seed\\d{4,})\\.npy");

  private Eg3dNames() {}

  static String name(long index) {
    return String.format(Locale.ROOT, "seed%05d", index);
  }

  static Path picture(Path folder, String name) {
    return folder.resolve(PICTURES).resolve(name + ".png");
  }

  static Path depth(Path folder, String name) {
    return folder.resolve(DEPTHS).resolve(name + ".png");
  }

  static Path camera(Path folder, String name) {
    return folder.resolve(CAMERAS).resolve(name + ".npy");
  }
}
