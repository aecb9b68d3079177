package facedepth.synthesis.builtin;

/**
 * For every vertex of the whole head: how much it goes with the jaw, and how close to an eye it is.
 */
final class Regions {
  private final WholeMesh mesh;
  private final float[] jaw;
  private final float[] lids;

  Regions(WholeMesh mesh) {
    this.mesh = mesh;
    int count = mesh.traits().length;
    jaw = new float[count];
    lids = new float[count];
    for (int i = 0; i < count; i++) {
      double x = Math.abs(mesh.positions()[3 * i]);
      double y = mesh.positions()[3 * i + 1];
      double z = mesh.positions()[3 * i + 2];
      jaw[i] = (float) jaw(mesh.traits()[i], x, y, z);
      lids[i] = (float) lids(mesh.traits()[i], x, y, z);
    }
  }

  /** 0 for what stays with the skull, 1 for what goes with the jaw. */
  double jaw(int vertex) {
    return jaw[vertex];
  }

  /** 1 on the lids and the eyeballs, 0 a finger's breadth away. */
  double lids(int vertex) {
    return lids[vertex];
  }

  /** How much of a pull acts on a vertex. */
  double held(Patch.Hold hold, int vertex) {
    return switch (hold) {
      case ALL -> 1;
      case UPPER -> 1 - jaw[vertex];
      case LOWER -> jaw[vertex];
      case EARS -> mesh.traits()[vertex] == Trait.EAR ? 1 : 0;
    };
  }

  private static double jaw(Trait trait, double x, double y, double z) {
    switch (trait) {
      case LOWER_TEETH -> {
        return 1;
      }
      case UPPER_TEETH, EYEBALL, SOCKET, LID, EAR -> {
        return 0;
      }
      default -> {
        // below
      }
    }
    // The border runs from the line of the lips up to the ear, sharp at the lips, wide beyond.
    double border = LipShape.CORNER + 3.4 * (1 - Fields.step(2.5, 9.5, z));
    double soft = 0.12 + 1.9 * Fields.step(1.9, 4.8, x);
    double below = Fields.step(-soft, soft, border - y);
    if (trait == Trait.UPPER_LIP) {
      below = 0;
    } else if (trait == Trait.LOWER_LIP) {
      below = 1;
    }
    // Towards the corners of the mouth both lips share the way, so that it opens as an oval.
    double apart = Fields.step(-0.1, 1.9, LipShape.NEUTRAL.half() - x);
    double far = Fields.step(0.1, 2.0, Math.abs(border - y));
    double beside = Fields.step(2.6, 3.6, x);
    below = 0.5 + (below - 0.5) * (1 - (1 - Math.max(apart, far)) * (1 - beside));
    double neck = Fields.step(-13, -9, y) + Fields.step(3, 7, z) * (1 - Fields.step(-13, -9, y));
    return below * Fields.step(0.2, 4, z) * neck;
  }

  private static double lids(Trait trait, double x, double y, double z) {
    if (trait == Trait.EYEBALL || trait == Trait.SOCKET) {
      return 1;
    }
    if (z < 5) {
      return 0;
    }
    double dx = (x - EyeSeat.X) / 1.15;
    double dy = y - EyeSeat.Y;
    return 1 - Fields.step(0.95, 2.1, Math.sqrt(dx * dx + dy * dy));
  }
}
