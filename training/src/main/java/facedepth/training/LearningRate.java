package facedepth.training;

import java.util.Map;
import java.util.Optional;

/** The learning rate of every step: a linear warm-up, then what the schedule says. */
final class LearningRate {
  private static final double LAST = 0.02; // of the peak, at the end of the cosine

  private final double peak;
  private final ScheduleSettings schedule;
  private final int totalSteps;
  private final Optional<Plateau> plateau;

  LearningRate(double peak, ScheduleSettings schedule, int totalSteps) {
    this.peak = peak;
    this.schedule = schedule;
    this.totalSteps = totalSteps;
    plateau =
        schedule.kind() == ScheduleSettings.Kind.PLATEAU
            ? Optional.of(new Plateau(schedule, peak))
            : Optional.empty();
  }

  /**
   * The rate of a step.
   *
   * @param step counted from 0
   */
  double at(long step) {
    double warm =
        schedule.warmupSteps() == 0 ? 1 : Math.min(1, (step + 1.0) / schedule.warmupSteps());
    return warm
        * switch (schedule.kind()) {
          case COSINE -> {
            double progress = step / (double) totalSteps;
            yield peak * (LAST + (1 - LAST) * 0.5 * (1 + Math.cos(Math.PI * progress)));
          }
          case PLATEAU -> plateau.orElseThrow().rate();
          case CONSTANT -> peak;
        };
  }

  /** Takes note of the mean loss of some steps. */
  void observe(double loss, int steps) {
    plateau.ifPresent(p -> p.observe(loss, steps));
  }

  /** What has to be known to go on, for a checkpoint. */
  Map<String, String> state() {
    return plateau.map(Plateau::state).orElse(Map.of());
  }

  /** Goes on from a state; a checkpoint of another schedule has none, which is no error. */
  void restore(Map<String, String> state) {
    plateau.ifPresent(p -> p.restore(state));
  }
}
