package facedepth.synthesis;

import facedepth.rendering.SurfacePoint;

/** Paints and lights single samples of one scene. */
final class PhotoShader {
  private final HeadAssets assets;
  private final Fragments fragments;
  private final SceneMesh scene;
  private final Sight sight;
  private final PersonPainter painter;
  private final Illumination illumination;
  private final float lensLight;
  private final Surface surface = new Surface();
  private final float[] point = new float[3];
  private final float[] rgb = new float[3];
  private final float[] smoothNormal = new float[3];

  /**
   * A shader of what is drawn.
   *
   * @param illumination prepared for the scene
   * @param lensLight what lenses reflect of the surroundings, linear
   */
  PhotoShader(
      HeadAssets assets,
      Fragments fragments,
      SceneMesh scene,
      Sight sight,
      PersonPainter painter,
      Illumination illumination,
      float lensLight) {
    this.assets = assets;
    this.fragments = fragments;
    this.scene = scene;
    this.sight = sight;
    this.painter = painter;
    this.illumination = illumination;
    this.lensLight = lensLight;
  }

  /**
   * Shades one sample.
   *
   * @param look what {@link Sight} found there, not the background
   * @return linear RGB, valid until the next call
   */
  float[] shade(int look, int column, int row) {
    shade(sight.locate(look, column, row), Sight.material(look), column, row);
    if (Sight.isBehindWorn(look)) {
      wear(Sight.worn(look), column, row);
    }
    return rgb;
  }

  /** Frames hide what is behind them; lenses and lashes tint it. */
  private void wear(Material worn, int column, int row) {
    switch (worn) {
      case FRAME -> {
        // The normal that is told stays that of the face behind.
        float x = smoothNormal[0];
        float y = smoothNormal[1];
        float z = smoothNormal[2];
        shade(sight.locateWorn(column, row), worn, column, row);
        smoothNormal[0] = x;
        smoothNormal[1] = y;
        smoothNormal[2] = z;
      }
      case LENS -> {
        sight.locateWorn(column, row);
        painter.glasses().lens(sight.coordinate(0), sight.coordinate(1), lensLight, rgb, 0);
      }
      default -> {
        sight.locateWorn(column, row);
        painter.face().lashes(sight.coordinate(0), sight.coordinate(1), sight.coordinate(2), rgb);
      }
    }
  }

  private void shade(SurfacePoint spot, Material material, int column, int row) {
    fragments.point(column, row, spot.depth(), point);
    float x = sight.coordinate(0);
    float y = sight.coordinate(1);
    float z = sight.coordinate(2);
    float[] normal = surface.normal;
    for (int c = 0; c < 3; c++) {
      normal[c] = spot.interpolate(scene.normal, 3, c);
    }
    normalise(normal);
    System.arraycopy(normal, 0, smoothNormal, 0, 3);
    surface.open = 1;
    surface.strands = 0;
    boolean isHair = material == Material.HAIR;
    if (isHair) {
      alongStrand(spot, scene.position, surface.tangent);
      painter.hair().paint(x, y, z, surface);
    } else {
      if (spot.lastCorner() < assets.openness().length) {
        surface.open = spot.interpolate(assets.openness(), 1, 0);
      }
      painter.paint(material, x, y, z, surface);
    }
    if (normal[2] > 0 && isTwoSided(material)) {
      for (int c = 0; c < 3; c++) {
        normal[c] = -normal[c];
      }
    }
    normalise(normal);
    illumination.shade(surface, point, isHair, rgb, 0);
  }

  /** Sheets of hair have two sides, so have frames and things held. */
  private static boolean isTwoSided(Material material) {
    return switch (material) {
      case HAIR, FRAME, HAND, PROP -> true;
      default -> false;
    };
  }

  /** Unit normal of the surface that was shaded last, without painted relief; camera axes. */
  float[] smoothNormal() {
    return smoothNormal;
  }

  /** The first two corners of a triangle of hair lie along the strand. */
  private static void alongStrand(SurfacePoint spot, float[] position, float[] out) {
    int a = 3 * spot.firstCorner();
    int b = 3 * spot.secondCorner();
    for (int c = 0; c < 3; c++) {
      out[c] = position[b + c] - position[a + c];
    }
    normalise(out);
  }

  private static void normalise(float[] v) {
    float scale = 1 / (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] + 1e-12f);
    v[0] *= scale;
    v[1] *= scale;
    v[2] *= scale;
  }
}
