package facedepth.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The files that a command line's arguments stand for. */
final class ImageInputs {
  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "jpe", "png", "webp", "tif", "tiff", "bmp", "gif");

  private ImageInputs() {}

  /**
   * A file stands for itself, whatever its name and whether or not it is there: reading it will
   * tell. A folder stands for the images directly in it, by extension and in the order of their
   * names; hidden files are left out. What is named twice comes once.
   *
   * @param failed told of each folder that cannot be read or holds no image
   */
  static List<Path> resolve(List<Path> arguments, FailedInput failed) {
    Set<Path> seen = new LinkedHashSet<>();
    List<Path> files = new ArrayList<>();
    for (Path argument : arguments) {
      for (Path file : filesOf(argument, failed)) {
        if (seen.add(file.toAbsolutePath().normalize())) {
          files.add(file);
        }
      }
    }
    return files;
  }

  /** Hears of an input that came to nothing. */
  @FunctionalInterface
  interface FailedInput {
    void report(Path input, Exception reason);
  }

  private static List<Path> filesOf(Path argument, FailedInput failed) {
    if (!Files.isDirectory(argument)) {
      return List.of(argument);
    }
    try (Stream<Path> entries = Files.list(argument)) {
      List<Path> images = entries.filter(ImageInputs::isImage).sorted().toList();
      if (images.isEmpty()) {
        throw new CommandException(
            argument + ": the folder holds no image",
            "images end in " + String.join(", ", EXTENSIONS.stream().sorted().toList()));
      }
      return images;
    } catch (IOException | CommandException e) {
      failed.report(argument, e);
      return List.of();
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && EXTENSIONS.contains(extension) && Files.isRegularFile(file);
  }
}
