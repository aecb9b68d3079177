package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;

/** An eyeball: a sphere whose cornea bulges forward. */
final class Eyeball {
  private static final int AROUND = 36;
  private static final int RINGS = 22;

  private Eyeball() {}

  static void add(HalfMesh mesh) {
    int pole = mesh.vertex(place(0, 0), Trait.EYEBALL);
    int[] inner = null;
    for (int ring = 1; ring <= RINGS; ring++) {
      // Rings lie closer at the front, where they show.
      double share = ring / (double) RINGS;
      double polar = Math.PI * 0.96 * share * (0.6 + 0.4 * share);
      int[] outer = new int[AROUND];
      for (int i = 0; i < AROUND; i++) {
        outer[i] = mesh.vertex(place(polar, 2 * Math.PI * i / AROUND), Trait.EYEBALL);
      }
      if (inner == null) {
        for (int i = 0; i < AROUND; i++) {
          mesh.triangle(outer[i], outer[(i + 1) % AROUND], pole, HeadPart.EYE);
        }
      } else {
        mesh.band(outer, inner, true, HeadPart.EYE);
      }
      inner = outer;
    }
    int back = mesh.vertex(place(Math.PI, 0), Trait.EYEBALL);
    for (int i = 0; i < AROUND; i++) {
      mesh.triangle(inner[(i + 1) % AROUND], inner[i], back, HeadPart.EYE);
    }
  }

  private static double[] place(double polar, double around) {
    double r = EyeSeat.RADIUS * StrictMath.sin(polar);
    double cornea = Math.max(0, 1 - polar * polar / (0.46 * 0.46));
    return new double[] {
      EyeSeat.X + r * StrictMath.cos(around),
      EyeSeat.Y + r * StrictMath.sin(around),
      EyeSeat.Z + EyeSeat.RADIUS * StrictMath.cos(polar) + 0.06 * cornea
    };
  }
}
