package facedepth.benchmarks;

import facedepth.training.Trainer;
import facedepth.training.TrainingConfig;
import facedepth.training.TrainingListener;
import facedepth.training.TrainingStep;
import facedepth.training.ValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * Trains by a configuration and tells what memory that takes every 500 steps: a leak shows as
 * figures that grow.
 */
public final class TrainingSoak {
  private static final int EVERY = 500;

  private TrainingSoak() {}

  /**
   * Runs.
   *
   * @param arguments the configuration
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println("step\tseconds\theap in use MB\tresident MB\tlibtorch's objects");
    new Trainer(TrainingConfig.read(Path.of(arguments[0])), new Watch()).run(false);
  }

  private static final class Watch implements TrainingListener {
    private final long began = System.nanoTime();

    @Override
    public void stepped(TrainingStep step) throws IOException {
      if (step.step() % EVERY == 0) {
        Runtime java = Runtime.getRuntime();
        System.out.printf(
            Locale.ROOT,
            "%d\t%.0f\t%d\t%d\t%d%n",
            step.step(),
            (System.nanoTime() - began) * 1e-9,
            (java.totalMemory() - java.freeMemory()) >> 20,
            resident() >> 10,
            Pointer.totalCount());
      }
    }

    @Override
    public void validated(ValidationResult result) {}

    /** In KiB; Linux. */
    private static long resident() throws IOException {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
