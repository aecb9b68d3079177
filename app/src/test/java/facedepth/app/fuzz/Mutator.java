package facedepth.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Spoils files: flipped bits, edges of number ranges, pieces lost, doubled, moved or taken from
 * another.
 */
final class Mutator {
  private static final int[] EDGES = {
    0, 1, 7, 8, 0x7f, 0x80, 0xff, '0', '9', '-', '{', '[', '"', '\n'
  };
  private static final long[] LARGE = {
    -1,
    0,
    1,
    0x7fff,
    0x8000,
    0xffff,
    0x10000,
    0x7fffffffL,
    0x80000000L,
    0xffffffffL,
    1L << 40,
    Long.MAX_VALUE
  };
  private static final String[] TEXTS = {
    "-1",
    "1e999",
    "NaN",
    "99999999999999999999",
    "null",
    "[[[[[[[[",
    "{\"a\":",
    "../../x",
    "\u0000",
    "%s%n",
    "&a [*a]",
    "true"
  };
  private static final int LONGEST = 1 << 16;

  private final Random random;
  private final List<byte[]> seeds;

  Mutator(long seed, List<byte[]> seeds) {
    random = new Random(seed);
    this.seeds = seeds;
  }

  /** A seed, spoiled in one to eight places. */
  byte[] next() {
    byte[] bytes = any().clone();
    for (int i = 1 << random.nextInt(4); i > 0; i--) {
      bytes = spoil(bytes);
    }
    return bytes;
  }

  private byte[] any() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] spoil(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(bytes.length - at, 1 << random.nextInt(8)));
    switch (random.nextInt(10)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> bytes[at] = (byte) EDGES[random.nextInt(EDGES.length)];
      case 3 -> number(bytes, at);
      case 4 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xff));
      case 5 -> {
        return replaced(bytes, at, length, new byte[0]);
      }
      case 6 -> {
        return replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      }
      case 7 -> {
        byte[] other = any();
        int from = random.nextInt(Math.max(1, other.length));
        return replaced(
            bytes,
            at,
            random.nextInt(2) * length,
            Arrays.copyOfRange(other, from, Math.min(other.length, from + length)));
      }
      case 8 -> {
        byte[] text = TEXTS[random.nextInt(TEXTS.length)].getBytes(StandardCharsets.UTF_8);
        return replaced(bytes, at, random.nextInt(2) * length, text);
      }
      default -> {
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
      }
    }
    return bytes;
  }

  /** Two, four or eight bytes in either order. */
  private void number(byte[] bytes, int at) {
    int size = 2 << random.nextInt(3);
    long value = LARGE[random.nextInt(LARGE.length)] + random.nextInt(3) - 1;
    boolean littleEndian = random.nextBoolean();
    for (int i = 0; i < size && at + i < bytes.length; i++) {
      int shift = 8 * (littleEndian ? i : size - 1 - i);
      bytes[at + i] = (byte) (value >>> shift);
    }
  }

  private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
    int size = Math.min(LONGEST, bytes.length - length + by.length);
    byte[] result = Arrays.copyOf(Arrays.copyOf(bytes, at), size);
    System.arraycopy(by, 0, result, at, Math.max(0, Math.min(by.length, size - at)));
    int rest = Math.min(bytes.length - at - length, size - at - by.length);
    if (rest > 0) {
      System.arraycopy(bytes, at + length, result, at + by.length, rest);
    }
    return result;
  }
}
