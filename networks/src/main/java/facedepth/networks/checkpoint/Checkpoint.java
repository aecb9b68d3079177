package facedepth.networks.checkpoint;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of weights of whichever kind, open: a tensor is read when its values are asked for, so
 * that a large file need not fit into memory.
 */
public final class Checkpoint implements Closeable {
  private final StateDict tensors;
  private final Closeable file;

  Checkpoint(StateDict tensors, Closeable file) {
    this.tensors = tensors;
    this.file = file;
  }

  /**
   * Opens what {@code torch.save} wrote (of any version; bare or beside an epoch and an optimiser;
   * with or without DataParallel's prefix) or safetensors. Nothing in the file is executed. All
   * numbers become float32.
   *
   * @throws MalformedFileException if it is none of these, or damaged
   */
  public static Checkpoint open(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(9);
    }
    if (start.length > 2 && start[0] == 'P' && start[1] == 'K') {
      return TorchZip.open(path);
    }
    if (start.length > 2 && start[0] == (byte) 0x80 && start[1] == 2) {
      return TorchLegacy.open(path);
    }
    if (start.length == 9 && start[8] == '{') {
      return Safetensors.open(path);
    }
    throw new MalformedFileException(
        path.toString(), "neither a PyTorch checkpoint nor safetensors");
  }

  /**
   * Reads all of a file into memory, see {@link #open}.
   *
   * @throws MalformedFileException if it is of no known kind, or damaged
   */
  public static StateDict read(Path path) throws IOException {
    try (Checkpoint checkpoint = open(path)) {
      return checkpoint.readAll();
    }
  }

  /** The tensors, readable until this is closed. */
  public StateDict tensors() {
    return tensors;
  }

  StateDict readAll() throws IOException {
    Map<String, StateTensor> read = new LinkedHashMap<>();
    for (Map.Entry<String, StateTensor> entry : tensors.entries().entrySet()) {
      read.put(entry.getKey(), entry.getValue().held());
    }
    return new StateDict(read);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
