package facedepth.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run: every seed, and some hundred spoiled ones that are the same in every build. */
class FuzzTest {
  private static final int SPOILED = 150;

  @ParameterizedTest
  @EnumSource
  void readsOrRefusesWhateverComes(FuzzTarget target) throws IOException {
    List<byte[]> seeds = target.seeds();
    assertThat(seeds).isNotEmpty();
    for (byte[] seed : seeds) {
      survives(target, seed);
    }
    Mutator mutator = new Mutator(20260101, seeds);
    for (int i = 0; i < SPOILED; i++) {
      survives(target, mutator.next());
    }
  }

  private static void survives(FuzzTarget target, byte[] input) {
    assertThatCode(() -> Attempt.of(target, input))
        .as(() -> target.word() + " " + HexFormat.of().formatHex(input))
        .doesNotThrowAnyException();
  }

  @Test
  void spoiledSeedsAreTheSameInEveryRunAndDifferFromTheSeeds() throws IOException {
    List<byte[]> seeds = FuzzTarget.PHOTO.seeds();
    Mutator one = new Mutator(7, seeds);
    Mutator other = new Mutator(7, seeds);
    int different = 0;
    for (int i = 0; i < 200; i++) {
      byte[] spoiled = one.next();
      assertThat(other.next()).isEqualTo(spoiled);
      different += seeds.stream().noneMatch(seed -> Arrays.equals(seed, spoiled)) ? 1 : 0;
    }
    assertThat(different).isGreaterThan(150);
  }
}
