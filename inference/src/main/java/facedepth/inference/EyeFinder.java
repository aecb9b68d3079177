package facedepth.inference;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the eyes in the crop of a face with OpenCV's cascade for eyes, which answers at other
 * places too: of all pairs of answers the one is taken that lies as eyes do in a crop and on the
 * predicted surface. Finds those of two in three faces that look at the camera and hide nothing,
 * few in profile. Takes as long as all the rest, so it is asked only when lengths are.
 */
final class EyeFinder {
  private static final int SIDE = 192; // eyes are 50 pixels apart then, two windows and a half
  private static final Cascade.Scan SCAN = new Cascade.Scan(0.09 * SIDE, 0.36 * SIDE, 1.1, 1);
  private static final double SAME_EYE = 0.3; // of a window's width

  // Least and most of what is taken for a pair; in crop widths, the distance in space.
  private static final double LEAST_DISTANCE = 0.14;
  private static final double LARGEST_DISTANCE = 0.42;
  private static final double LARGEST_SLANT = 0.5;
  private static final double LARGEST_SIZE_RATIO = 1.6;
  private static final double LEAST_WINDOW = 0.3; // of the distance
  private static final double LARGEST_WINDOW = 1.1;
  private static final double LEAST_SCORE = 3;

  // The middle between the eyes: its mean and standard deviation in rendered faces' crops.
  private static final double MIDDLE_X = 0.5;
  private static final double MIDDLE_Y = 0.4;
  private static final double SPREAD_X = 0.1;
  private static final double SPREAD_Y = 0.08;

  private EyeFinder() {}

  /** Windows of the cascade that mean the same thing: means in shares of the side, and how many. */
  private record Eye(double x, double y, double window, int votes) {
    static Eye of(Cascade.Hit hit) {
      double x = (hit.x() + 0.5 * hit.width()) / SIDE;
      double y = (hit.y() + 0.5 * hit.height()) / SIDE;
      return new Eye(x, y, hit.width() / SIDE, 1);
    }

    boolean isSame(Eye other) {
      return Math.hypot(x - other.x, y - other.y) < SAME_EYE * 0.5 * (window + other.window);
    }

    /** With one more window. */
    Eye joined(Eye one) {
      double share = 1.0 / (votes + 1);
      return new Eye(
          x + share * (one.x - x),
          y + share * (one.y - y),
          window + share * (one.window - window),
          votes + 1);
    }
  }

  /** Loaded when eyes are first looked for. */
  private static final class Loaded {
    static final Cascade CASCADE = CascadeFile.EYE.load();
  }

  /**
   * The eyes, if both are found.
   *
   * @param picture the crop, of any resolution
   * @param depth of the crop, NaN outside the face
   */
  static Optional<EyePair> find(Photo picture, DepthMap depth, CropCamera camera) {
    List<Eye> eyes = eyes(GreyImage.of(picture, SIDE).resized(SIDE, SIDE).equalized());
    EyePair best = null;
    double bestScore = LEAST_SCORE;
    for (Eye left : eyes) {
      for (Eye right : eyes) {
        EyePair pair = new EyePair(left.x, left.y, right.x, right.y);
        if (right.x > left.x && isPair(left, right, pair.distance(depth, camera))) {
          double score = Math.min(left.votes, right.votes) * likelihood(pair);
          if (score > bestScore) {
            best = pair;
            bestScore = score;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static List<Eye> eyes(GreyImage grey) {
    List<Eye> eyes = new ArrayList<>();
    for (Cascade.Hit hit : Loaded.CASCADE.detect(grey, SCAN)) {
      Eye one = Eye.of(hit);
      int same = 0;
      while (same < eyes.size() && !eyes.get(same).isSame(one)) {
        same++;
      }
      if (same < eyes.size()) {
        eyes.set(same, eyes.get(same).joined(one));
      } else {
        eyes.add(one);
      }
    }
    return eyes;
  }

  private static boolean isPair(Eye left, Eye right, double distance) {
    double window = 0.5 * (left.window + right.window) / distance;
    double ratio = left.window / right.window;
    return distance > LEAST_DISTANCE // false for NaN, too: not on the face
        && distance < LARGEST_DISTANCE
        && Math.abs(right.y - left.y) < LARGEST_SLANT * (right.x - left.x)
        && ratio < LARGEST_SIZE_RATIO
        && ratio > 1 / LARGEST_SIZE_RATIO
        && window > LEAST_WINDOW
        && window < LARGEST_WINDOW;
  }

  private static double likelihood(EyePair pair) {
    double x = (0.5 * (pair.leftX() + pair.rightX()) - MIDDLE_X) / SPREAD_X;
    double y = (0.5 * (pair.leftY() + pair.rightY()) - MIDDLE_Y) / SPREAD_Y;
    return Math.exp(-0.5 * (x * x + y * y));
  }
}
