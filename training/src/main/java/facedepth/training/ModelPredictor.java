package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.inference.CropDepth;
import facedepth.inference.DepthModel;
import facedepth.inference.DepthPrediction;
import java.io.IOException;

/** A network in an ONNX file. */
public final class ModelPredictor implements DepthPredictor {
  private final String name;
  private final DepthModel model;

  /** The model stays the caller's to close. */
  public ModelPredictor(String name, DepthModel model) {
    this.name = name;
    this.model = model;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DepthMap predict(EvaluationFace face) throws IOException {
    DepthPrediction answer = CropDepth.predict(model, face.rgb(), face.size());
    return new DepthMap(face.size(), face.size(), answer.depth());
  }
}
