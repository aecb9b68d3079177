package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.DepthMap;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol on depth pictures as its authors publish them. */
class Unsup3dProtocolTest {
  private static final int CUT = 170;
  private static final double CROP_WIDTH = 64 * 2 * Math.tan(Math.toRadians(5)) / 63;

  @TempDir private Path folder;

  @Test
  void greyBecomesDistanceAndBlackIsBackground() {
    double[] z = Unsup3dScores.distances(grey((x, y) -> x < CUT / 2 ? 0 : 51), CUT);
    assertThat(z).hasSize(64 * 64);
    assertThat(z[0]).isNaN();
    assertThat(z[63]).isCloseTo(1.1 - 0.2 * 51 / 255, within(1e-9));
    // Half of the pixels in the middle of a line lie under the triangle about 31.5 or 32.5.
    assertThat(z[31]).isGreaterThan(z[32]).isLessThan(1.1);
  }

  @Test
  void shrinksAsPythonsImagingLibraryDoes() {
    // 4 to 2: weights 1/8, 3/8, 3/8, 1/8 inside, the end's cut off and the rest made to sum to 1.
    float[] shrunk =
        SquareResampling.resizeBytes(
            new float[] {0, 70, 140, 210, 0, 70, 140, 210, 0, 70, 140, 210, 0, 70, 140, 210}, 4, 2);
    assertThat(shrunk[0]).isEqualTo(Math.round((3 * 0 + 3 * 70 + 140) / 7f));
    assertThat(shrunk[1]).isEqualTo(Math.round((70 + 3 * 140 + 3 * 210) / 7f));
    assertThat(shrunk[2]).isEqualTo(shrunk[0]);
  }

  @Test
  void aNullDepthScoresTheSpreadOfTheTruth() {
    // Grey 100 and 200 half and half, seen face to face with a flat prediction.
    float[] grey = grey((x, y) -> y < CUT / 2 ? 100 : 200);
    Unsup3dScores flat = Unsup3dScores.ofGrey(new DepthMap(CUT, CUT, new float[CUT * CUT]), grey);
    double far = 1.1 - 0.2 * 100 / 255;
    double near = 1.1 - 0.2 * 200 / 255;
    assertThat(flat.side()).isCloseTo(Math.log(far / near) / 2, within(6e-4));
  }

  @Test
  void theTruthInCropWidthsScoresNothingButGrey() {
    float[] grey = grey((x, y) -> 60 + x);
    float[] widths = new float[grey.length];
    for (int i = 0; i < grey.length; i++) {
      widths[i] = (float) ((1.1 - 0.2 * grey[i]) / CROP_WIDTH);
    }
    Unsup3dScores scores = Unsup3dScores.ofGrey(new DepthMap(CUT, CUT, widths), grey);
    // The prediction is placed at distance 1, the truth's median is 0.986.
    assertThat(scores.side()).isBetween(0.0, 0.0008);
    // Central differences are 5.3 greys, which bytes know to half a grey at either end.
    assertThat(scores.mad()).isLessThan(2.5);
    Unsup3dScores flat = Unsup3dScores.ofGrey(new DepthMap(CUT, CUT, new float[CUT * CUT]), grey);
    assertThat(flat.side()).isGreaterThan(0.03);
    assertThat(flat.mad()).isGreaterThan(30);
  }

  @Test
  void whatLiesBeyondTheFarEndIsNoFace() {
    float[] grey = grey((x, y) -> 128);
    float[] far = new float[CUT * CUT];
    Arrays.fill(far, CUT * CUT / 2, far.length, 2f); // 1 + 0.178 * 2 is beyond 1.2
    Unsup3dScores scores = Unsup3dScores.ofGrey(new DepthMap(CUT, CUT, far), grey);
    assertThat(scores.side()).isCloseTo(0, within(0.02));
    float[] black = new float[CUT * CUT];
    assertThatThrownBy(() -> Unsup3dScores.ofGrey(new DepthMap(CUT, CUT, far), black))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFolderOfThatLayoutIsJudgedByTheProtocol() throws Exception {
    Path test = folder.resolve("test");
    Files.createDirectories(test.resolve("image"));
    Files.createDirectories(test.resolve("depth"));
    BufferedImage depth = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256 * 256; i++) {
      double u = (i % 256 - 127.5) / 128;
      double v = (i / 256 - 127.5) / 128;
      double r = u * u + v * v;
      int level = r < 0.2 ? (int) (200 - 400 * r) : 0;
      depth.setRGB(i % 256, i / 256, 0x010101 * level);
    }
    BufferedImage picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", test.resolve("image/1_image.png").toFile());
    ImageIO.write(depth, "png", test.resolve("depth/1_depth.png").toFile());
    DepthPredictor oracle =
        new DepthPredictor() {
          @Override
          public String name() {
            return "oracle";
          }

          @Override
          public PredictedDepth predict(EvaluationFace face) {
            float[] values = face.depth().values().clone();
            for (int i = 0; i < values.length; i++) {
              values[i] = Float.isFinite(values[i]) ? values[i] : 0.5f;
            }
            return PredictedDepth.inCropWidths(new DepthMap(face.size(), face.size(), values));
          }
        };
    Evaluation evaluation =
        Evaluation.of(
            List.of(oracle), EvaluationSet.inFolder(folder), 1, (f, p, s) -> {}, () -> {});
    ScoreMeans means = evaluation.overall().get("oracle");
    assertThat(means.unsup3dFaces()).isEqualTo(1);
    assertThat(means.unsup3dSide()).isLessThan(0.2 * flat(evaluation));
    assertThat(means.rootMeanSquare()).isCloseTo(0, within(1e-6));
    assertThat(evaluation.notes()).anyMatch(note -> note.contains("0.9 to 1.1"));
  }

  private static double flat(Evaluation evaluation) {
    return evaluation.overall().get("flat depth").unsup3dSide();
  }

  private static float[] grey(IntBinaryOperator level) {
    float[] grey = new float[CUT * CUT];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = level.applyAsInt(i % CUT, i / CUT) / 255f;
    }
    return grey;
  }
}
