package facedepth.networks.checkpoint;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The container of {@code torch.save} before PyTorch 1.6: five pickles (a magic number, the version
 * 1001, facts of the machine, the object, the keys of the storages), then for each key a count and
 * the raw numbers.
 */
final class TorchLegacy {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long VERSION = 1001;

  private final FileChannel channel;
  private final String file;

  private TorchLegacy(FileChannel channel, String file) {
    this.channel = channel;
    this.file = file;
  }

  static Checkpoint open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      Checkpoint checkpoint =
          new Checkpoint(new TorchLegacy(channel, path.toString()).tensors(), channel);
      channel = null;
      return checkpoint;
    } catch (EOFException e) {
      throw new MalformedFileException(path.toString(), "the file ends too early", e);
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  /** Makes sure that every tensor is there, and reads none. */
  private StateDict tensors() throws IOException {
    PickleInput in = new PickleInput(from(0), file, channel.size());
    if (!MAGIC.equals(pickle(in))) {
      throw new MalformedFileException(file, "not written by torch.save: another magic number");
    }
    if (!(pickle(in) instanceof Long version) || version != VERSION) {
      throw new MalformedFileException(file, "not version " + VERSION + " of torch.save");
    }
    if (pickle(in) instanceof Map<?, ?> machine
        && Boolean.FALSE.equals(machine.get("little_endian"))) {
      throw new MalformedFileException(file, "big-endian files are not supported");
    }
    Map<String, TensorReference> entries = StateDictEntries.of(pickle(in), file);
    Map<String, Long> positions = storages(in);

    Map<String, StateTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, TensorReference> entry : entries.entrySet()) {
      TensorReference tensor = entry.getValue();
      Long position = positions.get(tensor.storage().key());
      if (position == null) {
        throw new MalformedFileException(file, "has no storage " + tensor.storage().key());
      }
      tensors.put(entry.getKey(), tensor.reading(() -> read(tensor, position)));
    }
    return new StateDict(tensors);
  }

  private float[] read(TensorReference tensor, long position) throws IOException {
    try (InputStream storage = from(position)) {
      return tensor.read(storage);
    } catch (EOFException e) {
      throw new MalformedFileException(file, "the file ends too early", e);
    }
  }

  /** Where the numbers of each storage start. */
  private Map<String, Long> storages(PickleInput in) throws IOException {
    if (!(pickle(in) instanceof List<?> keys)) {
      throw new MalformedFileException(file, "has no list of storages");
    }
    Map<String, Long> positions = new HashMap<>();
    long position = in.position();
    for (Object key : keys) {
      StorageReference storage = key instanceof String name ? in.storages().get(name) : null;
      if (storage == null) {
        throw new MalformedFileException(file, "lists a storage that no tensor uses: " + key);
      }
      long count;
      try (InputStream header = from(position)) {
        count = new PickleInput(header, file, channel.size() - position).take(8).getLong();
      }
      long rest = (channel.size() - position - 8) / storage.type().bytes();
      if (count != storage.count() || count > rest) {
        throw new MalformedFileException(
            file,
            "storage "
                + storage.key()
                + " of "
                + storage.count()
                + " numbers starts at byte "
                + position
                + " with the count "
                + count
                + ", room for "
                + rest);
      }
      positions.put(storage.key(), position + 8);
      position += 8 + count * storage.type().bytes();
    }
    return positions;
  }

  private static Object pickle(PickleInput in) throws IOException {
    return new PickleMachine(in).read();
  }

  /** Buffered; closing it closes nothing, the channel stays open. */
  private InputStream from(long position) throws IOException {
    channel.position(position);
    InputStream shared = Channels.newInputStream(channel);
    return new BufferedInputStream(shared, 1 << 16) {
      @Override
      public void close() {}
    };
  }
}
