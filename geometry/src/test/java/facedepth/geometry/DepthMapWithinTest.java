package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DepthMapWithinTest {
  private static final float NOT = Float.NaN;

  @Test
  void keepsItsOwnValuesWhereTheOtherHasAFace() {
    DepthMap all = new DepthMap(2, 2, new float[] {1, 2, NOT, 4});
    DepthMap face = new DepthMap(2, 2, new float[] {9, NOT, 9, 9});
    assertThat(all.within(face).values()).containsExactly(1, NOT, NOT, 4);
    assertThat(all.values()).containsExactly(1, 2, NOT, 4);
  }

  @Test
  void refusesAnotherSize() {
    DepthMap map = new DepthMap(2, 2, new float[4]);
    assertThatThrownBy(() -> map.within(new DepthMap(4, 1, new float[4])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2x2")
        .hasMessageContaining("4x1");
  }
}
