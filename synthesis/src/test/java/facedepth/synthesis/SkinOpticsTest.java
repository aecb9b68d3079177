package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkinOpticsTest {
  private static float[] reflectance(float melanin, float blood, float reddish) {
    float[] rgb = new float[3];
    SkinOptics.reflectance(melanin, blood, reddish, rgb);
    return rgb;
  }

  private static float luminance(float[] rgb) {
    return 0.2126f * rgb[0] + 0.7152f * rgb[1] + 0.0722f * rgb[2];
  }

  @ParameterizedTest(name = "blood {0}")
  @ValueSource(floats = {0.005f, 0.02f, 0.08f})
  void moreMelaninIsDarkerInEveryColour(float blood) {
    float[] lighter = reflectance(0.004f, blood, 0.1f);
    for (float melanin = 0.006f; melanin < 2.5f; melanin *= 1.4f) {
      float[] darker = reflectance(melanin, blood, 0.1f);
      for (int c = 0; c < 3; c++) {
        assertThat(darker[c]).as("colour %d at melanin %f", c, melanin).isLessThan(lighter[c]);
      }
      lighter = darker;
    }
  }

  @ParameterizedTest(name = "melanin {0}")
  @ValueSource(floats = {0.01f, 0.1f, 0.5f})
  void moreBloodIsRedder(float melanin) {
    float[] paler = reflectance(melanin, 0.005f, 0.1f);
    for (float blood = 0.01f; blood < 0.2f; blood *= 1.6f) {
      float[] redder = reflectance(melanin, blood, 0.1f);
      assertThat(redder[0] / redder[1]).isGreaterThan(paler[0] / paler[1]);
      assertThat(redder[1]).isLessThan(paler[1]);
      paler = redder;
    }
  }

  @Test
  void skinIsReddishAndSpansTheMeasuredRange() {
    Dice dice = new Dice(3, 0);
    float lightest = 0;
    float darkest = 1;
    for (int i = 0; i < 400; i++) {
      float[] rgb = Complexion.draw(dice, Person.draw(dice)).colour();
      assertThat(rgb[0]).isGreaterThan(rgb[1]);
      assertThat(rgb[1]).isGreaterThan(rgb[2]);
      lightest = Math.max(lightest, luminance(rgb));
      darkest = Math.min(darkest, luminance(rgb));
    }
    // The cards by which photographers check colours have skins of luminance 0.35 and 0.10.
    assertThat(lightest).isBetween(0.38f, 0.6f);
    assertThat(darkest).isBetween(0.015f, 0.06f);
  }
}
