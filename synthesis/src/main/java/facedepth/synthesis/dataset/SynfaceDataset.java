package facedepth.synthesis.dataset;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the layout of UnSup3D's synthetic faces (Wu et al., CVPR 2020): {@code image/NAME.png} and
 * {@code depth/NAME.png}, in folders {@code train}, {@code val} and {@code test}.
 *
 * <p>What its loader and its model settle, and this class does alike:
 *
 * <ul>
 *   <li>The depth of {@code image/A_image_B.png} is {@code depth/A_depth_B.png}: in file names,
 *       too, "image" becomes "depth". Names without that word are the same in both folders. Folders
 *       within {@code image} count.
 *   <li>Pictures and depths are cut to the 170 pixels in their middle <em>before</em> they become
 *       64x64, and the camera of 10 degrees is the one of that cut.
 *   <li>The first channel g of a depth picture, 0 to 1, is the depth {@code 1.1 - 0.2 g}: nearer is
 *       brighter, and the range is 0.9 to 1.1 whatever the face.
 *   <li>Background is what has the largest depth of the picture; a picture without background loses
 *       its farthest pixels.
 * </ul>
 *
 * <p>What is assumed here: that 10 degrees span the cut from edge to edge (the protocol lets them
 * span it from the first pixel's centre to the last's, which at 64 pixels makes a focal length
 * shorter by 1.6 percent); that 0.9 to 1.1 are lengths in the same unit as the camera's distance of
 * about 1, so that depth has true proportions (the protocol takes its normals so; how the authors'
 * renderer stretched depth to grey is not published); and that pictures of at most 170 pixels have
 * been cut already. Depth of 16 bits, which the authors' files do not have, is read as finer grey.
 */
final class SynfaceDataset implements Dataset {
  static final String PICTURES = "image";
  static final String DEPTHS = "depth";

  private static final int CUT = 170; // pixels
  private static final double NEAREST = 0.9;
  private static final double FARTHEST = 1.1;
  private static final CropCamera CAMERA = new CropCamera(0.5 / Math.tan(Math.toRadians(5)));
  private static final Pattern PICTURE = Pattern.compile("(.+)\\.(?i:png|jpe?g|bmp)");

  private final Path folder;
  private final Map<String, Path> pictures; // sorted by name

  private SynfaceDataset(Path folder, Map<String, Path> pictures) {
    this.folder = folder;
    this.pictures = pictures;
  }

  static boolean isIn(Path folder) {
    return Files.isDirectory(folder.resolve(PICTURES)) && Files.isDirectory(folder.resolve(DEPTHS));
  }

  static SynfaceDataset open(Path folder) throws IOException {
    Path root = folder.resolve(PICTURES);
    TreeMap<String, Path> pictures = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String relative = root.relativize(file).toString().replace('\\', '/');
        Matcher matcher = PICTURE.matcher(relative);
        if (matcher.matches()) {
          pictures.put(matcher.group(1), file);
        }
      }
    }
    return new SynfaceDataset(folder, pictures);
  }

  @Override
  public List<String> names() {
    return List.copyOf(pictures.keySet());
  }

  @Override
  public Sample read(String name) throws IOException {
    Path pictureFile = pictures.get(name);
    Path depthFile = depthFile(name, pictureFile);
    BufferedImage picture = PictureFile.decode(pictureFile);
    BufferedImage depth = PictureFile.decode(depthFile);
    if (picture.getWidth() != depth.getWidth() || picture.getHeight() != depth.getHeight()) {
      throw new MalformedFileException(depthFile.toString(), "is not as large as its picture");
    }
    float[] grey = PictureFile.firstChannel(cut(depthFile, depth));
    BufferedImage middle = cut(pictureFile, picture);
    return new Sample(
        name,
        new Picture(middle.getWidth(), PictureFile.rgb(middle)),
        cropWidths(grey, middle.getWidth()),
        DepthFile.Kind.CROP_WIDTHS,
        true,
        Optional.of(new Sample.View(CAMERA, Optional.empty())));
  }

  @Override
  public Optional<float[]> depthGrey(String name) throws IOException {
    Path file = depthFile(name, pictures.get(name));
    return Optional.of(PictureFile.firstChannel(cut(file, PictureFile.decode(file))));
  }

  private Path depthFile(String name, Path picture) throws MalformedFileException {
    Path root = folder.resolve(DEPTHS);
    int slash = name.lastIndexOf('/') + 1;
    String renamed = name.substring(0, slash) + name.substring(slash).replace(PICTURES, DEPTHS);
    String fileName = picture.getFileName().toString();
    String ending = fileName.substring(fileName.lastIndexOf('.'));
    for (String stem : List.of(renamed, name)) {
      for (String end : List.of(ending, ".png")) {
        Path file = root.resolve(stem + end);
        if (Files.exists(file)) {
          return file;
        }
      }
    }
    throw new MalformedFileException(
        root.resolve(renamed + ending).toString(), "there is a picture of this name, but no depth");
  }

  private static BufferedImage cut(Path file, BufferedImage image) throws MalformedFileException {
    int width = image.getWidth();
    int height = image.getHeight();
    if (width == height && width <= CUT) {
      return image;
    }
    if (Math.min(width, height) < CUT) {
      throw new MalformedFileException(
          file.toString(),
          "%dx%d pixels are neither a square nor enough for one of %d"
              .formatted(width, height, CUT));
    }
    return image.getSubimage((width - CUT) / 2, (height - CUT) / 2, CUT, CUT);
  }

  private static DepthMap cropWidths(float[] grey, int size) {
    float background = Float.POSITIVE_INFINITY;
    for (float g : grey) {
      background = Math.min(background, g);
    }
    float[] z = new float[grey.length];
    Arrays.fill(z, Float.NaN);
    for (int i = 0; i < grey.length; i++) {
      if (grey[i] > background) {
        z[i] = (float) (FARTHEST - (FARTHEST - NEAREST) * grey[i]);
      }
    }
    float middle = new DepthMap(size, size, z).median();
    double perCropWidth = CAMERA.focalLength() / middle;
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) ((z[i] - middle) * perCropWidth);
    }
    return new DepthMap(size, size, z);
  }
}
