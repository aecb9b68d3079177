package facedepth.synthesis.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parts that a published data set comes in, each a folder of that name. */
public enum Part {
  /** To be learned from. */
  TRAIN,
  /** To judge a run by while it goes on. */
  VAL,
  /** To judge by at the end, and by nothing else. */
  TEST;

  /** Those that a folder holds. */
  static List<Part> in(Path folder) {
    return Arrays.stream(values()).filter(part -> part.isIn(folder)).toList();
  }

  /** Whether a folder is divided into parts and holds this one. */
  public boolean isIn(Path folder) {
    return !Manifest.isIn(folder) && Files.isDirectory(folder.resolve(toString()));
  }

  /** As its folder is called. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
