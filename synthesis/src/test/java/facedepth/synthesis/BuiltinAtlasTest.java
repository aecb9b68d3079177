package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.builtin.BuiltinHead;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whether the built-in head stands where the atlas of the face expects a head. */
class BuiltinAtlasTest {
  private static final HeadModel HEAD = BuiltinHead.create();
  private static final FaceAtlas ATLAS = new FaceAtlas(HEAD);

  @Test
  void landmarksLieOnTheFace() {
    for (int i = 0; i < 68; i++) {
      assertThat(isFace(HEAD.landmarks()[i])).as("landmark %d", i).isTrue();
    }
  }

  @Test
  void throatNapeAndCrownDoNot() {
    float[] p = HEAD.neutral();
    int neck = 0;
    int crown = 0;
    for (int v : skinAndBack()) {
      if (p[3 * v + 1] < -9 || p[3 * v + 2] < -4) {
        neck++;
        assertThat(isFace(v)).as("%f %f %f", p[3 * v], p[3 * v + 1], p[3 * v + 2]).isFalse();
      } else if (p[3 * v + 1] > 10.5f) {
        crown++;
        assertThat(isFace(v)).isFalse();
      }
    }
    assertThat(neck).isGreaterThan(500);
    assertThat(crown).isGreaterThan(500);
  }

  @Test
  void theHollowOfTheEarSeenFromTheSideIsFace() {
    float[] p = HEAD.neutral();
    int cells = 0;
    for (float y = -0.4f; y < 2.4f; y += 0.4f) {
      for (float z = -0.8f; z < 0.8f; z += 0.4f) {
        int outermost = -1;
        for (int v : skinAndBack()) {
          boolean inside = Math.abs(p[3 * v + 1] - y) < 0.2f && Math.abs(p[3 * v + 2] - z) < 0.2f;
          if (inside && (outermost < 0 || p[3 * v] > p[3 * outermost])) {
            outermost = v;
          }
        }
        if (outermost >= 0) {
          cells++;
          assertThat(isFace(outermost)).as("at %f, %f", y, z).isTrue();
        }
      }
    }
    assertThat(cells).isGreaterThan(20);
  }

  @Test
  void eyesAreFoundWhereTheyAre() {
    assertThat(ATLAS.eyeCentre()[0]).isBetween(2.9f, 3.4f);
    assertThat(ATLAS.eyeRadius()).isBetween(1.2f, 1.6f);
    assertThat(ATLAS.eyeCentre()[2] + ATLAS.eyeRadius()).isLessThan(ATLAS.landmark(27, 2));
  }

  private static boolean isFace(int vertex) {
    float[] p = HEAD.neutral();
    return ATLAS.isFace(p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2]);
  }

  private static int[] skinAndBack() {
    return Arrays.stream(HEAD.trianglesOf(HeadPart.SKIN, HeadPart.BACK)).distinct().toArray();
  }
}
