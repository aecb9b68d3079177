package facedepth.synthesis;

import facedepth.rendering.FragmentBuffer;

/** Lights and paints the fragments of a scene, linear RGB a subsample, and says which are face. */
final class PhotoShader {
  /** What a subsample shows. */
  static final byte BACKGROUND = 0;

  static final byte OTHER = 1;
  static final byte FACE = 2;
  static final byte HAIR = 3;

  private final HeadAssets assets;
  private final Illumination illumination = new Illumination();
  private final Surface surface = new Surface();
  private final float[] point = new float[3];
  private final float[] coordinate = new float[3];

  PhotoShader(HeadAssets assets) {
    this.assets = assets;
  }

  /** Which subsamples are face, other surfaces or background; no colours. */
  void classify(Fragments fragments, SceneMesh scene, HairPattern hair, byte[] kind) {
    for (int i = 0; i < kind.length; i++) {
      kind[i] = BACKGROUND;
      boolean isHair = isHair(fragments, scene, hair, i);
      if (isHair) {
        kind[i] = HAIR;
      } else if (fragments.solid.triangle()[i] >= 0) {
        kind[i] = isFace(fragments.solid, scene, i) ? FACE : OTHER;
      }
    }
  }

  private boolean isHair(Fragments fragments, SceneMesh scene, HairPattern hair, int i) {
    if (fragments.hair.triangle()[i] < 0
        || fragments.hair.depth()[i] >= fragments.solid.depth()[i]) {
      return false;
    }
    interpolate(fragments.hair, scene, scene.coordinate, i, coordinate);
    return hair.covers(coordinate[0], coordinate[1], coordinate[2]);
  }

  private boolean isFace(FragmentBuffer solid, SceneMesh scene, int i) {
    return switch (scene.material(solid.triangle()[i])) {
      case EYE, TEETH, GUMS, MOUTH -> true;
      case SKIN -> {
        interpolate(solid, scene, scene.coordinate, i, coordinate);
        yield assets.atlas().isFace(coordinate[0], coordinate[1], coordinate[2]);
      }
      default -> false;
    };
  }

  /**
   * Shades every subsample that {@link #classify} found to be something.
   *
   * @param normals receives unit normals of solid surfaces, interleaved
   * @param rgb receives linear RGB, interleaved
   */
  void shade(
      Fragments fragments,
      SceneMesh scene,
      PersonPainter painter,
      LightRig rig,
      byte[] kind,
      float[] normals,
      float[] rgb) {
    illumination.prepare(rig, scene);
    for (int i = 0; i < kind.length; i++) {
      if (kind[i] != BACKGROUND) {
        boolean isHair = kind[i] == HAIR;
        FragmentBuffer front = isHair ? fragments.hair : fragments.solid;
        shadeSurface(front, scene, painter, isHair, i, normals, rgb);
        int worn = fragments.worn.triangle()[i];
        if (worn >= 0 && fragments.worn.depth()[i] < front.depth()[i]) {
          shadeWorn(fragments.worn, scene, painter, rig, i, normals, rgb);
        }
      }
    }
  }

  /** Frames hide what is behind them; lenses and lashes tint it. */
  private void shadeWorn(
      FragmentBuffer worn,
      SceneMesh scene,
      PersonPainter painter,
      LightRig rig,
      int i,
      float[] normals,
      float[] rgb) {
    switch (scene.material(worn.triangle()[i])) {
      case FRAME -> {
        // The normals that are told stay those of the face behind.
        float x = normals[3 * i];
        float y = normals[3 * i + 1];
        float z = normals[3 * i + 2];
        shadeSurface(worn, scene, painter, false, i, normals, rgb);
        normals[3 * i] = x;
        normals[3 * i + 1] = y;
        normals[3 * i + 2] = z;
      }
      case LENS -> {
        interpolate(worn, scene, scene.coordinate, i, coordinate);
        painter.glasses().lens(coordinate[0], coordinate[1], rig.behind()[1], rgb, 3 * i);
      }
      default -> {
        for (int c = 0; c < 3; c++) {
          rgb[3 * i + c] *= 0.25f;
        }
      }
    }
  }

