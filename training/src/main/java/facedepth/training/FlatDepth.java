package facedepth.training;

import facedepth.geometry.DepthMap;

/** The baseline that sees no relief at all. */
final class FlatDepth implements DepthPredictor {
  @Override
  public String name() {
    return "flat depth";
  }

  @Override
  public DepthMap predict(EvaluationFace face) {
    return new DepthMap(face.size(), face.size(), new float[face.size() * face.size()]);
  }
}
