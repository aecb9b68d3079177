package facedepth.geometry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * NumPy's .npy files, format versions 1 to 3.
 *
 * <p>Written little-endian and row-major, version 1. Read in either byte order; column-major
 * ("Fortran order") files are transposed to row-major while reading. Memory is asked for only up to
 * the size that the file really has, whatever its header claims.
 */
public final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;

  private NpyFile() {}

  /**
   * Reads a file.
   *
   * @throws MalformedFileException if it is not a .npy file of a known element type
   */
  public static NpyArray read(Path file) throws IOException {
    return read(file.toString(), WholeFile.read(file));
  }

  /**
   * Reads bytes.
   *
   * @param name what messages call the file
   */
  public static NpyArray read(String name, byte[] bytes) throws MalformedFileException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    NpyHeader header = header(name, buffer);
    long needed = byteCount(header, buffer.remaining());
    if (needed != buffer.remaining()) {
      throw new MalformedFileException(
          name, "its shape does not fit the " + buffer.remaining() + " bytes after the header");
    }
    ByteBuffer data = buffer.slice().order(header.order());
    if (header.fortranOrder() && header.shape().length > 1) {
      data = transposed(data, header);
    }
    return new NpyArray(header.type(), header.shape(), data);
  }

  /** Writes an array. */
  public static void write(Path file, NpyArray array) throws IOException {
    AtomicFile.write(file, out -> write(out, array));
  }

  /** Writes float32 values, row-major. */
  public static void write(Path file, float[] values, int... shape) throws IOException {
    write(file, NpyArray.of(values, shape));
  }

  /** Writes a depth map as float32 [H, W]. */
  public static void write(Path file, DepthMap depth) throws IOException {
    write(file, depth.values(), depth.height(), depth.width());
  }

  private static void write(OutputStream out, NpyArray array) throws IOException {
    String dictionary = NpyHeader.format(array.type(), array.shape());
    int unpadded = MAGIC.length + 4 + dictionary.length() + 1;
    int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
    int headerLength = dictionary.length() + padding + 1;
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) headerLength, (byte) (headerLength >> 8)});
    out.write((dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
    ByteBuffer data = array.bytes();
    if (data.order() == ByteOrder.BIG_ENDIAN && array.type().bytes() > 1) {
      data = reversed(data, array.type().bytes());
    }
    out.write(data.array(), data.arrayOffset() + data.position(), data.remaining());
  }

  private static NpyHeader header(String name, ByteBuffer buffer) throws MalformedFileException {
    for (byte expected : MAGIC) {
      if (!buffer.hasRemaining() || buffer.get() != expected) {
        throw new MalformedFileException(name, "does not begin as a .npy file does");
      }
    }
    if (buffer.remaining() < 2) {
      throw new MalformedFileException(name, "ends within its header");
    }
    int version = buffer.get();
    buffer.get();
    if (version < 1 || version > 3) {
      throw new MalformedFileException(name, ".npy format version " + version + " is not known");
    }
    if (buffer.remaining() < (version == 1 ? 2 : 4)) {
      throw new MalformedFileException(name, "ends within its header");
    }
    long length = version == 1 ? buffer.getChar() : buffer.getInt() & 0xFFFFFFFFL;
    if (length > buffer.remaining()) {
      throw new MalformedFileException(name, "ends within its header");
    }
    byte[] text = new byte[(int) length];
    buffer.get(text);
    return NpyHeader.parse(
        name,
        new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
  }

  /** The bytes that the header promises, or something larger than {@code available}. */
  private static long byteCount(NpyHeader header, int available) {
    long bytes = header.type().bytes();
    for (int side : header.shape()) {
      if (side == 0) {
        return 0;
      }
    }
    for (int side : header.shape()) {
      bytes *= side;
      if (bytes > available) {
        return Long.MAX_VALUE;
      }
    }
    return bytes;
  }

  private static ByteBuffer transposed(ByteBuffer source, NpyHeader header) {
    int size = header.type().bytes();
    int[] shape = header.shape();
    ByteBuffer target = ByteBuffer.allocate(source.remaining()).order(source.order());
    int[] index = new int[shape.length];
    for (int to = 0; to < target.capacity(); to += size) {
      long from = 0;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        from = from * shape[axis] + index[axis]; // the first axis runs fastest
      }
      target.put(to, source, (int) from * size, size);
      for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
        index[axis] = 0;
      }
    }
    return target;
  }

  private static ByteBuffer reversed(ByteBuffer source, int size) {
    ByteBuffer target = ByteBuffer.allocate(source.remaining());
    for (int at = 0; at < target.capacity(); at++) {
      int element = at / size * size;
      target.put(at, source.get(source.position() + element + size - 1 - (at - element)));
    }
    return target;
  }
}
