package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads event files as TensorBoard does: by the record format and the field numbers. */
class EventFileTest {
  @TempDir private Path folder;

  /** An event; what it does not hold is null, or 0. */
  private record Event(
      double time, long step, String version, int sessionStatus, Map<String, Float> values) {}

  @Test
  void holdsVersionStartAndScalars() throws IOException {
    Map<String, Double> training = new LinkedHashMap<>();
    training.put("train/loss", 0.1);
    training.put("rate", 2e-3);
    try (EventFile events = EventFile.create(folder, 41)) {
      events.write(new Scalars(60, 1.7e9 + 0.25, training));
      events.write(new Scalars(3_000_000_000L, 1.7e9 + 9, Map.of("validation/rmse", -1.5)));
    }
    Path file = onlyFile();
    assertThat(file.getFileName().toString()).matches("events\\.out\\.tfevents\\.\\d{10}\\..+");
    List<Event> events = read(file);
    assertThat(events).hasSize(4);
    assertThat(events.get(0).version()).isEqualTo("brain.Event:2");
    assertThat(events.get(1).sessionStatus()).as("START").isEqualTo(1);
    assertThat(events.get(1).step()).isEqualTo(41);
    assertThat(events.get(2))
        .isEqualTo(new Event(1.7e9 + 0.25, 60, null, 0, Map.of("train/loss", 0.1f, "rate", 2e-3f)));
    assertThat(events.get(3))
        .isEqualTo(new Event(1.7e9 + 9, 3_000_000_000L, null, 0, Map.of("validation/rmse", -1.5f)));
  }

  @Test
  void isThereToReadWhileItGrows() throws IOException {
    try (EventFile events = EventFile.create(folder, 1)) {
      events.write(new Scalars(20, 1.7e9, Map.of("rate", 1.0)));
      assertThat(read(onlyFile())).hasSize(3);
    }
  }

  @Test
  void twoOfOneSecondAreTwoFiles() throws IOException {
    for (int i = 0; i < 3; i++) {
      EventFile.create(folder, 1).close();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(3).allMatch(file -> file.toString().contains(".tfevents."));
    }
  }

  /** RFC 3720, appendix B.4: 32 bytes of zeroes. */
  @Test
  void theReadersChecksumIsTheOneOfTheFormat() {
    assertThat(crc32c(new byte[32])).isEqualTo(0x8a9136aaL);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static List<Event> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.get(length);
      assertThat(bytes.getInt() & 0xffffffffL).as("checksum of length").isEqualTo(masked(length));
      byte[] data = new byte[(int) bytes.getLong(bytes.position() - 12)];
      bytes.get(data);
      assertThat(bytes.getInt() & 0xffffffffL).as("checksum of data").isEqualTo(masked(data));
      events.add(event(CodedInputStream.newInstance(data)));
    }
    return events;
  }

  private static Event event(CodedInputStream in) throws IOException {
    double time = 0;
    long step = 0;
    String version = null;
    int status = 0;
    Map<String, Float> values = new LinkedHashMap<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> time = in.readDouble();
        case 2 -> step = in.readInt64();
        case 3 -> version = in.readString();
        case 5 -> summary(in.readBytes().newCodedInput(), values);
        case 7 -> {
          CodedInputStream log = in.readBytes().newCodedInput();
          assertThat(WireFormat.getTagFieldNumber(log.readTag())).isEqualTo(1);
          status = log.readEnum();
        }
        default -> throw new AssertionError("unknown field in tag " + tag);
      }
    }
    return new Event(time, step, version, status, values);
  }

  private static void summary(CodedInputStream in, Map<String, Float> values) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      assertThat(WireFormat.getTagFieldNumber(tag)).isEqualTo(1);
      CodedInputStream value = in.readBytes().newCodedInput();
      assertThat(WireFormat.getTagFieldNumber(value.readTag())).isEqualTo(1);
      String name = value.readString();
      assertThat(WireFormat.getTagFieldNumber(value.readTag())).isEqualTo(2);
      values.put(name, value.readFloat());
      assertThat(value.isAtEnd()).isTrue();
    }
  }

  private static long masked(byte[] data) {
    long crc = crc32c(data);
    long turned = (crc >> 15 | crc << 17) & 0xffffffffL;
    return turned + 0xa282ead8L & 0xffffffffL;
  }

  /** Bit by bit, polynomial 0x1edc6f41 reflected: not the class that the writer uses. */
  private static long crc32c(byte[] data) {
    int crc = -1;
    for (byte value : data) {
      crc ^= value & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : 0x82f63b78);
      }
    }
    return ~crc & 0xffffffffL;
  }
}
