package facedepth.training;

/**
 * How the learning rate changes. {@code factor}, {@code patience}, {@code threshold} and {@code
 * every} count for the plateau schedule only and are called as PyTorch's ReduceLROnPlateau calls
 * them; the first three have its defaults but for the patience.
 *
 * @param kind default cosine: down to a fiftieth at the last step, because a run's length is known
 *     and the last small steps are where the error falls most
 * @param warmupSteps linear rise at the beginning, 0 for none; default 200, or 0 with plateau:
 *     Adam's second moments are noise until then
 * @param factor by which the rate is multiplied on a plateau; default 0.1
 * @param patience how many mean losses may fail to improve on the best one before that; default 3,
 *     the origin's
 * @param threshold by which share a mean loss must be below the best one to improve on it; default
 *     1e-4
 * @param every steps over which a mean loss is taken; default 1000. The origin's epoch is 8000
 *     steps of 5 faces
 */
public record ScheduleSettings(
    Kind kind,
    Integer warmupSteps,
    Double factor,
    Integer patience,
    Double threshold,
    Integer every) {
  /** All defaults. */
  public static final ScheduleSettings DEFAULT =
      new ScheduleSettings(null, null, null, null, null, null);

  /** What follows the warm-up. */
  public enum Kind {
    /** Half a cosine down to a fiftieth. */
    COSINE,
    /** The same until the loss no longer falls, then less; see {@link Plateau}. */
    PLATEAU,
    /** The same throughout. */
    CONSTANT
  }

  /** Fills in the defaults and checks what is left. */
  public ScheduleSettings {
    kind = Defaults.or(kind, Kind.COSINE);
    warmupSteps = Defaults.or(warmupSteps, kind == Kind.PLATEAU ? 0 : 200);
    factor = Defaults.or(factor, 0.1);
    patience = Defaults.or(patience, 3);
    threshold = Defaults.or(threshold, 1e-4);
    every = Defaults.or(every, 1000);
    Defaults.atLeast("schedule.warmupSteps", warmupSteps, 0);
    Defaults.atLeast("schedule.patience", patience, 0);
    Defaults.atLeast("schedule.threshold", threshold, 0);
    Defaults.atLeast("schedule.every", every, 1);
    if (!(factor > 0 && factor < 1)) {
      throw new IllegalArgumentException("schedule.factor " + factor + " is not between 0 and 1");
    }
  }
}
