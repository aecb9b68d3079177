package facedepth.training;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Figures of a run for TensorBoard: a file of records, each an {@code Event} message with the
 * scalars of one step (tensorboard/compat/proto/event.proto and summary.proto).
 *
 * <p>A record is the length of its data as 8 bytes, a checksum of these, the data, and a checksum
 * of the data, all little-endian.
 */
final class EventFile implements Closeable {
  private static final String VERSION = "brain.Event:2";

  // Event
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SESSION_LOG = 7;
  // Summary
  private static final int VALUE = 1;
  // Summary.Value
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  // SessionLog
  private static final int STATUS = 1;
  private static final int START = 1;

  private static final int CHECKSUM_MASK = 0xa282ead8;

  private final OutputStream file;

  /** Fields of a message. */
  private interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private EventFile(OutputStream file) {
    this.file = file;
  }

  /**
   * Begins a file of its own in a folder, which may hold those of earlier parts of the run.
   *
   * @param firstStep TensorBoard forgets what earlier files tell of this step and later ones
   */
  static EventFile create(Path folder, long firstStep) throws IOException {
    double now = System.currentTimeMillis() / 1000.0;
    String name = "events.out.tfevents." + (long) now + "." + host();
    Path path = folder.resolve(name);
    for (int i = 1; Files.exists(path); i++) {
      path = folder.resolve(name + "." + i);
    }
    EventFile events = new EventFile(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW));
    events.event(now, 0, out -> out.writeString(FILE_VERSION, VERSION));
    byte[] started = message(out -> out.writeEnum(STATUS, START));
    events.event(now, firstStep, out -> out.writeByteArray(SESSION_LOG, started));
    return events;
  }

  /** Appends figures; they are in the file when this returns. */
  void write(Scalars scalars) throws IOException {
    byte[] summary =
        message(
            out -> {
              for (Map.Entry<String, Double> scalar : scalars.values().entrySet()) {
                byte[] value =
                    message(
                        field -> {
                          field.writeString(TAG, scalar.getKey());
                          field.writeFloat(SIMPLE_VALUE, scalar.getValue().floatValue());
                        });
                out.writeByteArray(VALUE, value);
              }
            });
    event(scalars.time(), scalars.step(), out -> out.writeByteArray(SUMMARY, summary));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void event(double time, long step, Fields what) throws IOException {
    byte[] data =
        message(
            out -> {
              out.writeDouble(WALL_TIME, time);
              out.writeInt64(STEP, step);
              what.writeTo(out);
            });
    byte[] length =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
    ByteBuffer record =
        ByteBuffer.allocate(8 + 4 + data.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(length)
            .putInt(checksum(length))
            .put(data)
            .putInt(checksum(data));
    file.write(record.array());
  }

  /** CRC-32C, turned and shifted: a checksum of data that holds checksums would be weak. */
  private static int checksum(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    return Integer.rotateRight((int) crc.getValue(), 15) + CHECKSUM_MASK;
  }

  private static byte[] message(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.writeTo(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
