package facedepth.training;

import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Batches rendered ahead of the trainer by background threads, in the order of their sample
 * indices: the stream depends on the seed and the first index only, not on the number of threads.
 */
final class FaceStream implements AutoCloseable {
  private static final int AHEAD = 6; // batches in flight

  private final int resolution;
  private final int batchSize;
  private final ExecutorService renderers;
  private final ThreadLocal<FaceGenerator> generator;
  private final Deque<List<Future<SyntheticFace>>> pending = new ArrayDeque<>();
  private long nextIndex;

  FaceStream(FaceGenerator faces, int resolution, int batchSize, long firstIndex, int threads) {
    this.resolution = resolution;
    this.batchSize = batchSize;
    nextIndex = firstIndex;
    generator = ThreadLocal.withInitial(() -> faces.forAnotherThread(this.resolution));
    renderers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "face-renderer");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The next batch; waits for it when the renderers are behind. */
  Batch next() throws InterruptedException {
    while (pending.size() < AHEAD) {
      List<Future<SyntheticFace>> batch = new ArrayList<>();
      for (int i = 0; i < batchSize; i++) {
        long index = nextIndex++;
        batch.add(renderers.submit(() -> generator.get().face(index)));
      }
      pending.add(batch);
    }
    List<SyntheticFace> faces = new ArrayList<>();
    for (Future<SyntheticFace> face : pending.remove()) {
      try {
        faces.add(face.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a face could not be rendered", e.getCause());
      }
    }
    return Batch.of(faces);
  }

  @Override
  public void close() {
    renderers.shutdownNow();
  }
}
