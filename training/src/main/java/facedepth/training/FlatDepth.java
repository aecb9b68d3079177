package facedepth.training;

import facedepth.geometry.DepthMap;

/** The baseline that sees no relief at all. */
final class FlatDepth implements DepthPredictor {
  @Override
  public String name() {
    return "flat depth";
  }

  @Override
  public PredictedDepth predict(EvaluationFace face) {
    int size = face.size();
    return PredictedDepth.inCropWidths(new DepthMap(size, size, new float[size * size]));
  }
}
