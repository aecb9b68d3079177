package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonTest {
  private static final int DRAWS = 500;

  private static Dice dice(int index) {
    return new Dice(17, index);
  }

  @Test
  void childrenHaveNoBeardsNorPaint() {
    Person child = new Person(8, 1, 0.3f);
    for (int i = 0; i < DRAWS; i++) {
      Appearance look = Appearance.draw(dice(i), child);
      assertThat(look.beard()).isZero();
      assertThat(look.stubble()).isZero();
      assertThat(look.makeup().lips()).isZero();
    }
  }

  @Test
  void hairGreysWithAge() {
    assertThat(brightHair(80)).isGreaterThan(2 * brightHair(25));
  }

  private static int brightHair(float age) {
    int bright = 0;
    for (int i = 0; i < DRAWS; i++) {
      float[] beard = Appearance.draw(dice(i), new Person(age, 0.9f, 0.5f)).beardCut().colour();
      bright += beard[1] > 0.1f ? 1 : 0;
    }
    return bright;
  }

  @Test
  void noTwoHeadsAreAlikeAndAllModesAreUsed() {
    Set<String> seen = new HashSet<>();
    float[] spread = new float[100];
    for (int i = 0; i < DRAWS; i++) {
      Identity identity = Identity.draw(dice(i), Person.draw(dice(i).stream("person")));
      assertThat(identity.modes()).hasSize(100);
      assertThat(seen.add(Arrays.toString(identity.modes()))).isTrue();
      for (int m = 0; m < 100; m++) {
        spread[m] += identity.modes()[m] * identity.modes()[m] / DRAWS;
      }
    }
    for (float variance : spread) {
      assertThat(variance).isBetween(0.7f, 1.6f);
    }
  }

  @Test
  void childrensHeadsAreSmaller() {
    float child = 0;
    float man = 0;
    for (int i = 0; i < DRAWS; i++) {
      child += Identity.draw(dice(i), new Person(5, 0.5f, 0.5f)).proportions()[1];
      man += Identity.draw(dice(i), new Person(40, 0.9f, 0.5f)).proportions()[1];
    }
    assertThat(child).isLessThan(0.92f * man);
  }
}
