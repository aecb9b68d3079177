package facedepth.networks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The weights that the reference's DPTs were asked with, which are too large to keep: drawn by the
 * rule that stands beside the reference's answers. Drawn anew whenever they are asked for.
 */
public final class ReferenceWeights {
  private static final long SEED = 20240601;

  private ReferenceWeights() {}

  /** What the reference calls a network. */
  public static String backbone(String architecture) {
    return switch (architecture) {
      case "dpt-base" -> "vitb16_384";
      case "dpt-large" -> "vitl16_384";
      case "dpt-hybrid" -> "vitb_rn50_384";
      default -> throw new IllegalArgumentException(architecture);
    };
  }

  /** Every entry of a network. */
  public static StateDict of(Network network) {
    float lastBias =
        switch (network.architecture()) {
          case "dpt-base" -> 0.3f;
          case "dpt-large" -> 1;
          default -> 1.2f;
        };
    Map<String, StateTensor> entries = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      String name = parameter.name();
      entries.put(
          name,
          name.equals("scratch.output_conv.4.bias")
              ? StateTensor.of(new float[] {lastBias}, 1)
              : StateTensor.reading(() -> drawn(parameter), false, parameter.shape()));
    }
    return new StateDict(entries);
  }

  private static float[] drawn(Parameter parameter) {
    long[] shape = parameter.shape();
    String name = parameter.name();
    double centre = 0;
    double scale = 0.2;
    if (name.endsWith(".bias")) {
      scale = 0.1;
    } else if (name.endsWith(".weight") && shape.length == 1) {
      centre = 1;
      scale = 0.5 / Math.sqrt(3);
    } else if (name.endsWith(".weight")) {
      boolean transposed = name.matches(".*act_postprocess[12]\\.4\\.weight");
      double fan = transposed ? shape[0] : (double) parameter.count() / shape[0];
      scale = gain(name) / Math.sqrt(fan);
    }
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.US_ASCII));
    MersenneTwister random = new MersenneTwister((int) (SEED * 1_000_003L + crc.getValue()));
    float[] values = new float[Math.toIntExact(parameter.count())];
    for (int i = 0; i < values.length; i++) {
      double u = Math.sqrt(3) * (2 * random.nextDouble() - 1);
      values[i] = (float) (centre + scale * u);
    }
    return values;
  }

  private static double gain(String name) {
    String[][] rules = {
      {"\\.attn\\.qkv\\.", "1.4"},
      {"\\.attn\\.proj\\.|\\.mlp\\.fc2\\.", "0.5"},
      {"\\.mlp\\.fc1\\.", "1.0"},
      {"patch_embed\\.proj", "1.0"},
      {"act_postprocess\\d\\.0\\.project", "1.0"},
      {"act_postprocess", "0.8"},
      {"resConfUnit\\d\\.conv1", "1.0"},
      {"resConfUnit\\d\\.conv2", "0.5"},
      {"refinenet\\d\\.out_conv", "0.7"},
      {"layer\\d_rn", "0.6"},
      {"output_conv\\.0", "1.2"},
      {"output_conv\\.2", "1.4"},
      {"output_conv\\.4", "1.4"},
    };
    for (String[] rule : rules) {
      if (Pattern.compile(rule[0]).matcher(name).find()) {
        return Double.parseDouble(rule[1]);
      }
    }
    return 1.2;
  }

  /** Matsumoto and Nishimura 1998, MT19937. */
  private static final class MersenneTwister {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int next = N;

    MersenneTwister(int seed) {
      state[0] = seed;
      for (int i = 1; i < N; i++) {
        int before = state[i - 1];
        state[i] = 1_812_433_253 * (before ^ before >>> 30) + i;
      }
    }

    double nextDouble() {
      int high = nextInt() >>> 5;
      int low = nextInt() >>> 6;
      return (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0;
    }

    private int nextInt() {
      if (next == N) {
        for (int i = 0; i < N; i++) {
          int y = state[i] & 0x80000000 | state[(i + 1) % N] & 0x7fffffff;
          state[i] = state[(i + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
      }
      int y = state[next++];
      y ^= y >>> 11;
      y ^= y << 7 & 0x9d2c5680;
      y ^= y << 15 & 0xefc60000;
      return y ^ y >>> 18;
    }
  }
}
