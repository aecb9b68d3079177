package facedepth.benchmarks;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.inference.FaceReconstruction;
import facedepth.inference.FaceReconstructor;
import facedepth.inference.ModelCatalog;
import facedepth.inference.ReconstructionOptions;
import facedepth.synthesis.HeadPose;
import facedepth.training.DepthScores;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * How true {@code reconstruct} is to a real head: a scan is rendered from many sides, from 3 to 12
 * widths of a face away, each picture goes through all that a photo goes through, and the depth is
 * compared with the scan's where both are, two pixels within.
 */
public final class ScanMeasure {
  private static final int EDGE = 2;
  private static final double LEAST_DISTANCE = 3;
  private static final double MOST_DISTANCE = 12;
  private static final double MOST_ROLL = 8;

  private ScanMeasure() {}

  /** What is found for a picture; lengths in per cent of the face's width. */
  private record Found(
      double rootMeanSquare, double normalDegrees, double relief, double levelled, double tilt) {}

  /**
   * Measures.
   *
   * @param arguments the scan as OBJ with normals and texture coordinates, y up and looking along
   *     z; its texture; the width of its face between the cheekbones, in its units; perhaps a model
   */
  public static void main(String[] arguments) throws IOException {
    ScannedHead head = ScannedHead.read(Path.of(arguments[0]));
    BufferedImage skin = ImageIO.read(Path.of(arguments[1]).toFile());
    double width = Double.parseDouble(arguments[2]);
    ModelCatalog models = ModelCatalog.installed();
    Random random = new Random(7);
    List<Found> all = new ArrayList<>();
    print("yaw pitch", "RMSE %", "normals", "relief", "levelled RMSE %", "tilt");
    try (FaceReconstructor reconstructor =
        FaceReconstructor.open(
            arguments.length > 3 ? models.find(arguments[3]) : models.findDefault(), 2)) {
      for (int yaw : new int[] {-75, -60, -40, -20, 0, 20, 40, 60, 75}) {
        for (int pitch : new int[] {-15, 0, 15}) {
          double roll = MOST_ROLL * (1 - 2 * random.nextDouble());
          double distance =
              LEAST_DISTANCE * Math.pow(MOST_DISTANCE / LEAST_DISTANCE, random.nextDouble());
          ScanShot.View view =
              new ScanShot.View(new HeadPose(yaw, pitch, roll), distance, random.nextLong());
          ScanShot shot = ScanShot.of(head, skin, width, view);
          List<FaceReconstruction> faces =
              reconstructor.reconstruct(shot.photo(), ReconstructionOptions.DEFAULT);
          Found found = compared(shot, faces.get(0), width);
          all.add(found);
          print(yaw + " " + pitch, found);
        }
      }
    }
    print("mean of " + all.size(), mean(all));
  }

  private static Found compared(ScanShot shot, FaceReconstruction face, double width) {
    DepthMap predicted = face.depth();
    ScanShot.Truth found = shot.truth(predicted, face.depthToImage());
    DepthMap truth = eroded(found.depth());
    double focalLength = shot.focalLength() / face.crop().size();
    CropCamera camera = new CropCamera(focalLength);
    DepthScores scores = DepthScores.of(predicted, truth, camera);
    double unit = found.cropWidth() / width * 100;
    double[] truePlane = plane(truth, truth);
    double[] predictedPlane = plane(predicted, truth);
    double own = 0;
    double common = 0;
    double error = 0;
    int count = 0;
    for (int i = 0; i < truth.values().length; i++) {
      if (Float.isFinite(truth.values()[i])) {
        double t = truth.values()[i] - height(truePlane, i, truth);
        double p = predicted.values()[i] - height(predictedPlane, i, truth);
        own += t * t;
        common += t * p;
        error += (p - t) * (p - t);
        count++;
      }
    }
    double tilt =
        Math.toDegrees(
            Math.atan(
                Math.hypot(predictedPlane[0] - truePlane[0], predictedPlane[1] - truePlane[1])));
    return new Found(
        unit * scores.rootMeanSquare(),
        scores.normalDegrees(),
        common / own,
        unit * Math.sqrt(error / count),
        tilt);
  }

  /** Without what lies within {@link #EDGE} pixels of the edge. */
  private static DepthMap eroded(DepthMap map) {
    DepthMap eroded = map;
    for (int pass = 0; pass < EDGE; pass++) {
      float[] values = eroded.values().clone();
      for (int i = 0; i < values.length; i++) {
        int x = i % map.width();
        int y = i / map.width();
        if (x == 0
            || y == 0
            || x == map.width() - 1
            || y == map.height() - 1
            || !eroded.isFace(x - 1, y)
            || !eroded.isFace(x + 1, y)
            || !eroded.isFace(x, y - 1)
            || !eroded.isFace(x, y + 1)) {
          values[i] = Float.NaN;
        }
      }
      eroded = new DepthMap(map.width(), map.height(), values);
    }
    return eroded;
  }

  /** The least-squares plane of a map where another has a face: slopes by u and v, and height. */
  private static double[] plane(DepthMap map, DepthMap where) {
    double[][] sums = new double[3][4];
    for (int i = 0; i < map.values().length; i++) {
      if (Float.isFinite(where.values()[i])) {
        double[] row = {u(i, map), v(i, map), 1, map.values()[i]};
        for (int r = 0; r < 3; r++) {
          for (int c = 0; c < 4; c++) {
            sums[r][c] += row[r] * row[c];
          }
        }
      }
    }
    for (int r = 0; r < 3; r++) { // elimination; the matrix is positive definite
      for (int other = 0; other < 3; other++) {
        double factor = other == r ? 0 : sums[other][r] / sums[r][r];
        for (int c = 0; c < 4; c++) {
          sums[other][c] -= factor * sums[r][c];
        }
      }
    }
    return new double[] {sums[0][3] / sums[0][0], sums[1][3] / sums[1][1], sums[2][3] / sums[2][2]};
  }

  private static double height(double[] plane, int i, DepthMap map) {
    return plane[0] * u(i, map) + plane[1] * v(i, map) + plane[2];
  }

  private static double u(int i, DepthMap map) {
    return (i % map.width() + 0.5) / map.width() - 0.5;
  }

  private static double v(int i, DepthMap map) {
    return (i / map.width() + 0.5) / map.width() - 0.5;
  }

  private static Found mean(List<Found> all) {
    return new Found(
        all.stream().mapToDouble(Found::rootMeanSquare).average().orElseThrow(),
        all.stream().mapToDouble(Found::normalDegrees).average().orElseThrow(),
        all.stream().mapToDouble(Found::relief).average().orElseThrow(),
        all.stream().mapToDouble(Found::levelled).average().orElseThrow(),
        all.stream().mapToDouble(Found::tilt).average().orElseThrow());
  }

  private static void print(String view, Found found) {
    print(
        view,
        format(found.rootMeanSquare),
        format(found.normalDegrees),
        format(found.relief),
        format(found.levelled),
        format(found.tilt));
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static void print(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
