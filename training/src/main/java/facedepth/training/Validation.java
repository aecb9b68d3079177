package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/** Faces that are never trained on, and how well a network does on them. */
@SuppressWarnings("try") // scopes do their work by being open
final class Validation {
  private static final int BATCH = 8;

  private final List<EvaluationFace> faces = new ArrayList<>();

  /** Renders {@code count} pictures that show a face, from a supply of its own. */
  Validation(FaceGenerator supply, int count) {
    for (long i = 0; faces.size() < count; i++) {
      SyntheticFace face = supply.face(i);
      int size = face.resolution();
      if (face.depth().faceArea() > size * size / 40) {
        String name = "face " + (faces.size() + 1);
        faces.add(
            new EvaluationFace(name, size, face.rgb(), face.depth(), face.camera(), Map.of()));
      }
    }
  }

  /**
   * Scores a network that predicts depth and mask.
   *
   * @param step how many steps it has been trained for
   */
  ValidationResult score(long step, TorchNetwork network) {
    boolean wasTraining = network.isTraining();
    network.train(false);
    List<ValidatedFace> validated = new ArrayList<>();
    for (int from = 0; from < faces.size(); from += BATCH) {
      List<EvaluationFace> part = faces.subList(from, Math.min(faces.size(), from + BATCH));
      Batch batch =
          Batch.of(part.stream().map(face -> TrainingFace.of(face.rgb(), face.depth())).toList());
      float[] output;
      try (PointerScope scope = new PointerScope();
          AutoGradMode off = new AutoGradMode(false)) {
        Tensor images =
            Tensors.of(batch.images(), batch.size(), 3, batch.resolution(), batch.resolution());
        output = Tensors.toArray(network.forward(images));
      }
      for (int n = 0; n < part.size(); n++) {
        validated.add(validated(part.get(n), output, n));
      }
    }
    network.train(wasTraining);
    return ValidationResult.of(step, validated);
  }

  /** Judges picture {@code n} of a batch's [N, 2, H, W] output: depth, then logits of the mask. */
  private static ValidatedFace validated(EvaluationFace face, float[] output, int n) {
    int size = face.size();
    int area = size * size;
    DepthMap predicted =
        new DepthMap(size, size, Arrays.copyOfRange(output, 2 * n * area, (2 * n + 1) * area));
    float[] seen = predicted.values().clone();
    int both = 0;
    int either = 0;
    for (int i = 0; i < area; i++) {
      boolean isFace = Float.isFinite(face.depth().values()[i]);
      boolean isSeen = output[(2 * n + 1) * area + i] > 0;
      both += isFace && isSeen ? 1 : 0;
      either += isFace || isSeen ? 1 : 0;
      if (!isSeen) {
        seen[i] = Float.NaN;
      }
    }
    return new ValidatedFace(
        face,
        predicted,
        new DepthMap(size, size, seen),
        DepthScores.of(predicted, face.depth(), face.camera()),
        both / (double) either);
  }
}
