package facedepth.training;

import facedepth.geometry.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a run leaves in its output folder to be looked at: {@code history.jsonl}, an event file for
 * TensorBoard, and {@code report.html}, which is renewed every minute as a sign of life and says
 * "stopped" when the program is told to end. The program then waits for the run, which is asked to
 * stop: what it computes in native code must not lose its memory.
 */
final class TrainingRecord implements TrainingListener, Closeable {
  private static final int STEPS_A_POINT = 20;
  private static final int REPORT_SECONDS = 60;
  private static final int PATIENCE_SECONDS = 60;

  private final TrainingListener watcher;
  private final TrainingListener means = new StepMeans(STEPS_A_POINT, new Points());
  private final TrainingHistory history;
  private final EventFile events;
  private final TrainingReport report;
  private final Path reportFile;
  private final ScheduledExecutorService heart;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable stop;
  private final Thread lastWords =
      new Thread(() -> interrupted(PATIENCE_SECONDS), "training-report");
  private TrainingReport.State state = TrainingReport.State.RUNNING;
  private TrainingStep latest;
  private String faces;

  private TrainingRecord(
      TrainingConfig config,
      TrainingHistory history,
      EventFile events,
      String faces,
      TrainingListener watcher,
      Runnable stop) {
    this.stop = stop;
    this.watcher = watcher;
    this.history = history;
    this.events = events;
    this.faces = faces;
    report = new TrainingReport(config);
    reportFile = config.output().resolve("report.html");
    heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "training-report");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Opens the files.
   *
   * @param done steps that were done before; what the files tell of later ones is dropped
   * @param watcher hears everything too
   * @param stop asks the run to end soon, by another thread
   */
  static TrainingRecord open(
      TrainingConfig config, long done, TrainingListener watcher, Runnable stop)
      throws IOException {
    Path folder = config.output();
    TrainingHistory history = TrainingHistory.open(folder.resolve("history.jsonl"), done);
    TrainingRecord record =
        new TrainingRecord(
            config,
            history,
            EventFile.create(folder, done + 1),
            done == 0 ? "" : faces(folder.resolve("report.html")),
            watcher,
            stop);
    watcher.began(done, config.totalSteps());
    record.report();
    Future<?> unused =
        record.heart.scheduleWithFixedDelay(
            record::beat, REPORT_SECONDS, REPORT_SECONDS, TimeUnit.SECONDS);
    Runtime.getRuntime().addShutdownHook(record.lastWords);
    return record;
  }

  /** A run that goes on shows the faces there were until a checkpoint has others. */
  private static String faces(Path report) throws IOException {
    return Files.exists(report)
        ? TrainingReport.facesOf(new String(Files.readAllBytes(report), StandardCharsets.UTF_8))
        : "";
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
  synchronized void finished() {
    state = TrainingReport.State.FINISHED;
  }

  /** Closes the files; the report says whether the run was finished or stopped. */
  @Override
  public void close() throws IOException {
    heart.shutdownNow();
    try {
      Runtime.getRuntime().removeShutdownHook(lastWords);
    } catch (IllegalStateException e) {
      // The program is ending already, and the hook waits for this.
    }
    try {
      end();
    } finally {
      closed.countDown();
    }
  }

  private synchronized void end() throws IOException {
    if (state == TrainingReport.State.STOPPED) {
      return; // there already
    }
    try (history;
        events) {
      if (state == TrainingReport.State.RUNNING) {
        state = TrainingReport.State.STOPPED;
      }
      report();
    }
  }

  /** Ctrl-C, or a kill that can be heard: where the run does not end in time it is cut off. */
  void interrupted(int patienceSeconds) {
    stop.run();
    try {
      if (!closed.await(patienceSeconds, TimeUnit.SECONDS)) {
        end();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("the report could not be finished", e);
    }
  }

  private synchronized void add(long step, Map<String, Double> values) throws IOException {
    if (state != TrainingReport.State.RUNNING) {
      return; // the program ends
    }
    Scalars scalars = Scalars.now(step, values);
    history.add(scalars);
    events.write(scalars);
  }

  private void beat() {
    try {
      report();
    } catch (IOException e) {
      watcher.noted("the report could not be written: " + e.getMessage());
    }
  }

  private synchronized void report() throws IOException {
    String html = report.html(state, history.all(), latest, faces);
    AtomicFile.write(reportFile, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
  }

  private synchronized void remember(TrainingStep step) {
    latest = step;
  }

  private synchronized void show(String rows) {
    faces = rows;
  }

  /** Writes what it hears. */
  private final class Points implements TrainingListener {
    @Override
    public void stepped(TrainingStep step) throws IOException {
      remember(step);
      add(step.step(), step.scalars());
    }

    @Override
    public void validated(ValidationResult result) throws IOException {
      add(result.step(), result.scalars());
      show(FaceRows.html(result));
      report();
    }
  }
}
