package facedepth.training;

import facedepth.networks.torch.TorchRuntime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Threads that compute with libtorch side by side, each operation of theirs on one thread. A team
 * of one is the caller's own thread, and its operations are as parallel as the process allows.
 */
final class ThreadTeam implements AutoCloseable {
  private final int size;
  private final ExecutorService threads; // null where the caller is the team

  ThreadTeam(int size) {
    this.size = size;
    threads = size == 1 ? null : Executors.newFixedThreadPool(size, ThreadTeam::thread);
  }

  private static Thread thread(Runnable tasks) {
    Thread thread =
        new Thread(
            () -> {
              TorchRuntime.setThreads(1); // libtorch keeps this for each thread
              tasks.run();
            },
            "learner");
    thread.setDaemon(true);
    return thread;
  }

  int size() {
    return size;
  }

  /**
   * Does all tasks and waits for them; the first ones begin first. What autograd and scopes are
   * told holds for one thread, so each task has to tell them itself.
   *
   * @return what they return, in their order
   * @throws RuntimeException of a task that failed, when all are done
   */
  <T> List<T> run(List<Supplier<T>> tasks) {
    if (threads == null) {
      return tasks.stream().map(Supplier::get).toList();
    }
    List<CompletableFuture<T>> begun =
        tasks.stream().map(task -> CompletableFuture.supplyAsync(task, threads)).toList();
    await(begun);
    return begun.stream().map(CompletableFuture::join).toList();
  }

  /** As {@link #run}, of tasks that return nothing. */
  void runAll(List<Runnable> tasks) {
    if (threads == null) {
      tasks.forEach(Runnable::run);
    } else {
      await(tasks.stream().map(task -> CompletableFuture.runAsync(task, threads)).toList());
    }
  }

  private static void await(List<? extends CompletableFuture<?>> begun) {
    try {
      CompletableFuture.allOf(begun.toArray(new CompletableFuture<?>[0])).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdown();
    }
  }
}
