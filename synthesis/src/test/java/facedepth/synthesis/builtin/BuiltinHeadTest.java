package facedepth.synthesis.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.synthesis.ArkitShapes;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.HeadPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltinHeadTest {
  /** The mirror image of each of the 68 points. */
  private static final int[] MIRRORED = {
    16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 26, 25, 24, 23, 22, 21, 20, 19, 18,
    17, 27, 28, 29, 30, 35, 34, 33, 32, 31, 45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40, 54, 53,
    52, 51, 50, 49, 48, 59, 58, 57, 56, 55, 64, 63, 62, 61, 60, 67, 66, 65
  };

  private static final HeadModel HEAD = BuiltinHead.create();

  @Test
  void itIsTheSameEachTime() {
    HeadModel again = BuiltinHead.create();
    assertThat(again.neutral()).isEqualTo(HEAD.neutral());
    for (int i = 0; i < HEAD.identityModes().size(); i++) {
      assertThat(again.identityModes().get(i)).isEqualTo(HEAD.identityModes().get(i));
    }
  }

  @Test
  void everyNumberIsFiniteAndEveryPartIsThere() {
    IntStream.range(0, HEAD.neutral().length)
        .forEach(i -> assertThat(Float.isFinite(HEAD.neutral()[i])).isTrue());
    assertThat(HEAD.triangleParts()).contains(HeadPart.values());
    assertThat(HEAD.vertexCount()).isBetween(12_000, 20_000);
  }

  @Test
  void landmarksAreMirrorImagesAndStandWherePeopleHaveThem() {
    for (int i = 0; i < 68; i++) {
      float[] here = landmark(HEAD.neutral(), i);
      float[] there = landmark(HEAD.neutral(), MIRRORED[i]);
      assertThat(there[0]).as("x of %d", i).isCloseTo(-here[0], within(1e-5f));
      assertThat(there[1]).as("y of %d", i).isCloseTo(here[1], within(1e-5f));
      assertThat(there[2]).as("z of %d", i).isCloseTo(here[2], within(1e-5f));
    }
    // The jaw runs from the left of the picture to its right, as do brows, eyes and mouth.
    for (int[] run : new int[][] {{1, 15}, {17, 26}, {31, 35}, {36, 39}, {42, 45}, {48, 54}}) {
      for (int i = run[0]; i < run[1]; i++) {
        assertThat(landmark(HEAD.neutral(), i)[0]).isLessThan(landmark(HEAD.neutral(), i + 1)[0]);
      }
    }
    // Heights: brow over eye over nose over lips over chin; the tip of the nose is foremost.
    int[] down = {24, 44, 30, 33, 51, 62, 57, 8};
    for (int i = 0; i + 1 < down.length; i++) {
      assertThat(landmark(HEAD.neutral(), down[i])[1])
          .as("height of %d over %d", down[i], down[i + 1])
          .isGreaterThan(landmark(HEAD.neutral(), down[i + 1])[1]);
    }
    for (int i = 0; i < 68; i++) {
      assertThat(landmark(HEAD.neutral(), i)[2])
          .isLessThanOrEqualTo(landmark(HEAD.neutral(), 30)[2]);
    }
  }

  @Test
  void leftIsThePicturesRight() {
    Map<String, float[]> shapes = shapes();
    for (String name : shapes.keySet()) {
      if (name.endsWith("_L")) {
        float[] left = shapes.get(name);
        float[] right = shapes.get(name.replace("_L", "_R"));
        assertThat(moment(left)).as(name).isPositive();
        assertThat(moment(right)).as(name).isCloseTo(-moment(left), within(1e-2 * moment(left)));
      }
    }
    assertThat(shapes.get("jawLeft")[3 * HEAD.landmarks()[8]]).isPositive();
    assertThat(shapes.get("mouthLeft")[3 * HEAD.landmarks()[57]]).isPositive();
    assertThat(shapes.get("mouthRight")[3 * HEAD.landmarks()[57]]).isNegative();
  }

  /** Where a shape moves, weighted by x. */
  private static double moment(float[] shape) {
    double sum = 0;
    for (int i = 0; i < shape.length; i += 3) {
      double move = Math.abs(shape[i]) + Math.abs(shape[i + 1]) + Math.abs(shape[i + 2]);
      sum += move * HEAD.neutral()[i];
    }
    return sum;
  }

  @Test
  void theExpressionsAreArKits() {
    for (String pair : ArkitShapes.PAIRS) {
      assertThat(HEAD.expressionNames()).contains(pair + "_L", pair + "_R");
    }
    assertThat(HEAD.expressionNames()).containsAll(ArkitShapes.SINGLES).hasSize(53);
  }

  @Test
  void everyModeMovesSomethingAndNothingTooFar() {
    assertThat(HEAD.identityModes()).hasSizeGreaterThanOrEqualTo(40);
    for (float[] mode : HEAD.identityModes()) {
      assertThat(furthest(mode)).isBetween(0.04, 1.0);
    }
    for (String name : HEAD.expressionNames()) {
      assertThat(furthest(shapes().get(name))).as(name).isBetween(0.1, 4.0);
    }
  }

  private static double furthest(float[] shape) {
    double most = 0;
    for (int i = 0; i < shape.length; i += 3) {
      most = Math.max(most, Math.hypot(Math.hypot(shape[i], shape[i + 1]), shape[i + 2]));
    }
    return most;
  }

  @Test
  void theJawDropsAndTheCornersOfASmileRise() {
    Map<String, float[]> shapes = shapes();
    float[] open = shapes.get("jawOpen");
    assertThat(open[3 * HEAD.landmarks()[8] + 1]).isLessThan(-1.5f);
    assertThat(open[3 * HEAD.landmarks()[30] + 1]).isCloseTo(0, within(1e-3f));
    assertThat(open[3 * HEAD.landmarks()[62] + 1]).as("upper lip").isGreaterThan(-0.3f);
    assertThat(open[3 * HEAD.landmarks()[66] + 1]).as("lower lip").isLessThan(-1.5f);
    float[] smile = shapes.get("mouthSmile_L");
    assertThat(smile[3 * HEAD.landmarks()[54] + 1]).isGreaterThan(0.4f);
    assertThat(smile[3 * HEAD.landmarks()[54]]).isGreaterThan(0.3f);
    assertThat(smile[3 * HEAD.landmarks()[48] + 1]).isCloseTo(0, within(0.02f));
  }

  private static float[] landmark(float[] face, int index) {
    int at = 3 * HEAD.landmarks()[index];
    return new float[] {face[at], face[at + 1], face[at + 2]};
  }

  private static Map<String, float[]> shapes() {
    Map<String, float[]> shapes = new HashMap<>();
    List<String> names = HEAD.expressionNames();
    for (int i = 0; i < names.size(); i++) {
      shapes.put(names.get(i), HEAD.expressionShapes().get(i));
    }
    return shapes;
  }
}
