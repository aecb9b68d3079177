package facedepth.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One command line run within the test's process, and what it said. */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode = Main.run(words, new Console(new PrintWriter(out), new PrintWriter(err), false));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** The lines on standard error. */
  List<String> errorLines() {
    return err.lines().toList();
  }
}
