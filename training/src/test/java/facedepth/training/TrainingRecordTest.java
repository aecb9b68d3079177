package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRecordTest {
  @TempDir private Path folder;
  private TrainingConfig config;
  private Path report;

  @BeforeEach
  void configure() throws IOException {
    config =
        ConfigReader.read(
            "test",
            "output: %s\nstages: [{resolution: 32, batch: 4, steps: 60}]\n".formatted(folder));
    report = folder.resolve("report.html");
  }

  private static TrainingStep step(long step) {
    Map<String, Double> losses = Map.of(TrainingStep.LOSS, 0.5);
    return new TrainingStep(step, 60, 32, 1e-3, losses, 0.7, new Pace(4, 1, 0, 1, 40));
  }

  private final AtomicInteger stops = new AtomicInteger();

  private TrainingRecord opened(long done) throws IOException {
    return TrainingRecord.open(config, done, new TrainingLog(line -> {}), stops::incrementAndGet);
  }

  @Test
  void aRunThatIsToldToEndSaysStopped() throws IOException {
    try (TrainingRecord record = opened(0)) {
      assertThat(report).content().contains("running (process");
      record.stepped(step(20));
      record.interrupted(0);
      assertThat(stops).as("the run is asked to end").hasValue(1);
      assertThat(report).content().contains(">stopped ").doesNotContain("running");
      // The trainer's thread may go on for a moment.
      record.stepped(step(40));
      assertThat(report).content().contains(">stopped ");
    }
    assertThat(folder.resolve("history.jsonl")).content().hasLineCount(1);
  }

  /** What comes with its last checkpoint is in the files, too. */
  @Test
  void aRunThatEndsInTimeIsWaitedFor() throws Exception {
    Thread ending;
    try (TrainingRecord record = opened(0)) {
      CountDownLatch told = new CountDownLatch(1);
      ending =
          new Thread(
              () -> {
                told.countDown();
                record.interrupted(600);
              });
      ending.start();
      told.await();
      record.stepped(step(20));
      record.stepped(step(40));
    }
    ending.join();
    assertThat(folder.resolve("history.jsonl")).content().hasLineCount(2);
    assertThat(report).content().contains(">stopped ");
  }

  @Test
  void aRunThatIsDoneSaysSo() throws IOException {
    try (TrainingRecord record = opened(0)) {
      record.stepped(step(20));
      record.finished();
    }
    assertThat(report).content().contains(">finished ").doesNotContain("no news since");
  }

  /** Faces stand in the old report only. */
  @Test
  void aRunThatGoesOnShowsTheFacesThereWere() throws IOException {
    String old =
        new TrainingReport(config)
            .html(TrainingReport.State.RUNNING, List.of(), null, "<p>six faces</p>\n");
    Files.writeString(report, old);
    TrainingRecord goesOn = opened(20);
    assertThat(report).content().contains("running (process", "<p>six faces</p>");
    goesOn.close();
    opened(0).close();
    assertThat(report).content().doesNotContain("six faces");
  }
}
