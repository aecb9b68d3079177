package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.builtin.BuiltinHead;
import org.junit.jupiter.api.Test;

class BystanderTest {
  @Test
  void someoneBehindChangesThePictureAndNothingThatIsTrueOfTheFace() {
    FaceGenerator generator = new FaceGenerator(BuiltinHead.create(), 64, 4);
    int seen = 0;
    for (long index = 0; seen < 3; index++) {
      FaceRecipe recipe = FaceRecipe.draw(4, index, 0);
      if (recipe.bystander() == null || recipe.viewpoint().subject() != Viewpoint.Subject.FACE) {
        continue;
      }
      SyntheticFace together = generator.render(withoutFaults(recipe, recipe.bystander()));
      SyntheticFace alone = generator.render(withoutFaults(recipe, null));
      if (together == null) {
        continue;
      }
      assertThat(together.depth().values()).isEqualTo(alone.depth().values());
      assertThat(together.landmarks()).isEqualTo(alone.landmarks());
      if (!java.util.Arrays.equals(together.rgb(), alone.rgb())) {
        seen++;
      }
      assertThat(index).as("pictures looked at").isLessThan(2000);
    }
  }

  @Test
  void aFewPicturesHaveSomeoneBehind() {
    int behind = 0;
    for (int index = 0; index < 2000; index++) {
      behind += FaceRecipe.draw(8, index, 0).bystander() == null ? 0 : 1;
    }
    assertThat(behind).isBetween(80, 220);
  }

  private static FaceRecipe withoutFaults(FaceRecipe recipe, Bystander bystander) {
    return new FaceRecipe(
        recipe.seed(),
        recipe.index(),
        recipe.attempt(),
        recipe.identity(),
        recipe.expression(),
        recipe.appearance(),
        recipe.hairstyle(),
        recipe.outfit(),
        recipe.shot(),
        recipe.pose(),
        recipe.neck(),
        recipe.viewpoint(),
        recipe.light(),
        recipe.backdrop(),
        bystander,
        recipe.obstacle(),
        null);
  }
}
