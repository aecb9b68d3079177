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
  private final Surface surface = new Surface();
  private final float[] point = new float[3];
  private final float[] rgb = new float[3];
  private final float[] smoothNormal = new float[3];

  /**
   * A shader of what is drawn.
   *
   * @param illumination prepared for the scene
   */
  PhotoShader(
      HeadAssets assets,
      Fragments fragments,
      SceneMesh scene,
      Sight sight,
      PersonPainter painter,
      Illumination illumination) {
    this.assets = assets;
    this.fragments = fragments;
    this.scene = scene;
    this.sight = sight;
    this.painter = painter;
    this.illumination = illumination;
  }

  /**
   * Shades one sample.
   *
   * @param look what {@link Sight} found there, not the background
   * @return linear RGB, valid until the next call
   */
  float[] shade(int look, int column, int row) {
    SurfacePoint spot = sight.locate(look, column, row);
    fragments.point(column, row, spot.depth(), point);
    float x = sight.coordinate(0);
    float y = sight.coordinate(1);
    float z = sight.coordinate(2);
    float[] normal = readNormal(spot);
    normalise(normal);
    System.arraycopy(normal, 0, smoothNormal, 0, 3);
    if (Sight.isBehindWorn(look) && Sight.worn(look) == Material.FRAME) {
      return shadeFrame(column, row);
    }
    surface.open = 1;
    surface.strands = 0;
    boolean isHair = Sight.isHair(look);
    if (isHair) {
      alongStrand(spot, scene.position, surface.tangent);
      painter.hair().paint(x, y, z, surface);
      faceCamera(normal);
    } else {
      if (spot.lastCorner() < assets.openness().length) {
        surface.open = spot.interpolate(assets.openness(), 1, 0);
      }
      Material material = Sight.material(look);
      painter.paint(material, x, y, z, surface);
      if (material == Material.HAND || material == Material.PROP) {
        faceCamera(normal);
      }
    }
    normalise(normal);
    illumination.shade(surface, point, isHair, rgb, 0);
    if (Sight.isBehindWorn(look)) {
      tint(Sight.worn(look), column, row);
    }
    return rgb;
  }

  /** A frame hides what is behind it. */
  private float[] shadeFrame(int column, int row) {
    SurfacePoint spot = sight.locateWorn(column, row);
    fragments.point(column, row, spot.depth(), point);
    float[] normal = readNormal(spot);
    surface.strands = 0;
    painter.glasses().frame(sight.wornCoordinate(0), sight.wornCoordinate(1), surface);
    faceCamera(normal);
    normalise(normal);
    illumination.shade(surface, point, false, rgb, 0);
    return rgb;
  }

  /** Lenses and lashes tint what is behind them. */
  private void tint(Material worn, int column, int row) {
    sight.locateWorn(column, row);
    float x = sight.wornCoordinate(0);
    float y = sight.wornCoordinate(1);
    if (worn == Material.LENS) {
      painter.glasses().lens(x, y, rgb, 0);
    } else {
      painter.face().lashes(x, y, sight.wornCoordinate(2), rgb);
    }
  }

  /** The surface's normal, as long as interpolation leaves it. */
  private float[] readNormal(SurfacePoint spot) {
    float[] normal = surface.normal;
    for (int c = 0; c < 3; c++) {
      normal[c] = spot.interpolate(scene.normal, 3, c);
    }
    return normal;
  }

  /** Thin things have two sides. */
  private static void faceCamera(float[] normal) {
    if (normal[2] > 0) {
      for (int c = 0; c < 3; c++) {
        normal[c] = -normal[c];
      }
    }
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
