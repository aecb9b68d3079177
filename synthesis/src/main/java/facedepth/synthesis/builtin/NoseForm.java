package facedepth.synthesis.builtin;

import static facedepth.synthesis.builtin.Solids.carve;
import static facedepth.synthesis.builtin.Solids.ellipsoid;
import static facedepth.synthesis.builtin.Solids.join;
import static facedepth.synthesis.builtin.Solids.rod;

/** The nose: bridge, tip, wings, the web between the nostrils, and the nostrils. */
final class NoseForm {
  private NoseForm() {}

  static double shape(double head, double x, double y, double z) {
    double root = ellipsoid(x, y - 1.2, z - 9.9, 1.35, 2.3, 1.35);
    double bridge = rod(x, y - 3.8, z - 9.6, 0, -3.4, 2.5, 0.5, 0.72);
    double nose = join(root, bridge, 0.8);
    double tip = ellipsoid(x, y - 0.15, z - 12.0, 1.0, 0.8, 0.95);
    nose = join(nose, tip, 0.6);
    double wing = ellipsoid(x - 1.05, y + 0.3, z - 11.2, 0.62, 0.68, 1.0);
    nose = join(nose, wing, 0.6);
    double web = rod(x, y + 0.25, z - 12.2, 0, -0.75, -1.0, 0.42, 0.35);
    nose = join(nose, web, 0.35);
    double shaped = join(head, nose, 0.75);
    double nostril = ellipsoid(x - 0.68, y + 1.15, z - 11.6, 0.3, 0.42, 0.5);
    return carve(shaped, nostril, 0.25);
  }
}
