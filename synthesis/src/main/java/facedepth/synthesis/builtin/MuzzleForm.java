package facedepth.synthesis.builtin;

import static facedepth.synthesis.builtin.Solids.carve;
import static facedepth.synthesis.builtin.Solids.ellipsoid;
import static facedepth.synthesis.builtin.Solids.join;
import static facedepth.synthesis.builtin.Solids.rod;

/** What lies under the lips: the barrel of the teeth, the groove above and the fold below. */
final class MuzzleForm {
  private MuzzleForm() {}

  static double shape(double head, double x, double y, double z) {
    double barrel = ellipsoid(x, y + 3.0, z - 7.9, 3.2, 2.9, 3.35);
    double shaped = join(head, barrel, 1.3);
    double fold = rod(x, y + 5.15, z - 11.85, 1.3, -0.1, -0.45, 0.75, 0.6);
    shaped = carve(shaped, fold, 0.9);
    double groove = rod(x, y + 1.5, z - 11.95, 0, -0.95, 0.02, 0.46, 0.56);
    return carve(shaped, groove, 0.45);
  }
}
