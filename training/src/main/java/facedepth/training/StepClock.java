package facedepth.training;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Times the steps of one stage, and tells from them how long the rest of the run will take. */
final class StepClock {
  private final TrainingConfig config;
  private final LongSupplier nanoTime;
  private final DoubleSupplier busySeconds;
  private final double pixelsBefore;
  private final long began;
  private boolean running; // a group of steps has begun
  private long groupBegan;
  private long stepBegan;
  private long waited;
  private int images;
  private double busyBefore;

  /**
   * A clock that starts now.
   *
   * @param from steps that were done before
   * @param busySeconds how long the makers of pictures have worked so far
   */
  StepClock(TrainingConfig config, long from, DoubleSupplier busySeconds) {
    this(config, from, busySeconds, System::nanoTime);
  }

  StepClock(TrainingConfig config, long from, DoubleSupplier busySeconds, LongSupplier nanoTime) {
    this.config = config;
    this.busySeconds = busySeconds;
    this.nanoTime = nanoTime;
    pixelsBefore = pixels(from);
    began = nanoTime.getAsLong();
  }

  /** A step begins, by waiting for its batch; the first one begins a group. */
  void begin() {
    stepBegan = nanoTime.getAsLong();
    if (!running) {
      running = true;
      groupBegan = stepBegan;
      waited = 0;
      images = 0;
      busyBefore = busySeconds.getAsDouble();
    }
  }

  /** The batch is there. */
  void received(int size) {
    waited += nanoTime.getAsLong() - stepBegan;
    images += size;
  }

  /**
   * A group of steps ends.
   *
   * @param done steps that are done, these among them
   */
  Pace end(long done) {
    running = false;
    long now = nanoTime.getAsLong();
    // Over all of the stage, with the time for checkpoints in it. Later stages have other
    // pictures: a step takes about as long as it has pixels.
    double speed = (pixels(done) - pixelsBefore) / ((now - began) * 1e-9);
    double left = (pixels(config.totalSteps()) - pixels(done)) / speed;
    double making = busySeconds.getAsDouble() - busyBefore;
    return new Pace(images, (now - groupBegan) * 1e-9, waited * 1e-9, making, left);
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
