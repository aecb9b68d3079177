package facedepth.training;

import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Which rendered face stands where in a stream: it depends on the seed and the position only, not
 * on the number of threads or on where the stream was entered.
 *
 * <p>A scene costs nine times as much as a picture of it, so each is photographed several times,
 * with other backgrounds and other faults, half of them mirrored (what Choi et al. 2019 call data
 * echoing, before augmentation). Pictures of one scene come many batches apart.
 */
final class FaceStream implements Ahead.Order<TrainingFace> {
  private static final int SCENES_APART = 128;

  private final int takes;
  private final boolean mirror;
  private final boolean relative;
  private final ThreadLocal<FaceGenerator> generator;
  private final Map<Long, CompletableFuture<List<TrainingFace>>> scenes = new HashMap<>();

  /**
   * Faces of one size.
   *
   * @param relative whether depth is that of all that is seen, see {@link TrainingFace#relative}
   */
  FaceStream(FaceGenerator faces, DataSettings data, boolean relative, int resolution) {
    this.relative = relative;
    takes = data.takes();
    mirror = data.mirror();
    generator = ThreadLocal.withInitial(() -> faces.forAnotherThread(resolution));
  }

  /** Takes turn about: the newest scene's first, then later ones of ever older scenes. */
  @Override
  public Future<TrainingFace> at(long position, Ahead<TrainingFace> makers) {
    int take = (int) (position % takes);
    long scene = position / takes + (long) (takes - 1 - take) * SCENES_APART;
    CompletableFuture<List<TrainingFace>> faces = scenes.get(scene);
    if (faces == null) {
      faces = makers.begin(() -> photograph(scene, take));
      scenes.put(scene, faces);
    }
    if (take == takes - 1) {
      scenes.remove(scene);
    }
    // Taken out of the list, which others of its pictures keep alive.
    return faces.thenApply(list -> list.set(take, null));
  }

  /** By take; null in place of those before the first one that is wanted. */
  private List<TrainingFace> photograph(long scene, int firstTake) {
    List<TrainingFace> faces = new ArrayList<>();
    FaceGenerator supply = generator.get();
    List<SyntheticFace> takesOfIt = supply.takes(scene, takes);
    for (int take = 0; take < takes; take++) {
      faces.add(take < firstTake ? null : face(takesOfIt.get(take), scene, take, supply));
    }
    return faces;
  }

  private TrainingFace face(SyntheticFace rendered, long scene, int take, FaceGenerator supply) {
    TrainingFace face =
        relative ? TrainingFace.relative(rendered, supply) : TrainingFace.of(rendered);
    long position = (scene - (long) (takes - 1 - take) * SCENES_APART) * takes + take;
    return mirror && TrainingFace.isMirrored(position) ? face.mirrored() : face;
  }
}
