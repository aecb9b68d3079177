package facedepth.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What all commands share. A command's fields and method signatures name no class of an engine:
 * picocli looks at all of them at every start, and only {@code call} may load an engine.
 */
abstract class Subcommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;

  private final FacedepthCommand root;

  @Spec private CommandSpec spec;

  Subcommand(FacedepthCommand root) {
    this.root = root;
  }

  final Console console() {
    return root.console();
  }

  final boolean verbose() {
    return root.verbose();
  }

  final void requireThreads(int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw wrongUsage("--threads " + threads + " is not from 1 to " + MOST_THREADS);
    }
  }

  /** Java's own message about reading a folder does not name it. */
  static void requireNoFolder(Path file) {
    if (Files.isDirectory(file)) {
      throw new CommandException(file + ": is a folder", "name a file in it");
    }
  }

  /** What is thrown when an option's value makes no sense: exit code 2. */
  final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
