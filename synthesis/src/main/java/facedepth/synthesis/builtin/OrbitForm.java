package facedepth.synthesis.builtin;

import static facedepth.synthesis.builtin.Solids.carve;
import static facedepth.synthesis.builtin.Solids.ellipsoid;
import static facedepth.synthesis.builtin.Solids.join;
import static facedepth.synthesis.builtin.Solids.rod;
import static facedepth.synthesis.builtin.Solids.sphere;

/** Brows, the hollows of the eyes, and lids closed over the eyeballs. */
final class OrbitForm {
  private OrbitForm() {}

  static double shape(double head, double x, double y, double z) {
    double brow = rod(x - 1.3, y - 5.3, z - 9.5, 2.9, 0.3, -1.15, 0.58, 0.55);
    double glabella = ellipsoid(x, y - 5.1, z - 9.35, 1.4, 1.2, 1.2);
    double browEnd = rod(x - 4.2, y - 5.6, z - 8.4, 0.75, -2.8, -1.5, 0.6, 0.5);
    double shaped = join(head, join(join(brow, browEnd, 0.9), glabella, 1.2), 1.8);
    double hollow = ellipsoid(x - 3.2, y - 3.5, z - 10.6, 2.1, 1.35, 1.75);
    shaped = carve(shaped, hollow, 1.2);
    double inner = ellipsoid(x - 1.55, y - 3.7, z - 10.7, 0.55, 0.8, 1.0);
    shaped = carve(shaped, inner, 0.7);
    double lids = sphere(x - EyeSeat.X, y - EyeSeat.Y, z - EyeSeat.Z, EyeSeat.RADIUS + EyeSeat.LID);
    return join(shaped, lids, 0.45);
  }
}
