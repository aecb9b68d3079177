package facedepth.app;

/** Ends a batch: its cause concerns all inputs, not the one at hand. */
final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunFailedException(Exception cause) {
    super(cause);
  }
}
