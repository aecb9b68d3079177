package facedepth.training;

import java.io.IOException;
import java.util.List;

/** Where the faces of a run come from: rendered meanwhile, or read from folders. */
interface FaceSupply {

  /**
   * Opens the stream of faces at a position. What it gives depends on nothing but the supply, the
   * position and the sizes: not on threads, and not on where the stream was entered.
   *
   * @param resolution side of the pictures in pixels
   * @param batchSize faces a batch
   * @param firstPosition how many faces come before it
   */
  BatchStream open(int resolution, int batchSize, long firstPosition);

  /**
   * Faces that no stream ever gives, to judge a run by.
   *
   * @param resolution side of the pictures in pixels
   */
  List<EvaluationFace> heldOut(int resolution) throws IOException;
}
