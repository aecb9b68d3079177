package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private static final int DRAWS = 2000;

  private static Expression expression(int index) {
    return Expression.draw(new Dice(11, index));
  }

  @Test
  void everyShapeOfTheHeadIsUsedAndNoOther() {
    Set<String> used = new TreeSet<>();
    for (int i = 0; i < DRAWS; i++) {
      used.addAll(expression(i).strengths().keySet());
    }
    Set<String> all = new TreeSet<>(ArkitShapes.SINGLES);
    for (String pair : ArkitShapes.PAIRS) {
      all.add(pair + "_L");
      all.add(pair + "_R");
    }
    assertThat(all).hasSize(53);
    assertThat(used).isEqualTo(all);
  }

  @Test
  void shapesAreInTheSameOrderInEveryProcess() {
    for (int i = 0; i < 50; i++) {
      assertThat(expression(i).strengths().keySet().stream().toList()).isSorted();
    }
  }

  @Test
  void strengthsAreShares() {
    for (int i = 0; i < DRAWS; i++) {
      assertThat(expression(i).strengths().values()).allMatch(s -> s >= 0 && s <= 1);
    }
    assertThatThrownBy(() -> new Expression(Mood.NEUTRAL, Map.of("jawOpen", 1.2f)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.2")
        .hasMessageContaining("jawOpen");
  }

  @Test
  void restingFacesAreCommonestAndEveryMoodOccurs() {
    Map<Mood, Integer> counts = new EnumMap<>(Mood.class);
    for (int i = 0; i < DRAWS; i++) {
      counts.merge(expression(i).mood(), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys(Mood.values());
    int most = counts.values().stream().mapToInt(n -> n).max().orElseThrow();
    assertThat(counts.get(Mood.NEUTRAL)).isEqualTo(most);
  }

  @Test
  void bothEyesLookTheSameWay() {
    for (int i = 0; i < DRAWS; i++) {
      Expression e = expression(i);
      if (e.strength("eyeBlink_L") == 1 || e.strength("eyeBlink_R") == 1) {
        continue; // a shut eye looks nowhere
      }
      float left = e.strength("eyeLookOut_L") - e.strength("eyeLookIn_L");
      float right = e.strength("eyeLookIn_R") - e.strength("eyeLookOut_R");
      assertThat(Math.abs(left - right)).isLessThan(0.3f);
      float up = e.strength("eyeLookUp_L") - e.strength("eyeLookUp_R");
      assertThat(Math.abs(up)).isLessThan(1e-6f);
    }
  }

  @Test
  void shutLidsShutAndNothingPushesTheBallThroughThem() {
    int shut = 0;
    for (int i = 0; i < DRAWS; i++) {
      Expression e = expression(i);
      for (String side : new String[] {"_L", "_R"}) {
        float blink = e.strength("eyeBlink" + side);
        if (blink == 1) {
          shut++;
          assertThat(e.strength("eyeSquint" + side)).isLessThanOrEqualTo(0.25f);
          assertThat(e.strength("eyeWide" + side)).isZero();
        } else {
          assertThat(blink).as("half shut at most").isLessThanOrEqualTo(0.55f);
        }
      }
    }
    assertThat(shut).isBetween(DRAWS / 40, DRAWS / 4);
  }

  @Test
  void lipsThatShowTeethAreApart() {
    for (int i = 0; i < DRAWS; i++) {
      Expression e = expression(i);
      if (e.mood() == Mood.LAUGH || e.mood() == Mood.YAWN) {
        assertThat(e.isMouthOpen()).isTrue();
      }
    }
  }
}
