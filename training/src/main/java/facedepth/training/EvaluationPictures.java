package facedepth.training;

import facedepth.geometry.DepthMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Pictures of the first faces of an evaluation: photo, true depth, predicted depth, their
 * difference, and both surfaces as clay.
 */
final class EvaluationPictures implements Evaluation.Listener {
  private static final int MOST = 24;
  private static final int BACKGROUND = 0xf2f2f2;
  private static final double ERROR_RANGE = 0.1; // crop widths at full colour
  private static final double[] LIGHT = {-0.45, -0.5, -0.74};

  /**
   * A row of the report.
   *
   * @param caption the face and its scores by the first predictor
   * @param png six pictures side by side
   */
  record Row(String caption, byte[] png) {
    String dataAddress() {
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
  }

  private final List<Row> rows = new ArrayList<>();

  List<Row> rows() {
    return rows;
  }

  @Override
  public void judged(EvaluationFace face, List<DepthMap> predictions, List<FaceScores> scores) {
    if (rows.size() >= MOST) {
      return;
    }
    DepthScores first = scores.get(0).scores();
    String caption =
        String.format(
            Locale.ROOT,
            "%s: RMSE %.4f crop widths, normals %.1f degrees, stretch %.2f",
            face.name(),
            first.rootMeanSquare(),
            first.normalDegrees(),
            first.stretch());
    rows.add(new Row(caption, png(face, predictions.get(0))));
  }

  private static byte[] png(EvaluationFace face, DepthMap prediction) {
    int size = face.size();
    DepthMap truth = face.depth().centred();
    DepthMap predicted = prediction.within(truth).centred();
    double[] range = range(truth);
    int[][] panels = {
      photo(face),
      grey(truth, range),
      grey(predicted, range),
      difference(predicted, truth),
      clay(truth, face),
      clay(predicted, face)
    };
    BufferedImage strip = new BufferedImage(panels.length * size, size, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < panels.length; i++) {
      strip.setRGB(i * size, 0, size, size, panels[i], 0, size);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(strip, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory could not be written", e);
    }
    return bytes.toByteArray();
  }

  private static double[] range(DepthMap map) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : map.finiteValues()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new double[] {low, Math.max(high - low, 1e-6)};
  }

  private static int[] photo(EvaluationFace face) {
    int area = face.size() * face.size();
    int[] pixels = new int[area];
    for (int i = 0; i < area; i++) {
      pixels[i] = rgb(face.rgb()[i], face.rgb()[area + i], face.rgb()[2 * area + i]);
    }
    return pixels;
  }

  private static int[] grey(DepthMap map, double[] range) {
    int[] pixels = new int[map.values().length];
    for (int i = 0; i < pixels.length; i++) {
      double level = 235 - 205 * (map.values()[i] - range[0]) / range[1];
      pixels[i] = Double.isFinite(level) ? rgb(level, level, level) : BACKGROUND;
    }
    return pixels;
  }

  /** Red where the prediction is too near, blue where it is too far. */
  private static int[] difference(DepthMap predicted, DepthMap truth) {
    int[] pixels = new int[truth.values().length];
    for (int i = 0; i < pixels.length; i++) {
      double error = (predicted.values()[i] - truth.values()[i]) / ERROR_RANGE;
      double strength = Math.min(1, Math.abs(error));
      double pale = 255 - 205 * strength;
      if (!Double.isFinite(error)) {
        pixels[i] = BACKGROUND;
      } else {
        pixels[i] = error < 0 ? rgb(255, pale, pale) : rgb(pale, pale, 255);
      }
    }
    return pixels;
  }

  private static int[] clay(DepthMap map, EvaluationFace face) {
    float[] normals = PredictedNormals.of(map, face.camera());
    int[] pixels = new int[map.values().length];
    for (int i = 0; i < pixels.length; i++) {
      double facing = 0;
      for (int axis = 0; axis < 3; axis++) {
        facing += LIGHT[axis] * normals[3 * i + axis];
      }
      double level = 40 + 200 * Math.max(0, facing);
      pixels[i] = Double.isFinite(facing) ? rgb(level, 0.96 * level, 0.9 * level) : BACKGROUND;
    }
    return pixels;
  }

  private static int rgb(double red, double green, double blue) {
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
