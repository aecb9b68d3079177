package facedepth.training;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Batches read from folders and brought to their size ahead of the trainer. */
final class FolderStream implements BatchStream {
  private static final int AHEAD = 6; // batches in flight

  private final FolderFaces faces;
  private final EpochOrder order;
  private final DataSettings data;
  private final int resolution;
  private final int batchSize;
  private final ExecutorService readers;
  private final Deque<List<Future<TrainingFace>>> pending = new ArrayDeque<>();
  private long nextPosition;

  FolderStream(
      FolderFaces faces, EpochOrder order, DataSettings data, int resolution, int batchSize) {
    this.faces = faces;
    this.order = order;
    this.data = data;
    this.resolution = resolution;
    this.batchSize = batchSize;
    readers = Makers.start("face-reader", data.threads());
  }

  /** Enters the stream at a position. */
  FolderStream from(long position) {
    nextPosition = position;
    return this;
  }

  @Override
  public Batch next() throws IOException, InterruptedException {
    while (pending.size() < AHEAD) {
      List<Future<TrainingFace>> batch = new ArrayList<>();
      for (int i = 0; i < batchSize; i++) {
        batch.add(ask(nextPosition++));
      }
      pending.add(batch);
    }
    List<TrainingFace> batch = new ArrayList<>();
    for (Future<TrainingFace> face : pending.remove()) {
      try {
        batch.add(face.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException reason) {
          throw new IOException(reason.getMessage(), reason);
        }
        throw new IllegalStateException("a sample could not be prepared", e.getCause());
      }
    }
    return Batch.of(batch);
  }

  private Future<TrainingFace> ask(long position) {
    int[] epoch = order.of(order.epoch(position));
    int place = order.place(position);
    // A sample that was mirrored in one epoch is not bound to be in the next.
    boolean mirrored = data.mirror() && TrainingFace.isMirrored(position);
    return readers.submit(
        () -> {
          TrainingFace face = faces.read(epoch, place, resolution);
          return mirrored ? face.mirrored() : face;
        });
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
