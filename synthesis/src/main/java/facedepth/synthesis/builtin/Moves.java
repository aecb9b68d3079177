package facedepth.synthesis.builtin;

/** Turns pulls and reshaped loops into displacements of every vertex of the head. */
final class Moves {
  private final WholeMesh mesh;
  private final Regions regions;
  private final EyeOpening eye;
  private final Lashes lashes;
  private final MouthOpening mouth;
  private final double[][] eyeNeutral;
  private final double[][] mouthNeutral;

  Moves(WholeMesh mesh, EyeOpening eye, Lashes lashes, MouthOpening mouth) {
    this.mesh = mesh;
    this.eye = eye;
    this.lashes = lashes;
    this.mouth = mouth;
    regions = new Regions(mesh);
    eyeNeutral = eye.points(EyeShape.NEUTRAL);
    mouthNeutral = mouth.points(LipShape.NEUTRAL);
  }

  Regions regions() {
    return regions;
  }

  WholeMesh mesh() {
    return mesh;
  }

  /** A displacement as the mirror shows it. */
  float[] mirrored(float[] shape) {
    float[] other = still();
    for (int i = 0; i < mesh.twin().length; i++) {
      int twin = mesh.twin()[i];
      other[3 * twin] = -shape[3 * i];
      other[3 * twin + 1] = shape[3 * i + 1];
      other[3 * twin + 2] = shape[3 * i + 2];
    }
    return other;
  }

  /** A displacement of nothing. */
  float[] still() {
    return new float[mesh.positions().length];
  }

  /** Pulls that shape a person: eyeballs and lids move together, as one. */
  float[] person(Patch... patches) {
    float[] shape = still();
    double[] own = new double[3];
    double[] centre = new double[3];
    for (int i = 0; i < mesh.traits().length; i++) {
      double lids = regions.lids(i);
      pull(patches, i, own);
      if (lids > 0) {
        double side = mesh.positions()[3 * i] < 0 ? -1 : 1;
        java.util.Arrays.fill(centre, 0);
        for (Patch patch : patches) {
          double held = patch.hold() == Patch.Hold.EARS ? 0 : 1;
          patch.add(side * EyeSeat.X, EyeSeat.Y, EyeSeat.Z + 1, held, centre);
        }
      }
      for (int axis = 0; axis < 3; axis++) {
        shape[3 * i + axis] = (float) (own[axis] + lids * (centre[axis] - own[axis]));
      }
    }
    return shape;
  }

  /** Pulls of a face's muscles: teeth and eyeballs stay, and so does the edge of the lids. */
  float[] muscle(Patch... patches) {
    float[] shape = still();
    double[] own = new double[3];
    for (int i = 0; i < mesh.traits().length; i++) {
      Trait trait = mesh.traits()[i];
      if (trait == Trait.UPPER_TEETH || trait == Trait.LOWER_TEETH) {
        continue;
      }
      pull(patches, i, own);
      double free = 1 - regions.lids(i);
      for (int axis = 0; axis < 3; axis++) {
        shape[3 * i + axis] = (float) (free * own[axis]);
      }
    }
    return shape;
  }

  private void pull(Patch[] patches, int vertex, double[] own) {
    java.util.Arrays.fill(own, 0);
    float[] p = mesh.positions();
    for (Patch patch : patches) {
      double held = regions.held(patch.hold(), vertex);
      if (held > 0) {
        patch.add(p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2], held, own);
      }
    }
  }

  /** Adds what the loops round the eyes do when the eyes are cut or opened otherwise. */
  void addEyes(float[] shape, EyeShape to, double left, double right) {
    double[][] points = eye.points(to);
    for (int k = 0; k < points.length; k++) {
      int vertex = eye.firstVertex() + k;
      for (int axis = 0; axis < 3; axis++) {
        double move = points[k][axis] - eyeNeutral[k][axis];
        shape[3 * vertex + axis] += (float) (left * move);
        shape[3 * mesh.twin()[vertex] + axis] += (float) (right * (axis == 0 ? -move : move));
      }
    }
    int[] edge = eye.edge();
    double[][] edgeMoves = new double[edge.length][3];
    for (int i = 0; i < edge.length; i++) {
      int k = edge[i] - eye.firstVertex();
      for (int axis = 0; axis < 3; axis++) {
        edgeMoves[i][axis] = points[k][axis] - eyeNeutral[k][axis];
      }
    }
    lashes.follow(edgeMoves, mesh.twin(), shape, left, right);
  }

  /** Adds what the loops round the mouth do when the lips are cut otherwise. */
  void addLips(float[] shape, LipShape to, double left, double right) {
    double[][] points = mouth.points(to);
    for (int k = 0; k < points.length; k++) {
      int vertex = mouth.firstVertex() + k;
      int twin = mesh.twin()[vertex];
      double x = mesh.positions()[3 * vertex];
      // Towards the middle both sides have a say.
      double near = Fields.step(-0.9, 0.9, x);
      double here = near * left + (1 - near) * right;
      double there = near * right + (1 - near) * left;
      for (int axis = 0; axis < 3; axis++) {
        double move = points[k][axis] - mouthNeutral[k][axis];
        shape[3 * vertex + axis] += (float) (here * move);
        if (twin != vertex) {
          shape[3 * twin + axis] += (float) (there * (axis == 0 ? -move : move));
        }
      }
    }
  }
}
