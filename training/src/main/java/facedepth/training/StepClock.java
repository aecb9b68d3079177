package facedepth.training;

import java.util.function.LongSupplier;

/** Times the steps of one stage, and tells from them how long the rest of the run will take. */
final class StepClock {
  private final TrainingConfig config;
  private final LongSupplier nanoTime;
  private final double pixelsBefore;
  private final long began;
  private long stepBegan;
  private long received;

  /**
   * A clock that starts now.
   *
   * @param from steps that were done before
   */
  StepClock(TrainingConfig config, long from) {
    this(config, from, System::nanoTime);
  }

  StepClock(TrainingConfig config, long from, LongSupplier nanoTime) {
    this.config = config;
    this.nanoTime = nanoTime;
    pixelsBefore = pixels(from);
    began = nanoTime.getAsLong();
  }

  /** A step begins, by waiting for its batch. */
  void begin() {
    stepBegan = nanoTime.getAsLong();
  }

  /** The batch is there. */
  void received() {
    received = nanoTime.getAsLong();
  }

  /**
   * The step ends.
   *
   * @param done steps that are done, this one among them
   */
  Pace end(long done, int images) {
    long now = nanoTime.getAsLong();
    // Over all of the stage, with the time for checkpoints in it. Later stages have other
    // pictures: a step takes about as long as it has pixels.
    double speed = (pixels(done) - pixelsBefore) / ((now - began) * 1e-9);
    double left = (pixels(config.totalSteps()) - pixels(done)) / speed;
    return new Pace(images, (now - stepBegan) * 1e-9, (received - stepBegan) * 1e-9, left);
  }

  /** Pixels of all pictures in the first steps of the run. */
  private double pixels(long steps) {
    double sum = 0;
    long left = steps;
    for (TrainingConfig.Stage stage : config.stages()) {
      long here = Math.min(left, stage.steps());
      sum += (double) here * stage.batch() * stage.resolution() * stage.resolution();
      left -= here;
    }
    return sum;
  }
}
