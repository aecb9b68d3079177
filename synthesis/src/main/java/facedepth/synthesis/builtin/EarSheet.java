package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;

/**
 * An ear: a leaf whose outline and relief are given in its own plane, hinged at its front edge, and
 * a back that runs into the head.
 */
final class EarSheet {
  /** Outline in the ear's plane (backwards, up), counter-clockwise from outside, centimetres. */
  private static final double[][] OUTLINE = {
    {-0.2, 3.05}, {-0.95, 2.7}, {-1.3, 1.9}, {-1.3, 0.9}, {-1.3, -0.2}, {-1.2, -1.3},
    {-0.95, -2.35}, {-0.2, -2.95}, {0.5, -2.5}, {1.0, -1.55}, {1.6, -0.4}, {1.95, 0.9},
    {1.6, 2.2}, {0.8, 2.9},
  };

  private static final int AROUND = 56;
  private static final double[] LOOPS = {
    1, 0.975, 0.94, 0.9, 0.855, 0.81, 0.76, 0.71, 0.66, 0.61, 0.56, 0.5, 0.43, 0.35, 0.25, 0.13
  };

  /** Where the leaf's middle stands, how far it opens from the head and leans back, radians. */
  private static final double[] MIDDLE = {8.0, 1.0, -0.05};

  private static final double FLARE = StrictMath.toRadians(24);
  private static final double LEAN = StrictMath.toRadians(10);
  private static final double HOLE_BACK = -0.4;
  private static final double HOLE_UP = -0.3;

  private EarSheet() {}

  static void add(HalfMesh mesh) {
    double[][] outline = outline();
    int[] outer = null;
    for (double r : LOOPS) {
      int[] ring = new int[AROUND];
      for (int i = 0; i < AROUND; i++) {
        double back = HOLE_BACK + r * (outline[i][0] - HOLE_BACK);
        double up = HOLE_UP + r * (outline[i][1] - HOLE_UP);
        ring[i] = mesh.vertex(place(back, up, relief(back, up, r)), Trait.EAR);
      }
      if (outer == null) {
        back(mesh, outline, ring);
      } else {
        mesh.band(outer, ring, true, HeadPart.SKIN);
      }
      outer = ring;
    }
    int hole = mesh.vertex(place(HOLE_BACK, HOLE_UP, relief(HOLE_BACK, HOLE_UP, 0)), Trait.EAR);
    for (int i = 0; i < AROUND; i++) {
      mesh.triangle(outer[i], outer[(i + 1) % AROUND], hole, HeadPart.SKIN);
    }
  }

  /** The back of the leaf, from its edge into the head. */
  private static void back(HalfMesh mesh, double[][] outline, int[] edge) {
    double[] shrink = {0.985, 0.93, 0.78, 0.6};
    double[] depth = {-0.16, -0.3, -0.7, -2.0};
    int[] inner = edge;
    for (int k = 0; k < shrink.length; k++) {
      int[] ring = new int[AROUND];
      for (int i = 0; i < AROUND; i++) {
        double back = shrink[k] * outline[i][0];
        double up = shrink[k] * outline[i][1];
        double n = relief(outline[i][0], outline[i][1], 1) + depth[k];
        ring[i] = mesh.vertex(place(back, up, n), Trait.EAR);
      }
      mesh.band(ring, inner, true, HeadPart.SKIN);
      inner = ring;
    }
  }

  /** A closed Catmull-Rom curve through the outline's points. */
  private static double[][] outline() {
    double[][] curve = new double[AROUND][2];
    int count = OUTLINE.length;
    for (int i = 0; i < AROUND; i++) {
      double at = i * (double) count / AROUND;
      int k = (int) at;
      double t = at - k;
      for (int axis = 0; axis < 2; axis++) {
        double a = OUTLINE[(k + count - 1) % count][axis];
        double b = OUTLINE[k % count][axis];
        double c = OUTLINE[(k + 1) % count][axis];
        double d = OUTLINE[(k + 2) % count][axis];
        curve[i][axis] =
            b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
      }
    }
    return curve;
  }

  /** How far the skin stands out of the ear's plane. */
  private static double relief(double back, double up, double r) {
    double rear = Fields.step(-1.2, -0.5, back);
    double helixUp = Fields.step(-2.0, -1.0, up);
    double helix =
        0.34 * helixUp * Math.max(rear, Fields.step(0.6, 1.6, up)) * bell(r - 0.95, 0.075);
    double scapha = -0.1 * helixUp * rear * bell(r - 0.82, 0.09);
    double fold = 0.3 * Fields.step(-1.6, -0.7, up) * rear * bell(r - 0.64, 0.13);
    double bowl = -0.44 * (1 - Fields.step(0.3, 0.6, r));
    double tragus = 0.55 * spot(back + 1.0, up + 0.35, 0.3, 0.5);
    double anti = 0.34 * spot(back - 0.25, up + 1.4, 0.4, 0.3);
    double root = 0.3 * spot(back + 0.75, up - 0.45, 0.6, 0.28);
    double lobe = 0.12 * spot(back + 0.2, up + 2.3, 0.7, 0.6);
    double sink = -0.66 * (1 - Fields.step(-1.35, -0.85, back)) * (1 - Fields.step(1.5, 2.6, up));
    return helix + scapha + fold + bowl + tragus + anti + root + lobe + sink;
  }

  private static double bell(double x, double width) {
    return StrictMath.exp(-x * x / (width * width));
  }

  private static double spot(double x, double y, double wide, double high) {
    return StrictMath.exp(-x * x / (wide * wide) - y * y / (high * high));
  }

  /** From the ear's plane to the head. */
  private static double[] place(double back, double up, double out) {
    double sinFlare = StrictMath.sin(FLARE);
    double cosFlare = StrictMath.cos(FLARE);
    double b = back * StrictMath.cos(LEAN) + up * StrictMath.sin(LEAN);
    double w = up * StrictMath.cos(LEAN) - back * StrictMath.sin(LEAN);
    return new double[] {
      MIDDLE[0] + sinFlare * b + cosFlare * out + 0.05 * w,
      MIDDLE[1] + w,
      MIDDLE[2] - cosFlare * b + sinFlare * out
    };
  }
}
