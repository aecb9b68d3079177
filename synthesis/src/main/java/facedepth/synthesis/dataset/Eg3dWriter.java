package facedepth.synthesis.dataset;

import facedepth.geometry.MinMaxPng;
import facedepth.geometry.NpyFile;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The layout {@code eg3d}: for sample 7 the files {@code depth128x128/seed00007.png}, {@code
 * cam_poses/seed00007.npy} and last {@code images/seed00007.png}. The origin's notebooks list the
 * pictures and expect the rest to be there. Every picture shows a face, as the origin's do.
 */
final class Eg3dWriter implements SampleWriter {
  private final Path folder;

  Eg3dWriter(Path folder, int size) {
    if (size % Eg3dDepth.SIZE != 0) {
      throw new IllegalArgumentException(
          "size " + size + " is no multiple of " + Eg3dDepth.SIZE + ", the side of its depth maps");
    }
    this.folder = folder;
  }

  @Override
  public void prepare() throws IOException {
    for (String inside : List.of(Eg3dNames.DEPTHS, Eg3dNames.CAMERAS, Eg3dNames.PICTURES)) {
      Files.createDirectories(folder.resolve(inside));
      FolderSweep.deleteUnfinished(folder.resolve(inside));
    }
  }

  @Override
  public boolean hasSamples() throws IOException {
    return hasSamples(folder);
  }

  static boolean hasSamples(Path folder) throws IOException {
    return FolderSweep.has(folder.resolve(Eg3dNames.PICTURES), Eg3dNames.PICTURE);
  }

  static void deleteSamples(Path folder) throws IOException {
    FolderSweep.delete(folder.resolve(Eg3dNames.PICTURES), Eg3dNames.PICTURE);
    FolderSweep.delete(folder.resolve(Eg3dNames.CAMERAS), Eg3dNames.CAMERA);
    FolderSweep.delete(folder.resolve(Eg3dNames.DEPTHS), Eg3dNames.PICTURE);
  }

  @Override
  public List<Path> files(long index) {
    String name = Eg3dNames.name(index);
    return List.of(Eg3dNames.depth(folder, name), Eg3dNames.camera(folder, name), picture(index));
  }

  @Override
  public Path picture(long index) {
    return Eg3dNames.picture(folder, Eg3dNames.name(index));
  }

  @Override
  public SyntheticFace render(FaceGenerator faces, long index) {
    return faces.certainFace(index);
  }

  @Override
  public void write(FaceGenerator faces, long index) throws IOException {
    SyntheticFace face = render(faces, index);
    String name = Eg3dNames.name(index);
    int size = face.resolution();
    double[] headToCamera = face.placement().headToCamera();
    float[] nearness =
        Eg3dDepth.nearness(
            faces.sceneDepth(), size, Eg3dDepth.SIZE, face.camera(), headToCamera[11]);
    Path depth = Eg3dNames.depth(folder, name);
    SampleFile.write(
        depth, () -> MinMaxPng.write8(depth, Eg3dDepth.SIZE, Eg3dDepth.SIZE, nearness));
    float[] label = new Eg3dCamera(face.camera(), headToCamera).label();
    Path camera = Eg3dNames.camera(folder, name);
    SampleFile.write(camera, () -> NpyFile.write(camera, label, 1, label.length));
    SampleFile.write(picture(index), PngEncoder.rgb(size, size, Planes.bytes(face.rgb())));
  }
}
