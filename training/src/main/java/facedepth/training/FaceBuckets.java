package facedepth.training;

import com.fasterxml.jackson.databind.JsonNode;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.dataset.Picture;
import facedepth.synthesis.dataset.Sample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sorts a face by what makes it easy or hard. */
final class FaceBuckets {
  /** How far the head is turned aside. */
  static final String YAW = "yaw in degrees";

  /** Borders of the groups of yaw. */
  static final double[] YAWS = {15, 30, 45, 60, 75};

  private static final String LIGHT = "light";
  private static final String HIDDEN = "what hides the face";
  private static final String DISTANCE = "camera distance in crop widths";
  private static final double[] DISTANCES = {1.5, 3, 6};

  private FaceBuckets() {}

  /**
   * The groups of a face by what is grouped, in the order of reports.
   *
   * @param view how the picture was taken, if the data set tells
   * @param parameters what the renderer drew by chance; a missing node for other pictures
   * @param depth of the face, NaN outside
   */
  static Map<String, Bucket> of(
      Optional<Sample.View> view, JsonNode parameters, Picture picture, DepthMap depth) {
    Map<String, Bucket> buckets = new LinkedHashMap<>();
    buckets.put(
        YAW,
        view.flatMap(Sample.View::pose)
            .map(pose -> Bucket.of(Math.abs(pose.yaw()), YAWS))
            .orElse(Bucket.UNKNOWN));
    buckets.put(LIGHT, LightBucket.of(parameters, picture, depth));
    buckets.put(HIDDEN, OcclusionBucket.of(parameters));
    buckets.put(
        DISTANCE,
        view.filter(v -> !v.camera().isOrthographic())
            .map(v -> Bucket.of(v.camera().focalLength(), DISTANCES))
            .orElse(Bucket.UNKNOWN));
    return buckets;
  }
}
