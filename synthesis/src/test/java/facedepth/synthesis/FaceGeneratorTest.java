package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.DepthMap;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceGeneratorTest {
  private static FaceGenerator generator;

  @BeforeAll
  static void head() {
    generator = new FaceGenerator(TestHeads.ellipsoid(), 64, 5);
  }

  @ParameterizedTest(name = "index {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void aSampleIsAPictureWithDepthCentredOnItsMedian(long index) {
    SyntheticFace face = generator.face(index);
    assertThat(face.rgb()).hasSize(3 * 64 * 64);
    for (float value : face.rgb()) {
      assertThat(value).isBetween(0f, 255f).isEqualTo((float) Math.rint(value));
    }
    DepthMap depth = face.depth();
    if (depth.faceArea() < 64 * 64 / 40) {
      return; // one of the few without a face
    }
    assertThat(depth.median()).isCloseTo(0, within(1e-6f));
    assertThat(depth.faceArea()).isBetween(64 * 64 / 40, 64 * 64 - 1);
    float[] values = depth.finiteValues();
    Arrays.sort(values);
    assertThat(values[values.length - 1] - values[0])
        .as("relief in crop widths")
        .isBetween(0.05f, 1.6f);
  }

  @Test
  void aSampleDependsOnlyOnSeedAndIndex() {
    FaceGenerator again = new FaceGenerator(TestHeads.ellipsoid(), 64, 5);
    for (long index : new long[] {3, 0, 2, 1}) {
      assertSame(again.face(index), generator.face(index));
    }
    CompletableFuture<SyntheticFace> elsewhere =
        CompletableFuture.supplyAsync(() -> generator.forAnotherThread(64).face(1));
    assertSame(elsewhere.join(), generator.face(1));
  }

  @Test
  void takesShowOneSceneInDifferentPictures() {
    List<SyntheticFace> takes = generator.takes(3, 3);
    assertThat(takes).hasSize(3);
    assertSame(takes.get(0), generator.face(3));
    for (SyntheticFace take : takes) {
      assertThat(take.depth().values()).isEqualTo(takes.get(0).depth().values());
      assertThat(take.landmarks()).isEqualTo(takes.get(0).landmarks());
      assertThat(take.pose()).isEqualTo(takes.get(0).pose());
    }
    assertThat(takes.get(1).rgb()).isNotEqualTo(takes.get(0).rgb());
    assertThat(takes.get(2).rgb()).isNotEqualTo(takes.get(1).rgb());
    assertSame(generator.takes(3, 2).get(1), takes.get(1));
    assertThatThrownBy(() -> generator.takes(3, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFewPicturesShowNoFace() {
    int without = 0;
    for (int i = 0; i < 120; i++) {
      without += generator.face(i).depth().faceArea() < 64 * 64 / 40 ? 1 : 0;
    }
    assertThat(without).isBetween(1, 24);
  }

  @Test
  void anotherSeedOrIndexIsAnotherFace() {
    FaceGenerator other = new FaceGenerator(TestHeads.ellipsoid(), 64, 6);
    assertThat(other.face(1).rgb()).isNotEqualTo(generator.face(1).rgb());
    assertThat(generator.face(2).rgb()).isNotEqualTo(generator.face(1).rgb());
  }

  @Test
  void theSameSceneAtAnotherResolutionHasTheSameDepth() {
    SyntheticFace small = generator.face(4);
    SyntheticFace large = generator.forAnotherThread(128).face(4);
    assertThat(large.camera()).isEqualTo(small.camera());
    int compared = 0;
    double sum = 0;
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        boolean inside =
            small.depth().isFace(x, y)
                && large.depth().isFace(2 * x, 2 * y)
                && large.depth().isFace(2 * x + 1, 2 * y + 1);
        if (inside) {
          float mean =
              (large.depth().at(2 * x, 2 * y) + large.depth().at(2 * x + 1, 2 * y + 1)) / 2;
          sum += Math.abs(mean - small.depth().at(x, y));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
    assertThat(sum / compared).isLessThan(0.01);
  }

  @Test
  void anotherSupplyFromTheSameHeadIsThatOfItsSeed() {
    FaceGenerator other = new FaceGenerator(TestHeads.ellipsoid(), 64, 6);
    assertSame(generator.withSeed(6).face(1), other.face(1));
  }

  @Test
  void refusesOddResolutions() {
    assertThatThrownBy(() -> generator.forAnotherThread(63))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("63");
  }

  private static void assertSame(SyntheticFace a, SyntheticFace b) {
    assertThat(a.rgb()).isEqualTo(b.rgb());
    assertThat(a.depth().values()).isEqualTo(b.depth().values());
    assertThat(a.normals()).isEqualTo(b.normals());
    assertThat(a.landmarks()).isEqualTo(b.landmarks());
    assertThat(a.landmarkSeen()).isEqualTo(b.landmarkSeen());
    assertThat(a.parametersJson()).isEqualTo(b.parametersJson());
    assertThat(a.pose()).isEqualTo(b.pose());
  }
}
