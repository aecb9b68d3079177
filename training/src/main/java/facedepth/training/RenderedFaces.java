package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.SyntheticFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    return new FaceStream(faces, data, relative, resolution, batchSize, firstPosition);
  }

  /** Pictures that show enough of a face, of a seed of their own. */
  @Override
  public List<EvaluationFace> heldOut(int resolution) {
    FaceGenerator supply = strangers.forAnotherThread(resolution);
    List<EvaluationFace> heldOut = new ArrayList<>();
    for (long i = 0; heldOut.size() < data.heldOut(); i++) {
      SyntheticFace face = supply.face(i);
      if (face.depth().faceArea() > resolution * resolution / 40) {
        DepthMap depth = relative ? TrainingFace.relative(face, supply).depthMap() : face.depth();
        String name = "face " + (heldOut.size() + 1);
        heldOut.add(
            new EvaluationFace(name, resolution, face.rgb(), depth, face.camera(), Map.of()));
      }
    }
    return heldOut;
  }
}
