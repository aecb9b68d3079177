package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepClockTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path folder;

  @Test
  void laterStagesTakeAsLongAsTheyHavePixels() throws IOException {
    TrainingConfig config =
        TrainingConfig.read(
            Files.writeString(
                folder.resolve("a.yaml"),
                """
                output: a
                stages: [{resolution: 32, batch: 8, steps: 10}, {resolution: 64, batch: 4, steps: 10}]
                """));
    AtomicLong now = new AtomicLong(17);
    StepClock clock = new StepClock(config, 4, () -> now.get() * 0.5e-9, now::get);
    Pace pace = null;
    for (int step = 5; step <= 6; step++) {
      clock.begin();
      now.addAndGet(SECOND);
      clock.received(8);
      now.addAndGet(3 * SECOND);
      pace = step == 5 ? pace : clock.end(step);
    }
    assertThat(pace.imagesPerSecond()).isCloseTo(2, within(1e-9));
    assertThat(pace.waiting()).isCloseTo(0.25, within(1e-9));
    assertThat(pace.networkImagesPerSecond()).isCloseTo(8 / 3.0, within(1e-9));
    assertThat(pace.makersImagesPerSecond()).isCloseTo(4, within(1e-9));
    // Four more steps as before, then ten of twice the pixels.
    assertThat(pace.secondsLeft()).isCloseTo(4 * 4 + 10 * 8, within(1e-6));
    assertThat(pace.left()).isEqualTo("1 min 36 s");
  }

  @Test
  void meansEndAtMultiplesAndAtCheckpoints() throws IOException {
    List<TrainingStep> heard = new ArrayList<>();
    StepMeans means =
        new StepMeans(
            4,
            new TrainingListener() {
              @Override
              public void stepped(TrainingStep step) {
                heard.add(step);
              }

              @Override
              public void validated(ValidationResult result) {}
            });
    for (int step = 3; step <= 9; step++) {
      means.stepped(
          new TrainingStep(
              step,
              9,
              32,
              step,
              Map.of("loss", 1.0 * step),
              2.0 * step,
              new Pace(8, 2, 1, 3, -step)));
      if (step == 6) {
        means.validated(null);
      }
    }
    means.validated(null);
    assertThat(heard).extracting(TrainingStep::step).containsExactly(4L, 6L, 8L, 9L);
    assertThat(heard).extracting(TrainingStep::loss).containsExactly(3.5, 5.5, 7.5, 9.0);
    assertThat(heard).extracting(TrainingStep::gradientNorm).containsExactly(7.0, 11.0, 15.0, 18.0);
    assertThat(heard.get(0).pace()).isEqualTo(new Pace(16, 4, 2, 6, -4));
  }
}
