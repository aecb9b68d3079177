package facedepth.synthesis.builtin;

import static facedepth.synthesis.builtin.Solids.ellipsoid;
import static facedepth.synthesis.builtin.Solids.join;
import static facedepth.synthesis.builtin.Solids.rod;

/** Braincase, forehead, cheeks, jaw, neck and shoulders. */
final class SkullForm {
  private SkullForm() {}

  static double distance(double x, double y, double z) {
    double head = braincase(x, y, z);
    head = join(head, middleFace(x, y, z), 2.2);
    head = join(head, jaw(x, y, z), 2);
    return join(head, neck(x, y, z), 1.6);
  }

  private static double braincase(double x, double y, double z) {
    double back = ellipsoid(x, y - 6.2, z + 1.2, 7.2, 7.9, 8.1);
    double forehead = ellipsoid(x, y - 6.4, z - 2.9, 6.5, 7.2, 8.0);
    return join(back, forehead, 2.5);
  }

  private static double middleFace(double x, double y, double z) {
    double mask = ellipsoid(x, y - 0.8, z - 2.6, 5.9, 7.2, 7.5);
    double cheekbone = ellipsoid(x - 4.3, y - 1.1, z - 6.4, 2.1, 1.7, 2.3);
    double arch = rod(x - 4.7, y - 1.1, z - 6.9, 0.75, 0.3, -5.3, 0.85, 0.65);
    double flesh = ellipsoid(x - 2.8, y + 1.8, z - 5.2, 2.75, 4.0, 4.2);
    double pad = ellipsoid(x - 4.1, y + 0.6, z - 5.6, 1.8, 2.0, 2.6);
    double face = join(mask, cheekbone, 2.2);
    face = join(face, arch, 2);
    face = join(face, pad, 2);
    return join(face, flesh, 2);
  }

  private static double jaw(double x, double y, double z) {
    double body = rod(x - 4.25, y + 3.1, z - 2.8, -3.2, -3.2, 5.7, 1.3, 1.2);
    double ramus = rod(x - 5.0, y - 0.4, z - 2.8, -0.85, -3.4, 0.6, 1.4, 1.3);
    double floor = ellipsoid(x, y + 3.0, z - 4.6, 4.3, 4.1, 5.5);
    double chin = ellipsoid(x, y + 6.0, z - 8.6, 2.2, 1.6, 2.15);
    double under = ellipsoid(x, y + 5.7, z - 4.8, 3.6, 3.1, 3.4);
    double jaw = join(body, ramus, 1.6);
    jaw = join(jaw, floor, 2);
    jaw = join(jaw, under, 1.6);
    return join(jaw, chin, 2.6);
  }

  private static double neck(double x, double y, double z) {
    double column = rod(x, y - 1, z + 1.3, 0, -20, -1.2, 4.8, 5.1);
    double throat = rod(x, y + 9.0, z - 2.0, 0, -10, -1.6, 1.9, 1.7);
    double muscle = rod(x - 4.9, y + 2, z + 0.6, -3.9, -15.5, 3.4, 1.0, 0.7);
    double slope = rod(x - 2.0, y + 12.5, z + 3.6, 8.5, -7.0, 0.8, 1.8, 2.2);
    double shoulders = rod(x, y + 20.8, z + 3, 8.5, -1.5, 0, 3.4, 3.0);
    double neck = join(column, throat, 2);
    neck = join(neck, muscle, 1.4);
    return join(join(neck, slope, 3.5), shoulders, 3);
  }
}
