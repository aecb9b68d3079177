package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentLightTest {
  private static final float[] RADIANCE = {0.2f, 0.5f, 1};

  @ParameterizedTest
  @CsvSource({"0,0", "30,-40", "180,10", "-75,85"})
  void lightFromEverywhereLightsEverySideAlike(float azimuth, float elevation) {
    EnvironmentLight light = new EnvironmentLight();
    light.add(new float[] {0, -1, 0}, Math.PI, RADIANCE);
    for (int c = 0; c < 3; c++) {
      assertThat(irradiance(light, Lamp.direction(azimuth, elevation), c))
          .isCloseTo(RADIANCE[c], within(1e-5f));
    }
  }

  @ParameterizedTest(name = "half angle {0} degrees, normal {1} degrees from the middle")
  @CsvSource({"20,0", "20,45", "20,90", "50,0", "50,60", "90,0", "90,40", "90,90", "90,180"})
  void aPatchLightsAsItsIntegralOverDirections(double half, float away) {
    EnvironmentLight light = new EnvironmentLight();
    float[] middle = Lamp.direction(50, 20);
    light.add(middle, Math.toRadians(half), new float[] {1, 1, 1});
    // The second order misses at most a few hundredths of a wide patch's light.
    double tolerance = 0.08 * Math.pow(Math.sin(Math.toRadians(half)), 2) + 0.005;
    float[] normal = turnedAway(middle, away);
    assertThat((double) irradiance(light, normal, 0))
        .isCloseTo(integral(middle, Math.toRadians(half), normal), within(tolerance));
  }

  @Test
  void coloursOfTemperaturesRunFromRedToBlue() {
    float lastRed = Float.MAX_VALUE;
    for (float kelvin : new float[] {1900, 2800, 4000, 5500, 6500, 9000, 15_000}) {
      float[] colour = LightColour.ofTemperature(kelvin);
      assertThat(colour[0] / colour[2]).isLessThan(lastRed);
      lastRed = colour[0] / colour[2];
    }
    float[] daylight = LightColour.ofTemperature(6504);
    assertThat(daylight[0]).isCloseTo(daylight[2], within(0.06f));
    for (float channel : LightColour.ofTemperature(3000, 3000)) {
      assertThat(channel).isCloseTo(1, within(1e-4f));
    }
  }

  private static float irradiance(EnvironmentLight light, float[] n, int channel) {
    float[] polynomial = light.irradiance();
    float[] basis = EnvironmentLight.basis(n[0], n[1], n[2]);
    float sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += polynomial[9 * channel + i] * basis[i];
    }
    return sum;
  }

  private static float[] turnedAway(float[] from, float degrees) {
    // Any vector at right angles will do: a patch is round.
    float[] side = {from[2], 0, -from[0]};
    float length = (float) Math.hypot(side[0], side[2]);
    float cos = (float) Math.cos(Math.toRadians(degrees));
    float sin = (float) Math.sin(Math.toRadians(degrees));
    float[] turned = new float[3];
    for (int i = 0; i < 3; i++) {
      turned[i] = cos * from[i] + sin * side[i] / length;
    }
    return turned;
  }

  /** Irradiance / pi by summing over a fine grid of directions. */
  private static double integral(float[] middle, double half, float[] normal) {
    double sum = 0;
    int steps = 400;
    for (int i = 0; i < steps; i++) {
      double z = -1 + (i + 0.5) * 2 / steps;
      double r = Math.sqrt(1 - z * z);
      for (int k = 0; k < steps; k++) {
        double angle = 2 * Math.PI * (k + 0.5) / steps;
        double x = r * Math.cos(angle);
        double y = r * Math.sin(angle);
        if (x * middle[0] + y * middle[1] + z * middle[2] > Math.cos(half)) {
          sum += Math.max(0, x * normal[0] + y * normal[1] + z * normal[2]);
        }
      }
    }
    return sum * 4 / steps / steps;
  }
}
