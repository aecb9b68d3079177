package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.SyntheticFace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faces that are rendered while the run goes on: as many as it wants, each seen once. */
final class RenderedFaces implements FaceSupply {
  private final FaceGenerator faces;
  private final FaceGenerator strangers;
  private final DataSettings data;
  private final boolean relative;

  /**
   * A supply of faces of one head.
   *
   * @param relative whether depth is that of all that is seen, see {@link TrainingFace#relative}
   */
  RenderedFaces(HeadModel head, long seed, int resolution, DataSettings data, boolean relative) {
    this.data = data;
    this.relative = relative;
    faces = new FaceGenerator(head, resolution, seed);
    strangers = faces.withSeed(~seed);
  }

  @Override
  public BatchStream open(int resolution, int batchSize, long firstPosition) {
    FaceStream stream = new FaceStream(faces, data, relative, resolution);
    return new BatchStream(data.threads(), batchSize, firstPosition, stream);
  }

  /** Pictures that show enough of a face, of a seed of their own. */
  @Override
  public List<EvaluationFace> heldOut(int resolution) throws IOException {
    ThreadLocal<FaceGenerator> supply =
        ThreadLocal.withInitial(() -> strangers.forAnotherThread(resolution));
    List<EvaluationFace> heldOut = new ArrayList<>();
    int threads = data.threads();
    try (Ahead<Optional<EvaluationFace>> candidates =
        new Ahead<>(
            "face-maker",
            threads,
            threads + 1,
            0,
            Long.MAX_VALUE,
            (i, makers) -> makers.begin(() -> heldOut(supply.get(), i)))) {
      while (heldOut.size() < data.heldOut()) {
        candidates
            .next()
            .ifPresent(face -> heldOut.add(face.named("face " + (heldOut.size() + 1))));
      }
    }
    return heldOut;
  }

  private Optional<EvaluationFace> heldOut(FaceGenerator supply, long index) {
    SyntheticFace face = supply.face(index);
    int resolution = face.resolution();
    if (face.depth().faceArea() <= resolution * resolution / 40) {
      return Optional.empty();
    }
    DepthMap depth = relative ? TrainingFace.relative(face, supply).depthMap() : face.depth();
    return Optional.of(
        new EvaluationFace("", resolution, face.rgb(), depth, face.camera(), Map.of()));
  }
}
