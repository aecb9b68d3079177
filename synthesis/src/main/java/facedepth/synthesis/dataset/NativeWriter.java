package facedepth.synthesis.dataset;

import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthPng;
import facedepth.geometry.DepthRange;
import facedepth.geometry.NpyFile;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The layout {@code native}: for sample 7 the files {@code 000007.png}, {@code 000007-depth.png},
 * {@code 000007-mask.png}, if wanted {@code 000007-normals.png}, {@code 000007-depth.npy} and
 * {@code 000007-normals.npy}, and last {@code 000007.json}.
 */
final class NativeWriter implements SampleWriter {
  private static final Pattern NAMES =
      Pattern.compile("\\d{6,}(-(depth|mask|normals))?\\.(png|npy)");
  private static final Pattern LAST = Pattern.compile("\\d{6,}\\.json");

  private final Path folder;
  private final Manifest manifest;
  private final NativeJson json;

  NativeWriter(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
    json = new NativeJson(manifest);
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(folder);
    FolderSweep.deleteUnfinished(folder);
  }

  @Override
  public boolean hasSamples() throws IOException {
    return hasSamples(folder);
  }

  static boolean hasSamples(Path folder) throws IOException {
    return FolderSweep.has(folder, NAMES) || FolderSweep.has(folder, LAST);
  }

  static void deleteSamples(Path folder) throws IOException {
    FolderSweep.delete(folder, LAST);
    FolderSweep.delete(folder, NAMES);
  }

  @Override
  public List<Path> files(long index) {
    List<Path> files = new ArrayList<>();
    files.add(picture(index));
    files.add(NativeNames.depth(folder, index));
    files.add(NativeNames.mask(folder, index));
    if (manifest.normals()) {
      files.add(NativeNames.normals(folder, index));
    }
    if (manifest.npy()) {
      files.add(NativeNames.depthFloats(folder, index));
    }
    if (manifest.npy() && manifest.normals()) {
      files.add(NativeNames.normalFloats(folder, index));
    }
    files.add(NativeNames.json(folder, index));
    return files;
  }

  @Override
  public Path picture(long index) {
    return NativeNames.picture(folder, index);
  }

  @Override
  public SyntheticFace render(FaceGenerator faces, long index) {
    return manifest.facesOnly() ? faces.certainFace(index) : faces.face(index);
  }

  @Override
  public void write(FaceGenerator faces, long index) throws IOException {
    SyntheticFace face = render(faces, index);
    int size = face.resolution();
    DepthMap depth = face.depth();
    SampleFile.write(picture(index), PngEncoder.rgb(size, size, Planes.bytes(face.rgb())));
    SampleFile.write(
        NativeNames.depth(folder, index), PngEncoder.grey(size, size, depthPixels(depth)));
    SampleFile.write(NativeNames.mask(folder, index), PngEncoder.grey(size, size, mask(depth)));
    if (manifest.normals()) {
      SampleFile.write(
          NativeNames.normals(folder, index),
          PngEncoder.rgb(size, size, NormalColours.of(face.normals())));
    }
    if (manifest.npy()) {
      Path file = NativeNames.depthFloats(folder, index);
      SampleFile.write(file, () -> NpyFile.write(file, depth));
    }
    if (manifest.npy() && manifest.normals()) {
      float[] normals = Planes.interleaved(face.normals());
      Path file = NativeNames.normalFloats(folder, index);
      SampleFile.write(file, () -> NpyFile.write(file, normals, size, size, 3));
    }
    SampleFile.write(
        NativeNames.json(folder, index), json.of(face, index).getBytes(StandardCharsets.UTF_8));
  }

  private static char[] depthPixels(DepthMap depth) {
    if (depth.faceArea() == 0) {
      return new char[depth.values().length];
    }
    return DepthPng.pixels(depth, DepthRange.of(depth));
  }

  private static byte[] mask(DepthMap depth) {
    float[] values = depth.values();
    byte[] mask = new byte[values.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (Float.isFinite(values[i]) ? 255 : 0);
    }
    return mask;
  }
}
