package facedepth.inference;

import facedepth.geometry.AffineMap;
import facedepth.geometry.CropRule;
import facedepth.geometry.DepthMap;
import facedepth.geometry.FaceCrop;
import facedepth.geometry.FaceOutline;
import java.util.Arrays;

/**
 * The face in a network's mask: the largest connected part of the pixels with positive logits, thin
 * strands cut off and small holes closed.
 */
final class FaceMask {
  private static final double LARGEST_HOLE = 0.02; // of the face's area
  private static final float THINNEST = 0.03f; // of the crop's side

  private final int width;
  private final int height;
  private final boolean[] inside;
  private final int area;
  private final int positives;
  private final double centroidX;
  private final double centroidY;
  private final double confidence;

  private FaceMask(int width, int height, boolean[] inside, int positives, float[] logits) {
    this.width = width;
    this.height = height;
    this.inside = inside;
    this.positives = positives;
    int count = 0;
    double sumX = 0;
    double sumY = 0;
    double certainty = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i]) {
        count++;
        sumX += i % width;
        sumY += i / width;
        certainty += 1 / (1 + Math.exp(-logits[i]));
      }
    }
    area = count;
    centroidX = count == 0 ? (width - 1) / 2.0 : sumX / count;
    centroidY = count == 0 ? (height - 1) / 2.0 : sumY / count;
    confidence = count == 0 ? 0 : certainty / count;
  }

  static FaceMask of(DepthPrediction prediction) {
    float[] logits = prediction.maskLogits();
    int width = prediction.width();
    int height = prediction.height();
    boolean[] positive = new boolean[logits.length];
    int positives = 0;
    for (int i = 0; i < logits.length; i++) {
      positive[i] = logits[i] > 0;
      positives += positive[i] ? 1 : 0;
    }
    boolean[] inside = body(positive, width, height);
    int size = 0;
    for (boolean pixel : inside) {
      size += pixel ? 1 : 0;
    }
    closeHoles(inside, width, height, (int) (LARGEST_HOLE * size));
    return new FaceMask(width, height, inside, positives, logits);
  }

  /**
   * The largest part that hangs together by more than a thread: what is thinner than about a
   * thirtieth of the crop, strands of hair mostly, is cut off (morphological opening).
   */
  private static boolean[] body(boolean[] positive, int width, int height) {
    int radius = Math.max(1, Math.round(Math.min(width, height) * THINNEST / 2));
    boolean[] core = positive;
    for (int i = 0; i < radius; i++) {
      core = moved(core, width, height, i % 2 == 0, false);
    }
    int[] labels = PixelRegions.label(core, width, height, true);
    int largest = PixelRegions.largest(labels);
    boolean[] body = new boolean[positive.length];
    for (int i = 0; i < body.length; i++) {
      body[i] = largest >= 0 && labels[i] == largest;
    }
    for (int i = 0; i < radius; i++) {
      body = moved(body, width, height, i % 2 == 0, true);
    }
    for (int i = 0; i < body.length; i++) {
      body[i] &= positive[i];
    }
    return body;
  }

  /** Grows or shrinks a region by a pixel, along the axes only or along the diagonals too. */
  private static boolean[] moved(
      boolean[] region, int width, int height, boolean diagonals, boolean grow) {
    boolean[] out = new boolean[region.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean value = region[y * width + x];
        for (int dy = -1; dy <= 1 && value != grow; dy++) {
          for (int dx = -1; dx <= 1 && value != grow; dx++) {
            int nx = x + dx;
            int ny = y + dy;
            boolean counts = diagonals || dx == 0 || dy == 0;
            // Beyond the picture the region goes on as it is at the rim.
            if (counts && nx >= 0 && ny >= 0 && nx < width && ny < height) {
              value = grow ? value || region[ny * width + nx] : value && region[ny * width + nx];
            }
          }
        }
        out[y * width + x] = value;
      }
    }
    return out;
  }

  private static void closeHoles(boolean[] inside, int width, int height, int largest) {
    int[] labels = PixelRegions.label(inside, width, height, false);
    int[] sizes = PixelRegions.sizes(labels);
    boolean[] open = new boolean[sizes.length]; // reaches the edge: no hole
    for (int i = 0; i < labels.length; i++) {
      int x = i % width;
      int y = i / width;
      boolean edge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
      if (edge && labels[i] >= 0) {
        open[labels[i]] = true;
      }
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0 && !open[labels[i]] && sizes[labels[i]] <= largest) {
        inside[i] = true;
      }
    }
  }

  /** Whether the pixel belongs to the face, row-major. Shared, not copied. */
  boolean[] inside() {
    return inside;
  }

  /** The face's share of the crop. */
  double share() {
    return (double) area / inside.length;
  }

  /** The face's share of all pixels with positive logits: 1 where the mask is in one piece. */
  double wholeness() {
    return positives == 0 ? 0 : Math.min(1, (double) area / positives);
  }

  /** How much of the crop's edge the face covers; a face that is framed by it covers none. */
  double shareOfEdge() {
    int edge = 0;
    for (int x = 0; x < width; x++) {
      edge += (inside[x] ? 1 : 0) + (inside[inside.length - 1 - x] ? 1 : 0);
    }
    for (int y = 0; y < height; y++) {
      edge += (inside[y * width] ? 1 : 0) + (inside[y * width + width - 1] ? 1 : 0);
    }
    return edge / (2.0 * (width + height));
  }

  /** Mean probability over the face's pixels, 0.5 to 1. */
  double confidence() {
    return confidence;
  }

  /** How many pixels. */
  int area() {
    return area;
  }

  /**
   * The crop that the rule gives for this mask. Its roll stays as it is: hair and turned heads tilt
   * a mask more than the 25 degrees of roll that the network bears, so the detector's word counts.
   *
   * @param crop the crop that the mask was seen in
   */
  FaceCrop reframed(FaceCrop crop) {
    AffineMap toPhoto = crop.toPhoto(width);
    double pixel = crop.size() / width;
    return CropRule.crop(
        toPhoto.applyX(centroidX, centroidY),
        toPhoto.applyY(centroidX, centroidY),
        area * pixel * pixel * height / width,
        crop.rollDegrees());
  }

  /** The silhouette, finer than pixels: along it the network is in two minds. */
  FaceOutline outline(float[] logits) {
    return FaceOutline.of(width, height, logits, inside);
  }

  /** Depth inside the face, its median subtracted, NaN outside. */
  DepthMap depthMap(float[] depth) {
    float[] values = new float[depth.length];
    Arrays.fill(values, Float.NaN);
    for (int i = 0; i < values.length; i++) {
      if (inside[i]) {
        values[i] = depth[i];
      }
    }
    return new DepthMap(width, height, values).centred();
  }
}
