package facedepth.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names for what one run writes, none of them twice: of {@code a/portrait.jpg} and {@code
 * b/portrait.png} the second becomes {@code portrait-2}. Upper and lower case count as the same, as
 * some file systems see it.
 */
final class OutputNames {
  private final Set<String> taken = new HashSet<>();

  /** A free name made from the file's name without its extension. */
  String forFile(Path file) {
    return free(stem(file));
  }

  /** {@code wanted}, or where that is taken {@code wanted-2}, {@code wanted-3} and so on. */
  String free(String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = wanted + "-" + number;
    }
    return name;
  }

  /** The file's name up to its last dot; a name that is all extension stays whole. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
