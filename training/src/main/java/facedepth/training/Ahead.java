package facedepth.training;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Things in their order, made by other threads a little before they are wanted. For one thread; the
 * makers end with it or with the program.
 */
final class Ahead<T> implements AutoCloseable {
  private final ThreadPoolExecutor makers;
  private final int threads;
  private final AtomicLong busyNanos = new AtomicLong();
  private final int ahead;
  private final long end;
  private final Order<T> order;
  private final Deque<Future<T>> pending = new ArrayDeque<>();
  private long asked;

  /** Says what stands at a position. */
  interface Order<T> {
    /** What will be there, by a task that was begun now or earlier. Called once a position. */
    Future<T> at(long position, Ahead<T> makers);
  }

  /**
   * A sequence from one position up to another.
   *
   * @param name of the threads
   * @param ahead how many things are ordered before they are wanted
   */
  Ahead(String name, int threads, int ahead, long from, long to, Order<T> order) {
    this.threads = threads;
    this.ahead = ahead;
    this.order = order;
    asked = from;
    end = to;
    makers =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Has a maker do something. */
  <R> CompletableFuture<R> begin(Callable<R> task) {
    CompletableFuture<R> result = new CompletableFuture<>();
    makers.execute(
        () -> {
          long start = System.nanoTime();
          try {
            result.complete(task.call());
          } catch (Exception | Error e) { // whoever waits must hear of it
            result.completeExceptionally(e);
          }
          busyNanos.addAndGet(System.nanoTime() - start);
        });
    return result;
  }

  /** Seconds that makers have worked so far, on average over all of them. */
  double busySeconds() {
    return busyNanos.get() * 1e-9 / threads;
  }

  boolean hasNext() {
    return asked < end || !pending.isEmpty();
  }

  /**
   * The next; waits for it.
   *
   * @throws IOException if it cannot be read, or an interrupt ended the waiting
   */
  T next() throws IOException {
    while (pending.size() < ahead && asked < end) {
      pending.add(order.at(asked++, this));
    }
    try {
      return pending.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("a face could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped = new InterruptedIOException("interrupted");
      stopped.initCause(e);
      throw stopped;
    }
  }

  /**
   * Drops what was not begun and waits for what was: a maker that is interrupted in the middle of a
   * file takes a good one for damaged, and one that goes on reads files that may be gone.
   */
  @Override
  public void close() {
    makers.shutdown();
    makers.getQueue().clear();
    boolean interrupted = false;
    while (!makers.isTerminated()) {
      try {
        makers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
