package facedepth.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Batches made ahead of the trainer by background threads, without end. For one thread. */
final class BatchStream implements AutoCloseable {
  private static final int BATCHES_AHEAD = 6;

  private final Ahead<TrainingFace> faces;
  private final int batchSize;

  /**
   * A stream from a position on.
   *
   * @param threads that make faces
   * @param firstPosition how many faces come before it
   */
  BatchStream(int threads, int batchSize, long firstPosition, Ahead.Order<TrainingFace> order) {
    this.batchSize = batchSize;
    int ahead = BATCHES_AHEAD * batchSize;
    faces = new Ahead<>("face-maker", threads, ahead, firstPosition, Long.MAX_VALUE, order);
  }

  /**
   * The next batch; waits for it when its makers are behind.
   *
   * @throws IOException if the faces can no longer be read
   */
  Batch next() throws IOException {
    List<TrainingFace> batch = new ArrayList<>();
    for (int i = 0; i < batchSize; i++) {
      batch.add(faces.next());
    }
    return new Batch(batch);
  }

  /** Seconds that its makers have worked so far, on average over all of them. */
  double busySeconds() {
    return faces.busySeconds();
  }

  /** Stops the background threads. */
  @Override
  public void close() {
    faces.close();
  }
}
