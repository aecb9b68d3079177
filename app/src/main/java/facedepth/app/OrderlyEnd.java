package facedepth.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, a program that is told to end (Ctrl-C, or a kill that can be heard) first comes
 * to a good end of what it is at; a program that computes in native code would otherwise lose that
 * code's memory under its feet.
 */
final class OrderlyEnd implements AutoCloseable {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /**
   * Begins to listen.
   *
   * @param stop asks the work to end soon; called by another thread than the one that works
   * @param patienceSeconds how long that is waited for
   * @param said what the user is told when it has ended
   */
  OrderlyEnd(Runnable stop, int patienceSeconds, Console console, String said) {
    hook =
        new Thread(
            () -> {
              stop.run();
              try {
                if (ended.await(patienceSeconds, TimeUnit.SECONDS)) {
                  console.note("facedepth: stopped; " + said);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "orderly-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The work has ended. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already, and the hook waits for this.
    }
  }
}
