package facedepth.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures of one moment of a run.
 *
 * @param step how many steps were done
 * @param time seconds since 1970
 * @param values by {@link Tags tag}; figures that are no numbers are left out
 */
record Scalars(long step, double time, Map<String, Double> values) {
  Scalars {
    Map<String, Double> finite = new LinkedHashMap<>(values);
    finite.values().removeIf(value -> !Double.isFinite(value));
    values = finite;
  }

  /** Figures of now. */
  static Scalars now(long step, Map<String, Double> values) {
    return new Scalars(step, System.currentTimeMillis() / 1000.0, values);
  }
}
