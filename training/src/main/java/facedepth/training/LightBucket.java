package facedepth.training;

import com.fasterxml.jackson.databind.JsonNode;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.dataset.Picture;

/**
 * The light a face is seen in. The renderer's parameters tell it: dark is what is exposed at less
 * than 0.6 of what a meter would have; otherwise the strongest lamp stands less than 45 degrees
 * round the face from the camera, aside, or more than 100 degrees, behind; or no lamp is as strong
 * as the light from all around. Without parameters the face in the picture is judged: its mean
 * grey, and the difference between its halves.
 */
final class LightBucket {
  private static final double UNDEREXPOSED = 0.6;
  private static final double DARK_GREY = 60; // of 255
  private static final double FRONT = 45; // degrees
  private static final double BEHIND = 100;
  private static final double ONE_SIDED = 1.6; // ratio of displayed greys: about three of light
  private static final double SH_CONSTANT = 0.282095; // of the first spherical harmonic

  private static final Bucket SOFT = new Bucket(0, "from all around");
  private static final Bucket FROM_FRONT = new Bucket(1, "from the front");
  private static final Bucket FROM_SIDE = new Bucket(2, "from the side");
  private static final Bucket FROM_BEHIND = new Bucket(3, "from behind");
  private static final Bucket EVEN = new Bucket(4, "even, by the picture");
  private static final Bucket UNEVEN = new Bucket(5, "one-sided, by the picture");
  private static final Bucket DARK = new Bucket(6, "dark");

  private LightBucket() {}

  static Bucket of(JsonNode parameters, Picture picture, DepthMap depth) {
    JsonNode light = parameters.path("light");
    if (light.path("lamps").isArray()) {
      return light.path("exposure").asDouble(1) < UNDEREXPOSED ? DARK : byLamps(light);
    }
    double[] halves = halves(picture, depth);
    if ((halves[0] + halves[1]) / 2 < DARK_GREY) {
      return DARK;
    }
    double brighter = Math.max(halves[0], halves[1]);
    double darker = Math.max(1, Math.min(halves[0], halves[1]));
    return brighter > ONE_SIDED * darker ? UNEVEN : EVEN;
  }

  private static Bucket byLamps(JsonNode light) {
    double ambient = 0;
    for (int c = 0; c < 3; c++) {
      double first = light.at("/environment/coefficients/" + c + "/0").asDouble();
      ambient += SH_CONSTANT * first / 3;
    }
    double strongest = 0;
    double azimuth = 0;
    for (JsonNode lamp : light.path("lamps")) {
      double strength = 0;
      for (JsonNode colour : lamp.path("colour")) {
        strength += colour.asDouble() / 3;
      }
      if (strength > strongest) {
        strongest = strength;
        JsonNode to = lamp.path("direction");
        azimuth =
            Math.toDegrees(Math.atan2(Math.abs(to.path(0).asDouble()), -to.path(2).asDouble()));
      }
    }
    if (strongest <= ambient) {
      return SOFT;
    }
    return azimuth < FRONT ? FROM_FRONT : azimuth <= BEHIND ? FROM_SIDE : FROM_BEHIND;
  }

  /** Mean displayed grey of the face's left and right half, 0 to 255. */
  private static double[] halves(Picture picture, DepthMap depth) {
    int side = depth.width();
    double middle = middleColumn(depth);
    double[] sum = new double[2];
    int[] count = new int[2];
    int area = picture.size() * picture.size();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (!depth.isFace(x, y)) {
          continue;
        }
        int at = y * picture.size() / side * picture.size() + x * picture.size() / side;
        int half = x < middle ? 0 : 1;
        sum[half] +=
            0.299 * picture.rgb()[at]
                + 0.587 * picture.rgb()[area + at]
                + 0.114 * picture.rgb()[2 * area + at];
        count[half]++;
      }
    }
    double all = (sum[0] + sum[1]) / Math.max(1, count[0] + count[1]);
    return new double[] {
      count[0] > 0 ? sum[0] / count[0] : all, count[1] > 0 ? sum[1] / count[1] : all
    };
  }

  private static double middleColumn(DepthMap depth) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < depth.values().length; i++) {
      if (Float.isFinite(depth.values()[i])) {
        sum += i % depth.width();
        count++;
      }
    }
    return count == 0 ? depth.width() / 2.0 : sum / count;
  }
}
