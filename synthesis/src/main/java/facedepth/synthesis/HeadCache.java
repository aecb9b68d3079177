package facedepth.synthesis;

import facedepth.geometry.AtomicFile;
import facedepth.geometry.MalformedFileException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A head as one compact file: shapes are 16-bit integers with one scale each (a step is below a
 * hundredth of a millimetre), so that the text of a morphable head is parsed only once.
 */
public final class HeadCache {
  private static final int MAGIC = 0x46444831; // FDH1

  private static final List<HeadPart> PARTS = List.of(HeadPart.values());

  private HeadCache() {}

  /** Writes {@code head} to {@code file}. */
  public static void write(HeadModel head, Path file) throws IOException {
    AtomicFile.write(
        file,
        stream -> {
          CRC32 checksum = new CRC32();
          java.util.zip.CheckedOutputStream checked =
              new java.util.zip.CheckedOutputStream(stream, checksum);
          DataOutputStream out = new DataOutputStream(checked);
          out.writeInt(MAGIC);
          out.writeInt(head.neutral().length);
          out.writeInt(head.identityModes().size());
          out.writeInt(head.expressionShapes().size());
          out.writeInt(head.triangles().length);
          ByteBuffer floats = ByteBuffer.allocate(4 * head.neutral().length);
          floats.asFloatBuffer().put(head.neutral());
          out.write(floats.array());
          for (float[] mode : head.identityModes()) {
            writeShape(out, mode);
          }
          for (int i = 0; i < head.expressionShapes().size(); i++) {
            out.writeUTF(head.expressionNames().get(i));
            writeShape(out, head.expressionShapes().get(i));
          }
          for (int index : head.triangles()) {
            out.writeInt(index);
          }
          for (HeadPart part : head.triangleParts()) {
            out.writeByte(PARTS.indexOf(part));
          }
          for (int landmark : head.landmarks()) {
            out.writeInt(landmark);
          }
          out.flush();
          long sum = checksum.getValue();
          new DataOutputStream(stream).writeLong(sum);
        });
  }

  private static void writeShape(DataOutputStream out, float[] shape) throws IOException {
    float largest = 1e-20f;
    for (float value : shape) {
      largest = Math.max(largest, Math.abs(value));
    }
    float scale = largest / Short.MAX_VALUE;
    out.writeFloat(scale);
    ByteBuffer bytes = ByteBuffer.allocate(2 * shape.length);
    for (float value : shape) {
      bytes.putShort((short) Math.round(value / scale));
    }
    out.write(bytes.array());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws MalformedFileException if the file is damaged
   */
  public static HeadModel read(Path file) throws IOException {
    ByteBuffer in;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      in = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
    String name = file.toString();
    if (in.limit() < 28 || in.getInt(0) != MAGIC) {
      throw new MalformedFileException(name, "is no head cache of this version");
    }
    CRC32 checksum = new CRC32();
    checksum.update(in.duplicate().limit(in.limit() - 8));
    if (checksum.getValue() != in.getLong(in.limit() - 8)) {
      throw new MalformedFileException(name, "is damaged (its checksum does not fit)");
    }
    try {
      return parse(in);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new MalformedFileException(name, "is no sound head (" + e.getMessage() + ")", e);
    }
  }

  private static HeadModel parse(ByteBuffer in) {
    in.position(4);
    int floats = in.getInt();
    int identities = in.getInt();
    int expressions = in.getInt();
    int corners = in.getInt();
    // Before anything is allocated: a shape has 2 bytes a number and more than 4 besides. Each by
    // itself first, for the product of large ones is past what a long holds.
    long shapes = (long) identities + expressions;
    long most = in.remaining() / 4;
    if (floats < 0
        || identities < 0
        || expressions < 0
        || corners < 0
        || floats > most
        || shapes > most
        || (4 + 2 * shapes) * floats + 4 * shapes + 4L * corners > in.remaining()) {
      throw new IllegalArgumentException("its counts do not fit its size");
    }
    float[] neutral = new float[floats];
    int[] triangles = new int[corners];
    in.asFloatBuffer().get(neutral);
    in.position(in.position() + 4 * neutral.length);
    List<float[]> identityModes = new ArrayList<>();
    for (int i = 0; i < identities; i++) {
      identityModes.add(readShape(in, neutral.length));
    }
    List<String> names = new ArrayList<>();
    List<float[]> expressionShapes = new ArrayList<>();
    for (int i = 0; i < expressions; i++) {
      byte[] utf = new byte[Short.toUnsignedInt(in.getShort())];
      in.get(utf);
      names.add(new String(utf, java.nio.charset.StandardCharsets.UTF_8));
      expressionShapes.add(readShape(in, neutral.length));
    }
    in.asIntBuffer().get(triangles);
    in.position(in.position() + 4 * triangles.length);
    HeadPart[] parts = new HeadPart[triangles.length / 3];
    for (int t = 0; t < parts.length; t++) {
      parts[t] = PARTS.get(in.get());
    }
    int[] landmarks = new int[68];
    in.asIntBuffer().get(landmarks);
    return new HeadModel(
        neutral, identityModes, names, expressionShapes, triangles, parts, landmarks);
  }

  private static float[] readShape(ByteBuffer in, int length) {
    float scale = in.getFloat();
    float[] shape = new float[length];
    for (int i = 0; i < length; i++) {
      shape[i] = in.getShort() * scale;
    }
    return shape;
  }

  /**
   * The head in {@code source}: a cache file, or an ICT FaceKit as a folder or an archive, whose
   * cache is kept in {@code cacheFolder} under a name drawn from what it was made from. A cache
   * that is missing or damaged is written anew.
   *
   * @throws MalformedFileException if there is no head in it
   */
  public static HeadModel open(Path source, Path cacheFolder) throws IOException {
    return open(source, cacheFolder, FaceKitFiles.Counts.LIGHT);
  }

  static HeadModel open(Path source, Path cacheFolder, FaceKitFiles.Counts counts)
      throws IOException {
    if (!Files.exists(source)) {
      throw new MalformedFileException(source.toString(), "no such head model");
    }
    if (Files.isRegularFile(source) && isCache(source)) {
      return read(source);
    }
    Path cache = cacheFolder.resolve("head-" + SourceFingerprint.of(source) + ".fdh");
    if (Files.isRegularFile(cache)) {
      try {
        return read(cache);
      } catch (MalformedFileException e) {
        Files.deleteIfExists(cache);
      }
    }
    HeadModel head = IctFaceKit.read(source, counts);
    Files.createDirectories(cacheFolder);
    write(head, cache);
    // Not the head just read: rounding must not depend on whether the cache was there.
    return read(cache);
  }

  private static boolean isCache(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4 && ByteBuffer.wrap(start).getInt() == MAGIC;
    }
  }
}
