package facedepth.training;

import facedepth.geometry.DepthMap;
import java.io.IOException;

/** Anything that answers a face crop with depth: a network, or a baseline it has to beat. */
public interface DepthPredictor {
  /** Name of its row in reports. */
  String name();

  /**
   * Depth of a face in crop widths, the size of the face's picture. It need not know the mask:
   * scores are taken inside the true one.
   */
  DepthMap predict(EvaluationFace face) throws IOException;
}
