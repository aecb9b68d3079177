package facedepth.notebook;

import facedepth.training.Trainer;
import facedepth.training.TrainingConfig;
import facedepth.training.TrainingCurves;
import facedepth.training.TrainingListener;
import facedepth.training.TrainingStep;
import facedepth.training.ValidationResult;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A training run that shows its curves while it goes on, and can be stopped: by interrupting the
 * thread that waits for it, which is what a notebook's stop button does. The run then ends after
 * the step it is at, with a checkpoint and a model, and can be resumed.
 */
public final class LiveTraining {
  private static final long REDRAW_MILLIS = 1500;

  private final TrainingConfig config;
  private final Screen screen;
  private final TrainingCurves curves;
  private volatile long steps;

  private LiveTraining(TrainingConfig config, Screen screen) {
    this.config = config;
    this.screen = screen;
    curves = new TrainingCurves(config);
  }

  /**
   * Trains to the last step, or until the calling thread is interrupted, which it is no longer when
   * this returns.
   *
   * @param resume go on from the checkpoint in the output folder, if there is one; otherwise there
   *     must be none
   * @throws IOException what the trainer throws, or the screen
   */
  public static TrainingOutcome run(TrainingConfig config, boolean resume, Screen screen)
      throws IOException {
    return new LiveTraining(config, screen).run(resume);
  }

  private TrainingOutcome run(boolean resume) throws IOException {
    long begin = System.nanoTime();
    Trainer trainer = new Trainer(config, new Listener());
    CompletableFuture<Boolean> run = new CompletableFuture<>();
    // Apart from this thread: an interrupt closes files that are being written.
    Thread thread =
        new Thread(
            () -> {
              try {
                run.complete(trainer.run(resume));
              } catch (Throwable e) { // whatever it is, it is for who waits
                run.completeExceptionally(e);
              }
            },
            "facedepth-training");
    thread.setDaemon(true);
    thread.start();
    boolean finished = watch(run, trainer);
    screen.show(figure(false));
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new TrainingOutcome(config.output().resolve("model.onnx"), steps, !finished, seconds);
  }

  /** Draws until the run has ended; whether it came to its last step. */
  private boolean watch(CompletableFuture<Boolean> run, Trainer trainer) throws IOException {
    long drawn = -1;
    while (true) {
      try {
        return run.get(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (steps != drawn) {
          drawn = steps;
          screen.show(figure(true));
        }
      } catch (InterruptedException e) {
        curves.noted("Stopping: the checkpoint and the model are being written.");
        trainer.stop();
      } catch (ExecutionException e) {
        throw new IOException(e.getCause().getMessage(), e.getCause());
      }
    }
  }

  private Figure figure(boolean running) {
    return Figure.ofHtml(curves.html(running));
  }

  /** Hears the run for the curves. */
  private final class Listener implements TrainingListener {
    @Override
    public void began(long done, long of) {
      steps = done;
    }

    @Override
    public void noted(String line) {
      curves.noted(line);
    }

    @Override
    public void stepped(TrainingStep step) throws IOException {
      curves.stepped(step);
      steps = step.step();
    }

    @Override
    public void validated(ValidationResult result) throws IOException {
      curves.validated(result);
    }
  }
}
