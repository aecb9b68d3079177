package facedepth.training;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Some faces of a set in their order, read or rendered by other threads a little ahead. */
final class FacesAhead implements AutoCloseable {
  private final EvaluationSet set;
  private final int[] indices;
  private final int ahead;
  private final ExecutorService readers;
  private final Deque<Future<EvaluationFace>> pending = new ArrayDeque<>();
  private int asked;
  private int given;

  /** The faces of these indices. */
  FacesAhead(EvaluationSet set, int[] indices, int threads) {
    this.set = set;
    this.indices = indices;
    ahead = threads + 1;
    readers = Makers.start("face-reader", threads);
  }

  boolean hasNext() {
    return given < indices.length;
  }

  /** The next face; waits for it. */
  EvaluationFace next() throws IOException {
    while (pending.size() < ahead && asked < indices.length) {
      int index = indices[asked++];
      pending.add(readers.submit(() -> set.face(index)));
    }
    given++;
    try {
      return pending.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("a face could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
