package facedepth.app;

import java.io.PrintWriter;

/**
 * Where a command speaks: results to standard output, everything else to standard error.
 *
 * @param out results
 * @param err failures and progress
 * @param terminal whether standard error is watched by a person, so that progress may be drawn
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {

  /** One line of failure, with the stack trace under it if asked for. */
  synchronized void failure(String line, Throwable cause, boolean verbose) {
    err.print("facedepth: " + line + "\n");
    if (verbose) {
      cause.printStackTrace(err);
    }
    err.flush();
  }

  /** One line of result. */
  synchronized void say(String line) {
    out.print(line + "\n");
    out.flush();
  }
}
