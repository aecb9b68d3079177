package facedepth.synthesis.dataset;

import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.TestHeads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Small data sets of a simple head. */
final class Sets {
  static final HeadModel HEAD = TestHeads.ellipsoid();
  static final long SEED = 5;

  private Sets() {}

  static Manifest nativeManifest(int size) {
    return new Manifest(
        Layout.NATIVE, 1, "test", HeadFingerprint.of(HEAD), SEED, size, false, true, true);
  }

  static Manifest eg3dManifest(int size) {
    return new Manifest(
        Layout.EG3D, 1, "test", HeadFingerprint.of(HEAD), SEED, size, true, false, false);
  }

  static FaceGenerator faces(int size) {
    return new FaceGenerator(HEAD, size, SEED);
  }

  /** A run over the first samples, its folder made ready. */
  static DatasetRun run(Path folder, Manifest manifest, int count) throws IOException {
    SampleWriter writer = DatasetFolder.prepare(folder, manifest, false);
    return new DatasetRun(faces(manifest.size()), writer, manifest.size(), 0, count);
  }

  static void write(Path folder, Manifest manifest, int count, int threads) throws Exception {
    run(folder, manifest, count).run(threads, () -> {});
  }

  /** Relative path to content of every file. */
  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
