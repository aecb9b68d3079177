package facedepth.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program: runs a command and turns whatever goes wrong into one line and an exit code. */
public final class Main {
  /** All was done. */
  static final int DONE = 0;

  /** Some inputs failed; the rest was done. */
  static final int SOME_FAILED = 1;

  /** The command line was wrong; nothing was done. */
  static final int WRONG_USAGE = 2;

  private Main() {}

  /** Runs and ends the process. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    // The launcher looks, because Java 17 cannot tell whether standard error is a terminal.
    boolean terminal = Boolean.getBoolean("facedepth.terminal");
    int exitCode = run(args, new Console(out, err, terminal));
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Runs one command line within this process. */
  static int run(String[] args, Console console) {
    FacedepthCommand root = new FacedepthCommand(console);
    CommandLine commandLine = new CommandLine(root);
    Commands.addTo(commandLine, root, args);
    commandLine.setOut(console.out());
    commandLine.setErr(console.err());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler((failure, rest) -> wrongUsage(failure, console));
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> failed(failure, console, root));
    try {
      return commandLine.execute(args);
    } catch (Error e) { // picocli hands on exceptions, but not errors such as too little memory
      return failed(e, console, root);
    }
  }

  private static int failed(Throwable failure, Console console, FacedepthCommand root) {
    Throwable reason = failure instanceof RunFailedException ? failure.getCause() : failure;
    console.failure(ErrorLine.of(reason), reason, root.verbose());
    return SOME_FAILED;
  }

  private static int wrongUsage(ParameterException failure, Console console) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    String line = failure.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    console.err().print("facedepth: " + line + "; see " + command + " --help\n");
    console.err().flush();
    return WRONG_USAGE;
  }
}
