package facedepth.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of training, or the means of several.
 *
 * @param step how many steps are done, this one among them
 * @param of steps of the whole run
 * @param resolution side of the pictures in pixels
 * @param rate learning rate
 * @param losses by name; {@link #LOSS} is the one that is minimised, the others are its parts
 * @param gradientNorm norm of all gradients together, before it is clipped
 * @param pace how fast it went
 */
public record TrainingStep(
    long step,
    long of,
    int resolution,
    double rate,
    Map<String, Double> losses,
    double gradientNorm,
    Pace pace) {
  /** Name of the loss that is minimised. */
  public static final String LOSS = "loss";

  /** The loss that is minimised. */
  public double loss() {
    return losses.get(LOSS);
  }

  /**
   * Means of steps that follow each other: losses and norm on average, images and seconds added up,
   * the rest as it was at the last.
   */
  static TrainingStep mean(List<TrainingStep> steps) {
    TrainingStep last = steps.get(steps.size() - 1);
    Map<String, Double> losses = new LinkedHashMap<>();
    double norm = 0;
    for (TrainingStep step : steps) {
      step.losses.forEach((name, loss) -> losses.merge(name, loss / steps.size(), Double::sum));
      norm += step.gradientNorm / steps.size();
    }
    Pace pace = Pace.sum(steps.stream().map(TrainingStep::pace).toList());
    return new TrainingStep(last.step, last.of, last.resolution, last.rate, losses, norm, pace);
  }

  /** As curves, by the names that they have in all files. */
  Map<String, Double> scalars() {
    Map<String, Double> scalars = new LinkedHashMap<>();
    losses.forEach((name, loss) -> scalars.put(Tags.TRAIN + name, loss));
    scalars.put(Tags.GRADIENT_NORM, gradientNorm);
    scalars.put(Tags.RATE, rate);
    scalars.put(Tags.IMAGES_PER_SECOND, pace.imagesPerSecond());
    scalars.put(Tags.NETWORK_SPEED, pace.networkImagesPerSecond());
    scalars.put(Tags.MAKERS_SPEED, pace.makersImagesPerSecond());
    scalars.put(Tags.WAITING, pace.waiting());
    return scalars;
  }
}
