package facedepth.app;

/** Something the person at the keyboard can mend: what is wrong, and what to do about it. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * Says both.
   *
   * @param message what is wrong, naming the file or option
   * @param hint what to do, or an empty string when the message says enough
   */
  CommandException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** Message and hint as one line. */
  String line() {
    return hint.isEmpty() ? getMessage() : getMessage() + "; " + hint;
  }
}
