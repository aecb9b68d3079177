package facedepth.training;

import facedepth.geometry.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run leaves in its output folder to be looked at: {@code history.jsonl}, an event file for
 * TensorBoard, and {@code report.html}.
 */
final class TrainingRecord implements TrainingListener, Closeable {
  private static final int STEPS_A_POINT = 20;
  private static final long REPORT_NANOS = 60_000_000_000L;

  private final TrainingListener watcher;
  private final TrainingListener means = new StepMeans(STEPS_A_POINT, new Points());
  private final TrainingHistory history;
  private final EventFile events;
  private final TrainingReport report;
  private final Path reportFile;
  private TrainingReport.State state = TrainingReport.State.RUNNING;
  private TrainingStep latest;
  private String faces = "";

  // A run that goes on leaves the report there was, with its faces, until a checkpoint has others.
  private boolean reporting;
  private long reported;

  private TrainingRecord(
      TrainingConfig config, TrainingHistory history, EventFile events, TrainingListener watcher) {
    this.watcher = watcher;
    this.history = history;
    this.events = events;
    report = new TrainingReport(config);
    reportFile = config.output().resolve("report.html");
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
        new TrainingRecord(config, history, EventFile.create(folder, done + 1), watcher);
    watcher.began(done, config.totalSteps());
    if (done == 0) {
      record.report();
    }
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
  void finished() {
    state = TrainingReport.State.FINISHED;
  }

  /** Closes the files; the report says whether the run was finished or stopped. */
  @Override
  public void close() throws IOException {
    try (history;
        events) {
      if (state == TrainingReport.State.RUNNING) {
        state = TrainingReport.State.STOPPED;
      }
      if (reporting) {
        report();
      }
    }
  }

  private void add(long step, Map<String, Double> values) throws IOException {
    Scalars scalars = Scalars.now(step, values);
    history.add(scalars);
    events.write(scalars);
  }

  /** Writes the report; from now on it is kept up to date. */
  private void report() throws IOException {
    reporting = true;
    String html = report.html(state, history.all(), latest, faces);
    AtomicFile.write(reportFile, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    reported = System.nanoTime();
  }

  /** Writes what it hears. */
  private final class Points implements TrainingListener {
    @Override
    public void stepped(TrainingStep step) throws IOException {
      latest = step;
      add(step.step(), step.scalars());
      if (reporting && System.nanoTime() - reported > REPORT_NANOS) {
        report();
      }
    }

    @Override
    public void validated(ValidationResult result) throws IOException {
      add(result.step(), result.scalars());
      faces = FaceRows.html(result);
      report();
    }
  }
}
