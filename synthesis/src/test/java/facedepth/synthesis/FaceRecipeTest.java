package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceRecipeTest {
  private static final int DRAWS = 10_000;
  private static final FaceRecipe[] RECIPES = new FaceRecipe[DRAWS];

  @BeforeAll
  static void draw() {
    for (int i = 0; i < DRAWS; i++) {
      RECIPES[i] = FaceRecipe.draw(11, i, 0);
    }
  }

  @Test
  void kindsOfPicturesHaveTheSharesOfTheOrigin() {
    Map<Shot, Integer> counts = new EnumMap<>(Shot.class);
    for (FaceRecipe recipe : RECIPES) {
      counts.merge(recipe.shot(), 1, Integer::sum);
    }
    assertThat(share(counts.get(Shot.FRONTAL_TIGHT))).isCloseTo(0.70, within(0.015));
    assertThat(share(counts.get(Shot.TURNED))).isCloseTo(0.12, within(0.01));
    assertThat(share(counts.get(Shot.BEYOND_PROFILE))).isCloseTo(0.06, within(0.01));
    assertThat(share(counts.get(Shot.NECK_AND_SHOULDERS))).isCloseTo(0.12, within(0.01));
  }

  @Test
  void headsTurnAndTiltAsStated() {
    int frontal = 0;
    int within35 = 0;
    int tilted = 0;
    for (FaceRecipe recipe : RECIPES) {
      HeadPose pose = recipe.pose();
      if (recipe.viewpoint().subject() == Viewpoint.Subject.BACK_OF_THE_HEAD) {
        continue;
      }
      assertThat(Math.abs(pose.pitch())).isLessThanOrEqualTo(35);
      assertThat(Math.abs(pose.roll())).isLessThanOrEqualTo(32);
      switch (recipe.shot()) {
        case FRONTAL_TIGHT -> {
          frontal++;
          within35 += Math.abs(pose.yaw()) < 35 ? 1 : 0;
        }
        case TURNED -> assertThat(Math.abs(pose.yaw())).isBetween(25.0, 70.0);
        case BEYOND_PROFILE -> assertThat(Math.abs(pose.yaw())).isBetween(65.0, 100.0);
        case NECK_AND_SHOULDERS -> {}
      }
      tilted += Math.abs(pose.pitch()) > 15 ? 1 : 0;
    }
    assertThat(within35 / (double) frontal).isBetween(0.92, 0.97);
    assertThat(share(tilted)).as("looks up or down").isBetween(0.2, 0.4);
  }

  @Test
  void cropsErrWithinStatedBounds() {
    for (FaceRecipe recipe : RECIPES) {
      Viewpoint viewpoint = recipe.viewpoint();
      assertThat(viewpoint.distance()).isBetween(28f, 500f);
      assertThat(viewpoint.focalLengthMm35()).isBetween(22f, 135f);
      assertThat(viewpoint.loosen()).isBetween(0.65f, 2.6f);
      if (viewpoint.subject() == Viewpoint.Subject.FACE) {
        assertThat(viewpoint.wander()[0]).isBetween(-0.3f, 0.3f);
        assertThat(viewpoint.wander()[1]).isBetween(-0.3f, 0.46f);
      }
    }
  }

  @Test
  void everyKindOfLightAndBackdropIsDrawn() {
    Map<LightSetup, Integer> lights = new EnumMap<>(LightSetup.class);
    Map<BackdropScene, Integer> scenes = new EnumMap<>(BackdropScene.class);
    for (FaceRecipe recipe : RECIPES) {
      lights.merge(recipe.light().setup(), 1, Integer::sum);
      scenes.merge(recipe.backdrop().scene(), 1, Integer::sum);
    }
    assertThat(lights).hasSize(LightSetup.values().length);
    assertThat(scenes).hasSize(BackdropScene.values().length);
    assertThat(lights.values()).allMatch(count -> share(count) < 0.2);
    assertThat(scenes.values()).allMatch(count -> share(count) < 0.2);
  }

  private static double share(int count) {
    return count / (double) DRAWS;
  }
}
