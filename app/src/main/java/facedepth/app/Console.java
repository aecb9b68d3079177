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
  /** Wipes what a progress bar has drawn; the bar draws itself again below. */
  private static final String WIPE_LINE = "\r\u001b[K";

  /** One line of failure. */
  synchronized void failure(String line) {
    err.print((terminal ? WIPE_LINE : "") + "facedepth: " + line + "\n");
    err.flush();
  }

  /** One line of failure, with the stack trace under it if asked for. */
  synchronized void failure(String line, Throwable cause, boolean verbose) {
    failure(line);
    if (verbose) {
      cause.printStackTrace(err);
      err.flush();
    }
  }

  /** One line that is no failure, but worth knowing. */
  synchronized void note(String line) {
    err.print(line + "\n");
    err.flush();
  }

  /** One line of result. */
  synchronized void say(String line) {
    if (terminal) {
      err.print(WIPE_LINE);
      err.flush();
    }
    out.print(line + "\n");
    out.flush();
  }
}
