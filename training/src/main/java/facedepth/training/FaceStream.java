package facedepth.training;

import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Batches rendered ahead of the trainer by background threads. The stream depends on the seed and
 * the position only, not on the number of threads or on where it was entered.
 *
 * <p>A scene costs nine times as much as a picture of it, so each is photographed several times,
 * with other backgrounds and other faults, half of them mirrored (what Choi et al. 2019 call data
 * echoing, before augmentation). Pictures of one scene come many batches apart.
 */
final class FaceStream implements BatchStream {
  private static final int AHEAD = 6; // batches in flight
  private static final int SCENES_APART = 128;

  private final int resolution;
  private final int batchSize;
  private final int takes;
  private final boolean mirror;
  private final boolean relative;
  private final ExecutorService renderers;
  private final ThreadLocal<FaceGenerator> generator;
  private final Deque<List<Ordered>> pending = new ArrayDeque<>();
  private final Map<Long, Future<Deque<TrainingFace>>> scenes = new HashMap<>();
  private long nextPosition;

  /** A picture that was asked for: the next that its scene's renderer has. */
  private record Ordered(Future<Deque<TrainingFace>> scene, boolean mirrored) {}

  /**
   * A stream from a position on.
   *
   * @param relative whether depth is that of all that is seen, see {@link TrainingFace#relative}
   * @param firstPosition how many pictures come before it
   */
  FaceStream(
      FaceGenerator faces,
      DataSettings data,
      boolean relative,
      int resolution,
      int batchSize,
      long firstPosition) {
    this.resolution = resolution;
    this.batchSize = batchSize;
    this.relative = relative;
    takes = data.takes();
    mirror = data.mirror();
    nextPosition = firstPosition;
    generator = ThreadLocal.withInitial(() -> faces.forAnotherThread(this.resolution));
    renderers = Makers.start("face-renderer", data.threads());
  }

  @Override
  public Batch next() throws InterruptedException {
    while (pending.size() < AHEAD) {
      List<Ordered> batch = new ArrayList<>();
      for (int i = 0; i < batchSize; i++) {
        batch.add(order(nextPosition++));
      }
      pending.add(batch);
    }
    List<TrainingFace> faces = new ArrayList<>();
    for (Ordered ordered : pending.remove()) {
      try {
        TrainingFace face = ordered.scene.get().remove();
        faces.add(ordered.mirrored ? face.mirrored() : face);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a face could not be rendered", e.getCause());
      }
    }
    return Batch.of(faces);
  }

  /** Takes turn about: the newest scene's first, then later ones of ever older scenes. */
  private Ordered order(long position) {
    int take = (int) (position % takes);
    long scene = position / takes + (long) (takes - 1 - take) * SCENES_APART;
    Future<Deque<TrainingFace>> faces =
        scenes.computeIfAbsent(scene, s -> renderers.submit(() -> photograph(s, take)));
    if (take == takes - 1) {
      scenes.remove(scene);
    }
    return new Ordered(faces, mirror && TrainingFace.isMirrored(position));
  }

  private Deque<TrainingFace> photograph(long scene, int firstTake) {
    Deque<TrainingFace> faces = new ArrayDeque<>();
    FaceGenerator supply = generator.get();
    for (SyntheticFace face : supply.takes(scene, takes).subList(firstTake, takes)) {
      faces.add(relative ? TrainingFace.relative(face, supply) : TrainingFace.of(face));
    }
    return faces;
  }

  @Override
  public void close() {
    renderers.shutdownNow();
  }
}
