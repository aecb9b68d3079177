package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.builtin.BuiltinHead;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceMaskTest {
  private static HeadModel head;
  private static FaceMask mask;

  @BeforeAll
  static void head() {
    head = BuiltinHead.create();
    mask = new FaceMask(head);
  }

  private static boolean isFace(int vertex) {
    float[] n = head.neutral();
    return mask.isFace(n[3 * vertex], n[3 * vertex + 1], n[3 * vertex + 2]);
  }

  @Test
  void bothSidesAreAlike() {
    int faces = 0;
    float[] n = head.neutral();
    for (int vertex : head.trianglesOf(HeadPart.SKIN)) {
      float x = n[3 * vertex];
      float y = n[3 * vertex + 1];
      float z = n[3 * vertex + 2];
      assertThat(mask.isFace(-x, y, z)).isEqualTo(mask.isFace(x, y, z));
      faces += mask.isFace(x, y, z) ? 1 : 0;
    }
    assertThat(faces).isPositive();
  }

  @Test
  void featuresAreFaceAndCrownNapeAndThroatAreNot() {
    for (int landmark = 17; landmark < 68; landmark++) {
      assertThat(isFace(head.landmarks()[landmark])).as("landmark %d", landmark).isTrue();
    }
    assertThat(mask.isFace(0, 13, 0)).as("crown").isFalse();
    assertThat(mask.isFace(0, 2, -8)).as("back of the head").isFalse();
    assertThat(mask.isFace(0, -10, 5)).as("throat").isFalse();
    assertThat(mask.isFace(4, -9, 2)).as("side of the neck").isFalse();
    assertThat(mask.isFace(8, 1, -1)).as("ear").isTrue();
  }

  @Test
  void theEdgeRunsUnderTheChin() {
    int chin = head.landmarks()[8];
    float y = head.neutral()[3 * chin + 1];
    float z = head.neutral()[3 * chin + 2];
    assertThat(mask.isFace(0, y + 0.5f, z)).as("front of the chin").isTrue();
    assertThat(mask.isFace(0, y - 1, z - 3)).as("under the chin").isFalse();
  }
}
