package facedepth.networks.checkpoint;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.StateDict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads weights from whichever kind of file they are in. */
public final class Checkpoint {
  private Checkpoint() {}

  /**
   * Reads a state dict from what {@code torch.save} wrote (of any version; bare or beside an epoch
   * and an optimiser; with or without DataParallel's prefix) or from safetensors. Nothing in the
   * file is executed. All numbers become float32.
   *
   * @throws MalformedFileException if it is none of these, or damaged
   */
  public static StateDict read(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(9);
    }
    if (start.length > 2 && start[0] == 'P' && start[1] == 'K') {
      return TorchZip.read(path);
    }
    if (start.length > 2 && start[0] == (byte) 0x80 && start[1] == 2) {
      return TorchLegacy.read(path);
    }
    if (start.length == 9 && start[8] == '{') {
      return Safetensors.read(path).tensors();
    }
    throw new MalformedFileException(
        path.toString(), "neither a PyTorch checkpoint nor safetensors");
  }
}
