package facedepth.synthesis.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds samples by the names of their files. */
final class SampleNames {
  private SampleNames() {}

  /** The first group of the pattern for every file of a folder that matches, sorted. */
  static List<String> in(Path folder, Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> pattern.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .sorted()
          .toList();
    }
  }
}