  private void shadeSurface(
      FragmentBuffer front,
      SceneMesh scene,
      PersonPainter painter,
      boolean isHair,
      int i,
      float[] normals,
      float[] rgb) {
    interpolate(front, scene, scene.coordinate, i, coordinate);
    interpolate(front, scene, scene.position, i, point);
    float[] normal = surface.normal;
    interpolate(front, scene, scene.normal, i, normal);
    float smooth = length(normal);
    for (int c = 0; c < 3; c++) {
      normals[3 * i + c] = normal[c] / smooth;
    }
    surface.open = 1;
    surface.strands = 0;
    if (isHair) {
      alongStrand(front, scene, i, surface.tangent);
      painter.hair().paint(coordinate[0], coordinate[1], coordinate[2], surface);
    } else {
      surface.open = openness(front, scene, i);
      Material material = scene.material(front.triangle()[i]);
      painter.paint(material, coordinate[0], coordinate[1], coordinate[2], surface);
    }
    float length = length(normal);
    // Sheets of hair have two sides, so have frames and things held.
    boolean twoSided = isHair || isTwoSided(scene.material(front.triangle()[i]));
    float flip = twoSided && normal[2] > 0 ? -1 / length : 1 / length;
    for (int c = 0; c < 3; c++) {
      normal[c] *= flip;
    }
    illumination.shade(surface, point, isHair, rgb, 3 * i);
  }

  private static boolean isTwoSided(Material material) {
    return switch (material) {
      case FRAME, HAND, PROP -> true;
      default -> false;
    };
  }

  private static float length(float[] v) {
    return (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] + 1e-12f);
  }

  /** The first two corners of a triangle of hair lie along the strand. */
  private static void alongStrand(FragmentBuffer hair, SceneMesh scene, int i, float[] out) {
    int t = 3 * hair.triangle()[i];
    int a = 3 * scene.triangles()[t];
    int b = 3 * scene.triangles()[t + 1];
    float x = scene.position[b] - scene.position[a];
    float y = scene.position[b + 1] - scene.position[a + 1];
    float z = scene.position[b + 2] - scene.position[a + 2];
    float scale = 1 / (float) Math.sqrt(x * x + y * y + z * z + 1e-12f);
    out[0] = x * scale;
    out[1] = y * scale;
    out[2] = z * scale;
  }

  private float openness(FragmentBuffer front, SceneMesh scene, int i) {
    int[] triangles = scene.triangles();
    int t = 3 * front.triangle()[i];
    float[] table = assets.openness();
    if (triangles[t] >= table.length
        || triangles[t + 1] >= table.length
        || triangles[t + 2] >= table.length) {
      return 1;
    }
    float w1 = front.weight1()[i];
    float w2 = front.weight2()[i];
    return (1 - w1 - w2) * table[triangles[t]]
        + w1 * table[triangles[t + 1]]
        + w2 * table[triangles[t + 2]];
  }

  private static void interpolate(
      FragmentBuffer buffer, SceneMesh scene, float[] attribute, int i, float[] out) {
    int[] triangles = scene.triangles();
    int t = 3 * buffer.triangle()[i];
    int a = 3 * triangles[t];
    int b = 3 * triangles[t + 1];
    int c = 3 * triangles[t + 2];
    float w1 = buffer.weight1()[i];
    float w2 = buffer.weight2()[i];
    float w0 = 1 - w1 - w2;
    out[0] = w0 * attribute[a] + w1 * attribute[b] + w2 * attribute[c];
    out[1] = w0 * attribute[a + 1] + w1 * attribute[b + 1] + w2 * attribute[c + 1];
    out[2] = w0 * attribute[a + 2] + w1 * attribute[b + 2] + w2 * attribute[c + 2];
  }
}
