package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LampLightTest {
  private static final float[] WHITE = {1, 1, 1};
  private static final float[] TO_CAMERA = {0, 0, -1};
  private final float[] point = new float[3];

  @ParameterizedTest
  @ValueSource(floats = {0.02f, 0.3f, 0.8f})
  void aLampBehindLeavesTheFrontDark(float size) {
    Surface front = matt(TO_CAMERA, 1);
    assertThat(lit(front, new Lamp(Lamp.direction(180, 10), WHITE, size))).containsOnly(0);
    assertThat(lit(front, new Lamp(Lamp.direction(0, 0), WHITE, size))[1])
        .isCloseTo(0.5f, within(1e-3f));
  }

  @Test
  void aMattSurfaceFollowsTheCosine() {
    float[] rgb = lit(matt(TO_CAMERA, 0), new Lamp(Lamp.direction(60, 0), WHITE, 0.02f));
    assertThat(rgb[0]).isCloseTo(0.25f, within(1e-3f));
  }

  @Test
  void lightCreepsRoundSkinMostInRed() {
    Lamp grazing = new Lamp(Lamp.direction(94, 0), WHITE, 0.02f);
    float[] skin = lit(matt(TO_CAMERA, 1), grazing);
    assertThat(skin[0]).isGreaterThan(skin[1]).isPositive();
    assertThat(skin[1]).isGreaterThan(skin[2]);
    assertThat(lit(matt(TO_CAMERA, 0), grazing)).containsOnly(0);
  }

  @Test
  void aLargerLampShinesBroaderAndDimmer() {
    Surface wet = matt(TO_CAMERA, 0);
    wet.colour(0, 0, 0);
    wet.shine = 1;
    wet.gloss = 60;
    float small = lit(wet, new Lamp(Lamp.direction(0, 0), WHITE, 0.02f))[0];
    float large = lit(wet, new Lamp(Lamp.direction(0, 0), WHITE, 0.6f))[0];
    assertThat(small).isCloseTo(1, within(0.05f)).isGreaterThan(2 * large);
    float smallBeside = lit(wet, new Lamp(Lamp.direction(60, 0), WHITE, 0.02f))[0];
    float largeBeside = lit(wet, new Lamp(Lamp.direction(60, 0), WHITE, 0.6f))[0];
    assertThat(largeBeside).isGreaterThan(smallBeside);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyRigIsMadeOfFiniteLight(long seed) {
    for (int i = 0; i < 200; i++) {
      LightRig rig = LightRig.draw(new Dice(seed, i));
      float brightest = 0;
      for (float[] direction : new float[][] {{0, 0, -1}, {1, 0, 0}, {0, -1, 0}, {0, 1, 0}}) {
        float[] rgb = new float[3];
        float[] basis = EnvironmentLight.basis(direction[0], direction[1], direction[2]);
        for (int k = 0; k < 27; k++) {
          rgb[k / 9] += rig.environment().irradiance()[k] * basis[k % 9];
        }
        for (float value : rgb) {
          assertThat(value).isFinite();
          brightest = Math.max(brightest, value);
        }
      }
      for (Lamp lamp : rig.lamps()) {
        for (float value : lamp.colour()) {
          assertThat(value).isFinite().isPositive();
          brightest = Math.max(brightest, value);
        }
      }
      assertThat(brightest).as("%s", rig.setup()).isBetween(0.3f, 6f);
      assertThat(rig.lamps()).hasSizeLessThanOrEqualTo(3);
      assertThat(rig.exposure()).isBetween(0.1f, 2f);
    }
  }

  private float[] lit(Surface surface, Lamp lamp) {
    float[] rgb = new float[3];
    float[] n = surface.normal;
    float seen = Math.max(0, -n[2]);
    new LampLight(lamp, null).add(surface, point, TO_CAMERA, seen, rgb, 0);
    return rgb;
  }

  private static Surface matt(float[] normal, float scatter) {
    Surface surface = new Surface();
    System.arraycopy(normal, 0, surface.normal, 0, 3);
    surface.colour(0.5f, 0.5f, 0.5f);
    surface.scatter = scatter;
    return surface;
  }
}
