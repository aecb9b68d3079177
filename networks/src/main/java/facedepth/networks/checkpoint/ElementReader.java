package facedepth.networks.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads runs of numbers from a stream, a piece at a time. */
final class ElementReader {
  private static final int PIECE = 1 << 18;

  private ElementReader() {}

  /**
   * Skips {@code first} elements and reads {@code count}. The caller has made sure that the stream
   * claims to hold them.
   *
   * @throws EOFException if the stream ends before
   */
  static float[] read(InputStream in, ElementType type, long first, int count) throws IOException {
    in.skipNBytes(first * type.bytes());
    float[] values = new float[count];
    ByteBuffer piece =
        ByteBuffer.allocate((int) Math.min(PIECE, (long) count * type.bytes()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int done = 0; done < count; ) {
      int elements = Math.min(count - done, PIECE / type.bytes());
      int bytes = elements * type.bytes();
      if (in.readNBytes(piece.array(), 0, bytes) < bytes) {
        throw new EOFException("ends inside its numbers");
      }
      piece.clear();
      type.get(piece, values, done, elements);
      done += elements;
    }
    return values;
  }
}
