package facedepth.networks.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facedepth.geometry.AtomicFile;
import facedepth.geometry.MalformedFileException;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file in the safetensors format: the length of a JSON header, the header, the numbers.
 *
 * @param tensors the named tensors
 * @param metadata free text by name
 */
public record Safetensors(StateDict tensors, Map<String, String> metadata) {
  private static final String METADATA = "__metadata__";
  private static final long LONGEST_HEADER = 100_000_000; // the format's own limit
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the metadata, sorted: the same tensors and metadata are the same bytes. */
  public Safetensors {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }

  /**
   * Reads a file.
   *
   * @throws MalformedFileException if it is damaged or of another format
   */
  public static Safetensors read(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      Safetensors described = described(channel, path.toString());
      StateDict read = new Checkpoint(described.tensors, channel).readAll();
      return new Safetensors(read, described.metadata);
    }
  }

  /** Opens a file to read its tensors when they are asked for. */
  static Checkpoint open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      Checkpoint checkpoint = new Checkpoint(described(channel, path.toString()).tensors, channel);
      channel = null;
      return checkpoint;
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  /** Makes sure that every tensor is there, and reads none. */
  private static Safetensors described(FileChannel channel, String file) throws IOException {
    try {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
      byte[] lengthBytes = in.readNBytes(8);
      long length =
          lengthBytes.length < 8
              ? -1
              : ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (length < 2 || length > LONGEST_HEADER || length > channel.size() - 8) {
        throw new MalformedFileException(
            file, "not a safetensors file: a header of " + length + " bytes");
      }
      JsonNode header = JSON.readTree(in.readNBytes((int) length));
      return described(channel, 8 + length, header, file);
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(
          file, "its safetensors header is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Safetensors described(
      FileChannel channel, long start, JsonNode header, String file) throws IOException {
    if (!header.isObject()) {
      throw new MalformedFileException(file, "its safetensors header is no JSON object");
    }
    Map<String, StateTensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (entry.getKey().equals(METADATA)) {
        entry.getValue().properties().forEach(m -> metadata.put(m.getKey(), m.getValue().asText()));
      } else {
        tensors.put(entry.getKey(), tensor(channel, start, entry.getKey(), entry.getValue(), file));
      }
    }
    return new Safetensors(new StateDict(tensors), metadata);
  }

  private static StateTensor tensor(
      FileChannel channel, long start, String name, JsonNode entry, String file)
      throws IOException {
    ElementType type =
        ElementType.ofSafetensors(entry.path("dtype").asText())
            .orElseThrow(
                () ->
                    new MalformedFileException(
                        file, name + " is of the type " + entry.path("dtype") + ", unknown"));
    long begin = entry.path("data_offsets").path(0).asLong(-1);
    long end = entry.path("data_offsets").path(1).asLong(-1);
    long[] shape = new long[entry.path("shape").size()];
    long room = (end - begin) / type.bytes();
    long count = 1;
    boolean fits = entry.path("shape").isArray() && begin >= 0 && end >= begin;
    for (int i = 0; i < shape.length && fits; i++) {
      shape[i] = entry.path("shape").path(i).asLong(-1);
      // room + 1 keeps the product from overflowing: it is too much in any case
      fits = shape[i] >= 0 && (shape[i] == 0 || count <= (room + 1) / shape[i]);
      count *= shape[i];
    }
    if (!fits
        || end > channel.size() - start
        || count * type.bytes() != end - begin
        || count > Integer.MAX_VALUE - 8) {
      throw new MalformedFileException(
          file, name + " does not fit: " + entry + ", " + (channel.size() - start) + " bytes");
    }
    int numbers = (int) count;
    return StateTensor.reading(
        () -> values(channel, start + begin, type, numbers, file), type.isInteger(), shape);
  }

  private static float[] values(
      FileChannel channel, long position, ElementType type, int count, String file)
      throws IOException {
    channel.position(position);
    try {
      return ElementReader.read(Channels.newInputStream(channel), type, 0, count);
    } catch (EOFException e) {
      throw new MalformedFileException(file, "the file ends too early", e);
    }
  }

  /** Writes the file whole or not at all; integers as I64, all else as F32. */
  public void write(Path path) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode properties = JSON.createObjectNode();
    metadata.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
    header.set(METADATA, properties);
    long end = 0;
    for (Map.Entry<String, StateTensor> entry : tensors.entries().entrySet()) {
      StateTensor tensor = entry.getValue();
      ElementType type = type(tensor);
      ObjectNode description = header.putObject(entry.getKey());
      description.put("dtype", type.safetensorsName());
      for (long size : tensor.shape()) {
        description.withArray("shape").add(size);
      }
      description.withArray("shape"); // a scalar has an empty one
      long begin = end;
      end += (long) tensor.values().length * type.bytes();
      description.putArray("data_offsets").add(begin).add(end);
    }
    String json = JSON.writeValueAsString(header);
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    byte[] padded = (json + " ".repeat(-bytes & 7)).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        path,
        out -> {
          byte[] length = new byte[8];
          littleEndian(length).putLong(padded.length);
          out.write(length);
          out.write(padded);
          for (StateTensor tensor : tensors.entries().values()) {
            writeNumbers(tensor, out);
          }
        });
  }

  private static void writeNumbers(StateTensor tensor, OutputStream out) throws IOException {
    float[] values = tensor.values();
    byte[] bytes = new byte[1 << 16];
    ByteBuffer piece = littleEndian(bytes);
    int width = type(tensor).bytes();
    for (float value : values) {
      if (piece.remaining() < width) {
        out.write(bytes, 0, piece.position());
        piece.clear();
      }
      if (tensor.isInteger()) {
        piece.putLong((long) value);
      } else {
        piece.putFloat(value);
      }
    }
    out.write(bytes, 0, piece.position());
  }

  private static ElementType type(StateTensor tensor) {
    return tensor.isInteger() ? ElementType.INT64 : ElementType.FLOAT32;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
