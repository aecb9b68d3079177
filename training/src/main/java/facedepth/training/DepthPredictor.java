package facedepth.training;

import java.io.IOException;

/** Anything that answers a face crop with depth: a network, or a baseline it has to beat. */
public interface DepthPredictor {
  /** Name of its row in reports. */
  String name();

  /** Depth of a face, as large as the true depth. */
  PredictedDepth predict(EvaluationFace face) throws IOException;
}
