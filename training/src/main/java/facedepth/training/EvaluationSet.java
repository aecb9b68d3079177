package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.MalformedFileException;
import facedepth.synthesis.dataset.Dataset;
import facedepth.synthesis.dataset.Picture;
import facedepth.synthesis.dataset.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The faces of a data set in a folder, ready to be judged on. */
final class EvaluationSet {
  private static final double[] YAWS = {15, 30, 50, 70};
  private static final double[] DISTANCES = {1.5, 3, 6}; // focal lengths in crop widths

  private EvaluationSet() {}

  /**
   * Reads a folder in one of the layouts that {@link Dataset} knows.
   *
   * @throws MalformedFileException if a sample is damaged, or its depth is relative: figures in
   *     crop widths cannot be had from that
   */
  static List<EvaluationFace> read(Path folder) throws IOException {
    Dataset dataset = Dataset.open(folder);
    List<EvaluationFace> faces = new ArrayList<>();
    for (String name : dataset.names()) {
      faces.add(face(folder, dataset.read(name)));
    }
    if (faces.isEmpty()) {
      throw new MalformedFileException(folder.toString(), "holds no samples");
    }
    return faces;
  }

  private static EvaluationFace face(Path folder, Sample sample) throws MalformedFileException {
    if (sample.depthKind() != DepthFile.Kind.CROP_WIDTHS) {
      throw new MalformedFileException(
          folder.toString(),
          "its depth is scaled picture by picture and has no unit; only a data set in crop widths"
              + " (synthesize's layout native) can be evaluated on");
    }
    DepthMap depth = sample.depth();
    Picture picture = sample.picture();
    if (picture.size() != depth.width()) {
      picture = picture.shrunk(depth.width());
    }
    Optional<Sample.View> view = sample.view();
    CropCamera camera = view.map(Sample.View::camera).orElse(CropCamera.ORTHOGRAPHIC);
    Map<String, String> buckets = new TreeMap<>();
    view.ifPresent(
        v -> {
          v.pose()
              .ifPresent(p -> buckets.put("yaw in degrees", bucket(Math.abs(p.yaw()), YAWS)));
          buckets.put("distance in crop widths", bucket(v.camera().focalLength(), DISTANCES));
        });
    return new EvaluationFace(sample.name(), picture.size(), picture.rgb(), depth, camera, buckets);
  }

  /** "15 to 30" and the like; the first and last are open. */
  private static String bucket(double value, double[] borders) {
    for (int i = 0; i < borders.length; i++) {
      if (value < borders[i]) {
        return i == 0
            ? "below " + text(borders[0])
            : text(borders[i - 1]) + " to " + text(borders[i]);
      }
    }
    return "from " + text(borders[borders.length - 1]);
  }

  private static String text(double border) {
    return border == Math.rint(border) ? Integer.toString((int) border) : Double.toString(border);
  }
}
