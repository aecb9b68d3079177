package facedepth.networks.checkpoint;

import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes state dicts of floats as {@code torch.save} does, a tensor at a time. */
public final class TorchSave {
  private TorchSave() {}

  public static void write(StateDict weights, Path file) throws IOException {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    weights.entries().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      store(zip, "weights/data.pkl", new PickleText().stateDict(shapes).bytes());
      int key = 0;
      for (StateTensor tensor : weights.entries().values()) {
        float[] values = tensor.values();
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        store(zip, "weights/data/" + key++, bytes.array());
      }
    }
  }

  /** Adds an entry as PyTorch does, uncompressed. */
  static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }
}
