package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthReader;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/** Faces that are never trained on, and how well a network does on them. */
@SuppressWarnings("try") // scopes do their work by being open
final class Validation {
  private static final int BATCH = 8;

  private final List<EvaluationFace> faces;
  private final LossWeights losses;

  /**
   * Prepares to judge.
   *
   * @param faces that are never trained on, all of one size
   * @param losses what is learned, and so what can be measured
   */
  Validation(List<EvaluationFace> faces, LossWeights losses) {
    this.faces = faces;
    this.losses = losses;
  }

  /** All of the faces. */
  Batch faces() {
    return batch(faces);
  }

  /**
   * Scores a network that predicts depth, and the mask if that is learned.
   *
   * @param step how many steps it has been trained for
   */
  ValidationResult score(long step, TorchNetwork network) {
    boolean wasTraining = network.isTraining();
    network.train(false);
    List<ValidatedFace> validated = new ArrayList<>();
    for (int from = 0; from < faces.size(); from += BATCH) {
      List<EvaluationFace> part = faces.subList(from, Math.min(faces.size(), from + BATCH));
      Batch batch = batch(part);
      float[] output;
      try (PointerScope scope = new PointerScope();
          AutoGradMode off = new AutoGradMode(false)) {
        Tensor images = batch.images(network.device());
        output = Tensors.toArray(network.forward(images));
      }
      for (int n = 0; n < part.size(); n++) {
        validated.add(validated(part.get(n), output, n));
      }
    }
    network.train(wasTraining);
    return ValidationResult.of(step, validated, losses.wantsCropWidths());
  }

  private static Batch batch(List<EvaluationFace> faces) {
    return new Batch(
        faces.stream().map(face -> TrainingFace.of(face.rgb(), face.depth())).toList());
  }

  /** Judges picture {@code n} of a batch's [N, C, H, W] output: depth, then logits of the mask. */
  private ValidatedFace validated(EvaluationFace face, float[] output, int n) {
    int size = face.size();
    int area = size * size;
    int channels = losses.wantsMask() ? 2 : 1;
    int from = channels * n * area;
    float[] depth = Arrays.copyOfRange(output, from, from + area);
    if (losses.isOrigins()) {
      for (int i = 0; i < area; i++) {
        depth[i] *= (float) (-DepthReader.DEFAULT_RELIEF / 2); // from nearness in [-1, 1]
      }
    }
    DepthMap predicted = new DepthMap(size, size, depth);
    float[] seen = depth.clone();
    double overlap = Double.NaN;
    if (losses.wantsMask()) {
      int both = 0;
      int either = 0;
      for (int i = 0; i < area; i++) {
        boolean isFace = Float.isFinite(face.depth().values()[i]);
        boolean isSeen = output[from + area + i] > 0;
        both += isFace && isSeen ? 1 : 0;
        either += isFace || isSeen ? 1 : 0;
        if (!isSeen) {
          seen[i] = Float.NaN;
        }
      }
      overlap = both / (double) either;
    }
    return new ValidatedFace(
        face,
        predicted,
        new DepthMap(size, size, seen),
        DepthScores.of(predicted, face.depth(), face.camera()),
        overlap);
  }
}
