package facedepth.training;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that make faces ahead of whoever wants them; they end with the program. */
final class Makers {
  private Makers() {}

  static ExecutorService start(String name, int threads) {
    return Executors.newFixedThreadPool(
        threads,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
