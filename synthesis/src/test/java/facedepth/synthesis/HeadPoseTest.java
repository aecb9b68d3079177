package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadPoseTest {

  @Test
  void aHeadThatLooksAheadFacesTheCamera() {
    // The nose, towards the viewer in the head's axes, is nearer: smaller camera z.
    assertThat(turned(new HeadPose(0, 0, 0), 0, 0, 1)).containsExactly(0, 0, -1);
    assertThat(turned(new HeadPose(0, 0, 0), 0, 1, 0)).containsExactly(0, -1, 0);
  }

  @Test
  void signsAreAsDocumented() {
    assertThat(turned(new HeadPose(30, 0, 0), 0, 0, 1)[0])
        .as("yaw moves the nose right")
        .isPositive();
    assertThat(turned(new HeadPose(0, 30, 0), 0, 0, 1)[1]).as("pitch moves it down").isPositive();
    // Clockwise on the screen: the top of the head goes to the right.
    assertThat(turned(new HeadPose(0, 0, 30), 0, 1, 0)[0]).as("roll").isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "70,-20,15", "-95,35,-28", "180,0,0"})
  void isARotationWithTheHandednessOfTheFlip(double yaw, double pitch, double roll) {
    float[] m = new HeadPose(yaw, pitch, roll).toCamera();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double dot =
            m[3 * i] * m[3 * j] + m[3 * i + 1] * m[3 * j + 1] + m[3 * i + 2] * m[3 * j + 2];
        assertThat(dot).isCloseTo(i == j ? 1 : 0, within(1e-6));
      }
    }
    double determinant =
        m[0] * (m[4] * m[8] - m[5] * m[7])
            - m[1] * (m[3] * m[8] - m[5] * m[6])
            + m[2] * (m[3] * m[7] - m[4] * m[6]);
    // y and z both change sign: no mirror image.
    assertThat(determinant).isCloseTo(1, within(1e-6));
  }

  private static double[] turned(HeadPose pose, double x, double y, double z) {
    float[] m = pose.toCamera();
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      out[i] = m[3 * i] * x + m[3 * i + 1] * y + m[3 * i + 2] * z + 0.0;
    }
    return out;
  }
}
