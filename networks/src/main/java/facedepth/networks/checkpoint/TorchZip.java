package facedepth.networks.checkpoint;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The container of {@code torch.save} since PyTorch 1.6: a zip without compression that holds
 * {@code STEM/data.pkl} and one {@code STEM/data/KEY} for each storage.
 */
final class TorchZip {
  private final ZipFile zip;
  private final String file;
  private final String stem;

  private TorchZip(ZipFile zip, String file, String stem) {
    this.zip = zip;
    this.file = file;
    this.stem = stem;
  }

  static Checkpoint open(Path path) throws IOException {
    String file = path.toString();
    ZipFile zip = null;
    try {
      zip = new ZipFile(path.toFile());
      String pickle =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.equals("data.pkl") || name.endsWith("/data.pkl"))
              .findFirst()
              .orElseThrow(
                  () ->
                      new MalformedFileException(
                          file, "a zip without data.pkl, not written by torch.save"));
      String stem = pickle.substring(0, pickle.length() - "data.pkl".length());
      Checkpoint checkpoint = new Checkpoint(new TorchZip(zip, file, stem).tensors(), zip);
      zip = null;
      return checkpoint;
    } catch (ZipException | EOFException | IllegalArgumentException | ArithmeticException e) {
      // ZipFile answers names that are no text with an IllegalArgumentException.
      throw damaged(file, e);
    } finally {
      if (zip != null) {
        zip.close();
      }
    }
  }

  private static MalformedFileException damaged(String file, Exception e) {
    return new MalformedFileException(file, "a damaged zip: " + e.getMessage(), e);
  }

  /** Makes sure that every tensor is there, and reads none. */
  private StateDict tensors() throws IOException {
    if (zip.getEntry(stem + "byteorder") != null) {
      try (InputStream in = open("byteorder", 0, Long.MAX_VALUE)) {
        String order = new String(in.readNBytes(16), StandardCharsets.US_ASCII);
        if (!order.equals("little")) {
          throw new MalformedFileException(file, "byte order " + order + " is not supported");
        }
      }
    }
    Object root;
    ZipEntry pickle = entry("data.pkl");
    try (InputStream in = new BufferedInputStream(zip.getInputStream(pickle))) {
      root = new PickleMachine(new PickleInput(in, file, pickle.getSize())).read();
    }
    Map<String, StateTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, TensorReference> entry : StateDictEntries.of(root, file).entrySet()) {
      tensors.put(entry.getKey(), tensor(entry.getValue()));
    }
    return new StateDict(tensors);
  }

  private StateTensor tensor(TensorReference tensor) throws IOException {
    StorageReference storage = tensor.storage();
    long bytes = Math.multiplyExact(storage.count(), (long) storage.type().bytes());
    String name = "data/" + storage.key();
    requireSize(entry(name), bytes, bytes);
    return tensor.reading(
        () -> {
          try (InputStream in = open(name, bytes, bytes)) {
            return tensor.read(in);
          } catch (ZipException | EOFException e) {
            throw damaged(file, e);
          }
        });
  }

  private InputStream open(String name, long least, long most) throws IOException {
    ZipEntry entry = entry(name);
    requireSize(entry, least, most);
    return zip.getInputStream(entry);
  }

  private void requireSize(ZipEntry entry, long least, long most) throws MalformedFileException {
    if (entry.getSize() < least || entry.getSize() > most) {
      throw new MalformedFileException(
          file, entry.getName() + " has " + entry.getSize() + " bytes, not " + least);
    }
  }

  private ZipEntry entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(stem + name);
    if (entry == null) {
      throw new MalformedFileException(file, "has no entry " + stem + name);
    }
    // A compressed entry may unfold to any size; torch.save writes none.
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
      throw new MalformedFileException(file, "entry " + entry.getName() + " is compressed");
    }
    return entry;
  }
}
