package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.inference.CropDepth;
import facedepth.inference.DepthModel;
import facedepth.inference.DepthPrediction;
import facedepth.inference.ModelKind;
import facedepth.synthesis.dataset.Picture;
import java.io.IOException;

/**
 * A network in an ONNX file. One that is no face model of this product is taken to answer without a
 * unit, whatever it says: see {@link facedepth.inference.DepthMeaning}.
 */
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
  public PredictedDepth predict(EvaluationFace face) throws IOException {
    Picture picture = face.picture();
    DepthPrediction answer = CropDepth.predict(model, picture.rgb(), picture.size());
    int size = face.size();
    float[] depth = SquareResampling.resize(answer.depth(), picture.size(), size);
    if (model.kind() == ModelKind.RAW) {
      if (!model.meaning().isLargerNearer()) {
        for (int i = 0; i < depth.length; i++) {
          depth[i] = -depth[i];
        }
      }
      return PredictedDepth.ofNearness(depth, size);
    }
    float[] logits = SquareResampling.resize(answer.maskLogits(), picture.size(), size);
    boolean[] mask = new boolean[logits.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = logits[i] > 0;
    }
    return new PredictedDepth(new DepthMap(size, size, depth), false, mask);
  }
}
