package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/** Faces that are never trained on, and how well a network does on them. */
@SuppressWarnings("try") // scopes do their work by being open
final class Validation {
  private static final int BATCH = 8;

  private final List<SyntheticFace> faces = new ArrayList<>();

  /** Renders {@code count} pictures that show a face, from a supply of its own. */
  Validation(FaceGenerator supply, int count) {
    for (long i = 0; faces.size() < count; i++) {
      SyntheticFace face = supply.face(i);
      if (face.depth().faceArea() > face.resolution() * face.resolution() / 40) {
        faces.add(face);
      }
    }
  }

  /**
   * Means over all faces.
   *
   * @param absoluteError of depth in crop widths, medians subtracted
   * @param rootMeanSquare the same, root mean square of each face
   * @param normalDegrees angle between predicted and true normals
   * @param maskOverlap intersection over union of the face masks
   */
  record Scores(
      double absoluteError, double rootMeanSquare, double normalDegrees, double maskOverlap) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "error %.4f, rms %.4f crop widths, normals %.2f degrees, mask %.3f",
          absoluteError,
          rootMeanSquare,
          normalDegrees,
          maskOverlap);
    }
  }

  Scores score(TorchNetwork network) {
    boolean wasTraining = network.isTraining();
    network.train(false);
    double[] sums = new double[4];
    for (int from = 0; from < faces.size(); from += BATCH) {
      List<SyntheticFace> part = faces.subList(from, Math.min(faces.size(), from + BATCH));
      Batch batch = Batch.of(part.stream().map(TrainingFace::of).toList());
      float[] output;
      try (PointerScope scope = new PointerScope();
          AutoGradMode off = new AutoGradMode(false)) {
        Tensor images =
            Tensors.of(batch.images(), batch.size(), 3, batch.resolution(), batch.resolution());
        output = Tensors.toArray(network.forward(images));
      }
      for (int n = 0; n < part.size(); n++) {
        double[] one = score(output, n, part.get(n).depth());
        for (int i = 0; i < 4; i++) {
          sums[i] += one[i];
        }
      }
    }
    network.train(wasTraining);
    int count = faces.size();
    return new Scores(sums[0] / count, sums[1] / count, sums[2] / count, sums[3] / count);
  }

  private static double[] score(float[] output, int n, DepthMap truth) {
    int size = truth.width();
    int area = size * size;
    float[] masked = new float[area];
    int both = 0;
    int either = 0;
    for (int i = 0; i < area; i++) {
      boolean isFace = Float.isFinite(truth.values()[i]);
      boolean seen = output[(2 * n + 1) * area + i] > 0;
      both += isFace && seen ? 1 : 0;
      either += isFace || seen ? 1 : 0;
      masked[i] = isFace ? output[2 * n * area + i] : Float.NaN;
    }
    float[] predicted = new DepthMap(size, size, masked).centred().values();
    float[] expected = truth.centred().values();
    double absolute = 0;
    double square = 0;
    int pixels = 0;
    double angle = 0;
    int angles = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int i = y * size + x;
        float error = predicted[i] - expected[i];
        if (!Float.isFinite(error)) {
          continue;
        }
        absolute += Math.abs(error);
        square += error * error;
        pixels++;
        if (x > 0 && y > 0 && x < size - 1 && y < size - 1) {
          float px = (predicted[i + 1] - predicted[i - 1]) * size / 2;
          float py = (predicted[i + size] - predicted[i - size]) * size / 2;
          float tx = (expected[i + 1] - expected[i - 1]) * size / 2;
          float ty = (expected[i + size] - expected[i - size]) * size / 2;
          double cosine =
              (px * tx + py * ty + 1)
                  / Math.sqrt((px * px + py * py + 1.0) * (tx * tx + ty * ty + 1.0));
          if (Double.isFinite(cosine)) {
            angle += Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
            angles++;
          }
        }
      }
    }
    return new double[] {
      absolute / pixels,
      Math.sqrt(square / pixels),
      angle / Math.max(1, angles),
      both / Math.max(1.0, either)
    };
  }
}
