package facedepth.synthesis.dataset;

import java.nio.file.Path;
import java.util.Locale;

/** Where the files of the layout {@code native} lie. */
final class NativeNames {
  private NativeNames() {}

  static Path picture(Path folder, long index) {
    return file(folder, index, ".png");
  }

  static Path depth(Path folder, long index) {
    return file(folder, index, "-depth.png");
  }

  static Path mask(Path folder, long index) {
    return file(folder, index, "-mask.png");
  }

  static Path normals(Path folder, long index) {
    return file(folder, index, "-normals.png");
  }

  static Path depthFloats(Path folder, long index) {
    return file(folder, index, "-depth.npy");
  }

  static Path normalFloats(Path folder, long index) {
    return file(folder, index, "-normals.npy");
  }

  static Path json(Path folder, long index) {
    return file(folder, index, ".json");
  }

  private static Path file(Path folder, long index, String ending) {
    return folder.resolve(String.format(Locale.ROOT, "%06d", index) + ending);
  }
}
