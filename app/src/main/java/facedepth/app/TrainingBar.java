package facedepth.app;

import facedepth.training.TrainingListener;
import facedepth.training.TrainingStep;
import facedepth.training.ValidationResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/** A training run on a terminal: a bar, and above it one line for each checkpoint. */
final class TrainingBar implements TrainingListener, AutoCloseable {
  /** Share that a new step has in the figures beside the bar, which would flicker otherwise. */
  private static final double NEWEST = 0.1;

  private final Console console;
  private ProgressBar bar;
  private volatile Duration left; // read by the thread that draws
  private double loss = Double.NaN;
  private double imagesPerSecond = Double.NaN;

  TrainingBar(Console console) {
    this.console = console;
  }

  @Override
  public void began(long done, long of) {
    bar =
        Progress.builder("train", of)
            .startsFrom(done, Duration.ZERO)
            .setEtaFunction(state -> Optional.ofNullable(left))
            .build();
  }

  @Override
  public void noted(String line) {
    console.say(line);
  }

  @Override
  public void stepped(TrainingStep step) {
    loss = smooth(loss, step.loss());
    imagesPerSecond = smooth(imagesPerSecond, step.pace().imagesPerSecond());
    left = Duration.ofSeconds(Math.round(step.pace().secondsLeft()));
    bar.stepTo(step.step());
    bar.setExtraMessage(message());
  }

  private static double smooth(double before, double now) {
    return Double.isNaN(before) ? now : before + NEWEST * (now - before);
  }

  private String message() {
    return String.format(Locale.ROOT, "%.1f images/s, loss %.4f", imagesPerSecond, loss);
  }

  @Override
  public void validated(ValidationResult result) {
    console.say("step " + result.step() + " validation: " + result.summary());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
