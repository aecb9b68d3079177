package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingHistoryTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void fiveLines() throws IOException {
    file = folder.resolve("history.jsonl");
    try (TrainingHistory history = TrainingHistory.open(file, 0)) {
      for (long step : new long[] {20, 40, 50, 60, 80}) {
        history.add(at(step));
      }
    }
  }

  private static Scalars at(long step) {
    return new Scalars(step, 1.7e9 + step / 8.0, Map.of("train/loss", 1.0 / step, "rate", 1e-3));
  }

  private List<Long> steps(long upTo) throws IOException {
    try (TrainingHistory history = TrainingHistory.open(file, upTo)) {
      return history.all().stream().map(Scalars::step).toList();
    }
  }

  @Test
  void comesBackAsItWasWritten() throws IOException {
    try (TrainingHistory history = TrainingHistory.open(file, 80)) {
      assertThat(history.all()).containsExactly(at(20), at(40), at(50), at(60), at(80));
    }
    assertThat(Files.readAllLines(file)).hasSize(5);
  }

  @Test
  void endsAtTheStepThatTheRunGoesOnFrom() throws IOException {
    assertThat(steps(50)).containsExactly(20L, 40L, 50L);
    assertThat(steps(80)).as("it is cut in the file too").containsExactly(20L, 40L, 50L);
  }

  @Test
  void isEmptyWhenARunBeginsAnew() throws IOException {
    assertThat(steps(0)).isEmpty();
    assertThat(file).isEmptyFile();
  }

  @Test
  void halfALineIsLeftOutAndWrittenOver() throws IOException {
    byte[] all = Files.readAllBytes(file);
    int fourLines = all.length - Files.readAllLines(file).get(4).length() - 1;
    List<Long> four = List.of(20L, 40L, 50L, 60L);
    for (int length = fourLines; length < all.length - 1; length++) {
      Files.write(file, Arrays.copyOf(all, length));
      assertThat(steps(80)).as("%d bytes", length).isEqualTo(four);
      try (TrainingHistory history = TrainingHistory.open(file, 80)) {
        history.add(at(90));
      }
      List<Long> five = new ArrayList<>(four);
      five.add(90L);
      assertThat(steps(90)).as("%d bytes and a line", length).isEqualTo(five);
    }
  }

  @Test
  void bytesThatAreNoTextAreLeftOut() throws IOException {
    Files.write(file, new byte[] {0, (byte) 0xff, (byte) 0xc3, '\n'}, StandardOpenOption.APPEND);
    assertThat(steps(80)).hasSize(5);
  }

  @Test
  void figuresThatAreNoNumbersAreLeftOut() {
    Scalars scalars = new Scalars(1, 0, Map.of("a", Double.NaN, "b", 1.0));
    assertThat(scalars.values()).containsOnlyKeys("b");
  }
}
