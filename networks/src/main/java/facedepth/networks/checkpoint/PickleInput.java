package facedepth.networks.checkpoint;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The bytes of pickles: counted, and never more of them asked for than the file has. */
final class PickleInput {
  private static final int LONGEST_LINE = 256;

  private final InputStream in;
  private final String file;
  private final long size;
  private final Map<String, StorageReference> storages = new HashMap<>();
  private long position;

  /**
   * @param in buffered; left at the end of what was read
   * @param file named in errors
   * @param size how many bytes {@code in} has
   */
  PickleInput(InputStream in, String file, long size) {
    this.in = in;
    this.file = file;
    this.size = size;
  }

  long position() {
    return position;
  }

  MalformedFileException malformed(String reason) {
    return new MalformedFileException(file, "pickle, byte " + position + ": " + reason);
  }

  /** Notes a storage that a pickle refers to. */
  StorageReference met(StorageReference storage) {
    storages.put(storage.key(), storage);
    return storage;
  }

  /** Every storage that the pickles so far refer to, by key. */
  Map<String, StorageReference> storages() {
    return storages;
  }

  int next() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw malformed("the file ends too early");
    }
    position++;
    return value;
  }

  ByteBuffer take(long count) throws IOException {
    if (count < 0 || count > size - position) {
      throw malformed("asks for " + count + " bytes, the file has " + (size - position) + " more");
    }
    byte[] bytes = in.readNBytes((int) Math.min(count, Integer.MAX_VALUE - 8));
    if (bytes.length < count) {
      throw malformed("the file ends too early");
    }
    position += count;
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int nextInt() throws IOException {
    return take(4).getInt();
  }

  String text(long bytes) throws IOException {
    return StandardCharsets.UTF_8.decode(take(bytes)).toString();
  }

  /** Up to the next line feed. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = next(); c != '\n'; c = next()) {
      if (line.length() == LONGEST_LINE) {
        throw malformed("a name of over " + LONGEST_LINE + " characters");
      }
      line.append((char) c);
    }
    return line.toString();
  }
}
