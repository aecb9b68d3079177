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
    return Arrays.stream(values())
        .filter(part -> Files.isDirectory(folder.resolve(part.toString())))
        .toList();
  }

  /** As its folder is called. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
