package facedepth.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What all commands share. A command's fields and method signatures name no class of an engine:
 * picocli looks at all of them at every start, and only {@code call} may load an engine.
 */
abstract class Subcommand implements Callable<Integer> {
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

  /** What is thrown when an option's value makes no sense: exit code 2. */
  final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
