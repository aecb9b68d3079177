package facedepth.training;

import facedepth.geometry.DepthMap;
import java.io.IOException;
import java.util.Arrays;

/**
 * The baseline that answers every picture with the same face: at each pixel the mean of the true
 * depths of all faces that cover it (UnSup3D's "average depth").
 */
final class MeanFace implements DepthPredictor {
  private static final int SIZE = 64;

  private final double[] sum = new double[SIZE * SIZE];
  private final int[] count = new int[SIZE * SIZE];
  private final float[] mean = new float[SIZE * SIZE];

  private MeanFace() {}

  /**
   * The mean of all faces that a reader gives.
   *
   * @param step called after each
   */
  static MeanFace of(Ahead<EvaluationFace> faces, Runnable step) throws IOException {
    MeanFace meanFace = new MeanFace();
    while (faces.hasNext()) {
      EvaluationFace face = faces.next();
      if (Evaluation.isLarge(face)) {
        meanFace.add(face.depth());
      }
      step.run();
    }
    meanFace.finish();
    return meanFace;
  }

  private void add(DepthMap depth) {
    for (int i = 0; i < sum.length; i++) {
      float d = depth.at(place(i % SIZE, depth.width()), place(i / SIZE, depth.width()));
      if (Float.isFinite(d)) {
        sum[i] += d;
        count[i]++;
      }
    }
  }

  /** Where no face has ever been, the mean of all values. */
  private void finish() {
    double all = Arrays.stream(sum).sum() / Math.max(1, Arrays.stream(count).asLongStream().sum());
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (count[i] > 0 ? sum[i] / count[i] : all);
    }
  }

  private static int place(int cell, int size) {
    return Math.min(size - 1, (int) ((cell + 0.5) * size / SIZE));
  }

  @Override
  public String name() {
    return "mean face";
  }

  @Override
  public PredictedDepth predict(EvaluationFace face) {
    int size = face.size();
    float[] values = new float[size * size];
    float scale = SIZE / (float) size;
    for (int i = 0; i < values.length; i++) {
      values[i] = sample((i % size + 0.5f) * scale - 0.5f, (i / size + 0.5f) * scale - 0.5f);
    }
    return PredictedDepth.inCropWidths(new DepthMap(size, size, values));
  }

  private float sample(float x, float y) {
    float cx = Math.max(0, Math.min(SIZE - 1, x));
    float cy = Math.max(0, Math.min(SIZE - 1, y));
    int ix = Math.min(SIZE - 2, (int) cx);
    int iy = Math.min(SIZE - 2, (int) cy);
    float fx = cx - ix;
    float fy = cy - iy;
    int at = iy * SIZE + ix;
    float top = mean[at] + fx * (mean[at + 1] - mean[at]);
    float bottom = mean[at + SIZE] + fx * (mean[at + SIZE + 1] - mean[at + SIZE]);
    return top + fy * (bottom - top);
  }
}
