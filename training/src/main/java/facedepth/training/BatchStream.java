package facedepth.training;

import java.io.IOException;

/** Batches made ahead of the trainer by background threads, without end. For one thread. */
interface BatchStream extends AutoCloseable {

  /**
   * The next batch; waits for it when its makers are behind.
   *
   * @throws IOException if the faces can no longer be read
   */
  Batch next() throws IOException, InterruptedException;

  /** Stops the background threads. */
  @Override
  void close();
}
