package facedepth.networks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The weights a network is trained from when it is trained from nothing. */
public final class InitialWeights {
  private InitialWeights() {}

  /**
   * Draws every parameter from its {@link Parameter#initial()} distribution. The same seed gives
   * the same weights on every machine; a parameter's values depend on its name, not on its place.
   */
  public static StateDict of(Network network, long seed) {
    Map<String, StateTensor> entries = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      float[] values = new float[Math.toIntExact(parameter.count())];
      Initial initial = parameter.initial();
      if (initial.deviation() == 0) {
        Arrays.fill(values, (float) initial.mean());
      } else {
        Random random = new Random(seed * 1_000_003L + parameter.name().hashCode());
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (initial.mean() + initial.deviation() * random.nextGaussian());
        }
      }
      entries.put(
          parameter.name(),
          parameter.role() == Parameter.Role.COUNTER
              ? StateTensor.ofIntegers(values, parameter.shape())
              : StateTensor.of(values, parameter.shape()));
    }
    return new StateDict(entries);
  }
}
