package facedepth.app;

import java.nio.file.Path;
import java.util.List;

/**
 * Many inputs, one after another: what fails is named in one line, and the rest is done. Exit code
 * 0 if all went well, else 1.
 */
final class Batch {
  private final Console console;
  private final boolean verbose;
  private int failures;

  Batch(Console console, boolean verbose) {
    this.console = console;
    this.verbose = verbose;
  }

  /** What is done with one input. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it, or throws.
     *
     * @param name what its output shall be called
     * @param names where further names come from
     * @throws RunFailedException if the rest need not be tried
     */
    void doWith(Path input, String name, OutputNames names) throws Exception;
  }

  /** The files behind the arguments; folders that come to nothing are counted as failures. */
  List<Path> resolve(List<Path> arguments) {
    return ImageInputs.resolve(arguments, this::failed);
  }

  /** Does all inputs. Results are said by {@code work}; a bar shows how far it has come. */
  int run(String task, List<Path> inputs, OutputNames names, Work work) {
    List<String> wanted = inputs.stream().map(names::forFile).toList();
    try (Progress progress = Progress.of(task, inputs.size(), console)) {
      for (int i = 0; i < inputs.size(); i++) {
        try {
          work.doWith(inputs.get(i), wanted.get(i), names);
        } catch (RunFailedException e) {
          throw e;
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
          failed(inputs.get(i), e);
        }
        progress.step();
      }
    }
    return exitCode();
  }

  int exitCode() {
    return failures == 0 ? Main.DONE : Main.SOME_FAILED;
  }

  private void failed(Path input, Throwable reason) {
    failures++;
    String line = naming(input, ErrorLine.of(reason));
    console.failure(line, reason, verbose);
  }

  /**
   * The line with the input as the command line named it at its start, whatever the library called
   * it.
   */
  private static String naming(Path input, String line) {
    if (line.startsWith(input + ":")) {
      return line;
    }
    String shortName = input.getFileName() + ": ";
    boolean isNamed = line.startsWith(shortName);
    return input + ": " + (isNamed ? line.substring(shortName.length()) : line);
  }
}
