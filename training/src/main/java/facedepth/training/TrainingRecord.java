package facedepth.training;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run leaves in its output folder to be looked at: {@code history.jsonl}, an event file for
 * TensorBoard, and {@code report.html}.
 */
final class TrainingRecord implements TrainingListener, Closeable {
  private static final int STEPS_A_POINT = 20;

  private final TrainingListener watcher;
  private final TrainingListener means = new StepMeans(STEPS_A_POINT, new Files());
  private final TrainingHistory history;
  private final EventFile events;

  private TrainingRecord(TrainingListener watcher, TrainingHistory history, EventFile events) {
    this.watcher = watcher;
    this.history = history;
    this.events = events;
  }

  /**
   * Opens the files.
   *
   * @param done steps that were done before; what the files tell of later ones is dropped
   * @param watcher hears everything too
   */
  static TrainingRecord open(TrainingConfig config, long done, TrainingListener watcher)
      throws IOException {
    Path folder = config.output();
    TrainingHistory history = TrainingHistory.open(folder.resolve("history.jsonl"), done);
    TrainingRecord record =
        new TrainingRecord(watcher, history, EventFile.create(folder, done + 1));
    watcher.began(done, config.totalSteps());
    return record;
  }

  @Override
  public void stepped(TrainingStep step) throws IOException {
    means.stepped(step);
    watcher.stepped(step);
  }

  @Override
  public void validated(ValidationResult result) throws IOException {
    means.validated(result);
    watcher.validated(result);
  }

  /** The last step is done. */
  void finished() throws IOException {}

  @Override
  public void close() throws IOException {
    try (history;
        events) {
      // nothing but to close both
    }
  }

  private void write(long step, Map<String, Double> values) throws IOException {
    Scalars scalars = Scalars.now(step, values);
    history.add(scalars);
    events.write(scalars);
  }

  private final class Files implements TrainingListener {
    @Override
    public void stepped(TrainingStep step) throws IOException {
      write(step.step(), step.scalars());
    }

    @Override
    public void validated(ValidationResult result) throws IOException {
      write(result.step(), result.scalars());
    }
  }
}
