package facedepth.synthesis.dataset;

import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthReader;
import facedepth.geometry.MalformedFileException;
import facedepth.geometry.NpyArray;
import facedepth.geometry.NpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the layout {@code eg3d}, of ours or of the origin. Depth there is relative, stretched per
 * picture, and covers all of it; cameras may be missing.
 */
final class Eg3dDataset implements Dataset {
  private final Path folder;
  private final List<String> names;

  private Eg3dDataset(Path folder, List<String> names) {
    this.folder = folder;
    this.names = names;
  }

  static boolean isIn(Path folder) {
    return Files.isDirectory(folder.resolve(Eg3dNames.PICTURES))
        && Files.isDirectory(folder.resolve(Eg3dNames.DEPTHS));
  }

  static Eg3dDataset open(Path folder) throws IOException {
    Path pictures = folder.resolve(Eg3dNames.PICTURES);
    return new Eg3dDataset(folder, SampleNames.in(pictures, Eg3dNames.PICTURE));
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Sample read(String name) throws IOException {
    Path depthFile = Eg3dNames.depth(folder, name);
    if (!Files.exists(depthFile)) {
      throw new MalformedFileException(
          depthFile.toString(), "there is a picture of this name, but no depth");
    }
    DepthFile depth = DepthReader.read(depthFile);
    if (depth.map().width() != depth.map().height()) {
      throw new MalformedFileException(depthFile.toString(), "is no square");
    }
    Picture picture = PictureFile.read(Eg3dNames.picture(folder, name));
    Path cameraFile = Eg3dNames.camera(folder, name);
    Optional<Sample.View> view =
        Files.exists(cameraFile) ? Optional.of(view(cameraFile)) : Optional.empty();
    return new Sample(name, picture, depth.map(), depth.kind(), false, view);
  }

  private static Sample.View view(Path file) throws IOException {
    NpyArray array = NpyFile.read(file);
    float[] label = array.floats();
    if (label.length != Eg3dCamera.LABEL_LENGTH || !array.type().isFloatingPoint()) {
      throw new MalformedFileException(
          file.toString(),
          "shape "
              + Arrays.toString(array.shape())
              + " of "
              + array.type()
              + " holds no camera of 25 floats");
    }
    try {
      Eg3dCamera camera = Eg3dCamera.of(label);
      return new Sample.View(camera.camera(), Optional.of(camera.pose()));
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(file.toString(), e.getMessage(), e);
    }
  }
}
