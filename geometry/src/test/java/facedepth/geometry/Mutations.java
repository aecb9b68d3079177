package facedepth.geometry;

import java.util.Arrays;
import java.util.Random;

/** Random damage to files. */
final class Mutations {
  private Mutations() {}

  /** A copy with up to eight bytes changed, and sometimes cut or lengthened. */
  static byte[] of(byte[] original, Random random) {
    int length =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(original.length);
          case 1 -> original.length + random.nextInt(16);
          default -> original.length;
        };
    byte[] damaged = Arrays.copyOf(original, length);
    for (int i = random.nextInt(9); i > 0 && length > 0; i--) {
      damaged[random.nextInt(length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }
}
