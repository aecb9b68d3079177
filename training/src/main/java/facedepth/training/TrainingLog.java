package facedepth.training;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A training run as lines of text: one every 20 steps and one a checkpoint. */
public final class TrainingLog implements TrainingListener {
  private static final int STEPS_A_LINE = 20;

  private final Consumer<String> lines;
  private final TrainingListener means;

  /** A log that hands on its lines, without line ends. */
  public TrainingLog(Consumer<String> lines) {
    this.lines = lines;
    means = new StepMeans(STEPS_A_LINE, new Lines());
  }

  @Override
  public void began(long done, long of) {
    if (done > 0) {
      lines.accept("resuming at step " + done);
    }
  }

  @Override
  public void noted(String line) {
    lines.accept(line);
  }

  @Override
  public void stepped(TrainingStep step) throws IOException {
    means.stepped(step);
  }

  @Override
  public void validated(ValidationResult result) throws IOException {
    means.validated(result);
  }

  private static String line(TrainingStep step) {
    StringBuilder line = new StringBuilder();
    add(line, "step %d/%d  %dpx", step.step(), step.of(), step.resolution());
    for (Map.Entry<String, Double> loss : step.losses().entrySet()) {
      add(line, "  %s %.4f", loss.getKey(), loss.getValue());
    }
    Pace pace = step.pace();
    add(line, "  norm %.2f  rate %.2e", step.gradientNorm(), step.rate());
    add(
        line,
        "  %.1f images/s (network %.1f,",
        pace.imagesPerSecond(),
        pace.networkImagesPerSecond());
    add(line, " pictures %.1f)", pace.makersImagesPerSecond());
    add(line, "  waiting %.0f%%", 100 * pace.waiting());
    return line.append("  ").append(pace.left()).append(" left").toString();
  }

  private static void add(StringBuilder line, String format, Object... values) {
    line.append(String.format(Locale.ROOT, format, values));
  }

  private final class Lines implements TrainingListener {
    @Override
    public void stepped(TrainingStep step) {
      lines.accept(line(step));
    }

    @Override
    public void validated(ValidationResult result) {
      lines.accept("step " + result.step() + " validation: " + result.summary());
    }
  }
}
