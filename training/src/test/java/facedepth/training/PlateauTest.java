package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The rates that PyTorch's ReduceLROnPlateau gives, by its documentation. */
class PlateauTest {
  private static final ScheduleSettings SETTINGS =
      new ScheduleSettings(ScheduleSettings.Kind.PLATEAU, null, 0.1, 2, 0.01, 2);

  @Test
  void theRateFallsWhenPatienceIsExceededAndNotBefore() {
    Plateau plateau = new Plateau(SETTINGS, 1e-3);
    epochs(plateau, 1.0, 0.9, 0.895, 0.9); // 0.895 is less than a hundredth better
    assertThat(plateau.rate()).isEqualTo(1e-3);
    epochs(plateau, 0.9);
    assertThat(plateau.rate()).isCloseTo(1e-4, within(1e-18));
    epochs(plateau, 0.9, 0.9);
    assertThat(plateau.rate()).as("patience begins anew").isCloseTo(1e-4, within(1e-18));
    epochs(plateau, 0.5, 0.6, 0.6);
    assertThat(plateau.rate()).as("the best one too").isCloseTo(1e-4, within(1e-18));
  }

  @Test
  void aRateThatWouldHardlyChangeStays() {
    Plateau plateau = new Plateau(SETTINGS, 1e-8);
    epochs(plateau, 1, 1, 1, 1, 1, 1);
    assertThat(plateau.rate()).isEqualTo(1e-8);
  }

  @Test
  void itGoesOnFromItsStateInTheMiddleOfAnEpoch() {
    Plateau whole = new Plateau(SETTINGS, 1e-3);
    epochs(whole, 0.7, 0.9);
    whole.observe(0.1 + 0.2, 1);
    Plateau resumed = new Plateau(SETTINGS, 1e-3);
    resumed.restore(whole.state());
    assertThat(resumed.state()).isEqualTo(whole.state());
    for (Plateau plateau : new Plateau[] {whole, resumed}) {
      plateau.observe(1.7, 1);
      epochs(plateau, 0.9);
    }
    assertThat(resumed.state()).isEqualTo(whole.state());
    assertThat(resumed.rate()).isLessThan(1e-3);
  }

  /** Two steps each, whose mean is the loss. */
  private static void epochs(Plateau plateau, double... losses) {
    for (double loss : losses) {
      plateau.observe(loss - 0.25, 1);
      plateau.observe(loss + 0.25, 1);
    }
  }
}
