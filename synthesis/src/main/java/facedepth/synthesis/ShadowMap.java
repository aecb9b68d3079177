package facedepth.synthesis;

import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.Rasterizer;
import facedepth.rendering.ScreenVertices;

/** What a far light sees, for shadows: a parallel projection of the scene along its direction. */
final class ShadowMap {
  private static final int SIZE = 144;
  static final int SOFTEST = 4;

  private static final float REACH = 20; // centimetres round the head that can cast
  private static final float BIAS = 0.25f;
  private static final float NORMAL_OFFSET = 0.4f; // keeps grazing light from striping the skin

  private final FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
  private final ScreenVertices screen = new ScreenVertices();
  private final float[] depth = new float[SIZE * SIZE];
  // From the scene's coordinates to column, row and depth: an affine map, row by row.
  private final float[] toMap = new float[12];

  /**
   * Draws what of a scene casts shadows as seen from the light.
   *
   * @param direction unit vector towards the light
   */
  void draw(SceneMesh scene, float[] direction) {
    aim(direction);
    screen.orthographic(scene.position, scene.vertexCount(), toMap);
    buffer.clear();
    for (SceneRun run : scene.runs()) {
      if (run.layer().isCasting()) {
        Rasterizer.draw(
            screen, scene.triangles(), run.from(), run.to(), Rasterizer.Cull.NONE, buffer);
      }
    }
    for (int i = 0; i < depth.length; i++) {
      depth[i] = buffer.depth(i);
    }
  }

  private void aim(float[] direction) {
    float[] along = {-direction[0], -direction[1], -direction[2]};
    boolean steep = Math.abs(direction[1]) > 0.9f;
    float ux = steep ? 1 : 0;
    float uy = steep ? 0 : 1;
    float[] right = {uy * along[2], -ux * along[2], ux * along[1] - uy * along[0]};
    float length =
        (float) Math.sqrt(right[0] * right[0] + right[1] * right[1] + right[2] * right[2]);
    float scale = SIZE / (2 * REACH);
    for (int i = 0; i < 3; i++) {
      right[i] *= scale / length;
    }
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      toMap[i] = right[i];
      toMap[4 + i] = along[j] * right[k] - along[k] * right[j];
      toMap[8 + i] = along[i];
    }
    toMap[3] = SIZE / 2f;
    toMap[7] = SIZE / 2f;
    toMap[11] = 0;
  }

  /**
   * Share of the light that reaches a point with a unit normal, 0 to 1, softened over neighbouring
   * texels.
   *
   * @param stride texels between the nine that are looked at, 1 for a hard edge to {@link #SOFTEST}
   */
  float lit(float[] point, float[] normal, int stride) {
    float offset = NORMAL_OFFSET * (0.5f + 0.5f * stride);
    float px = point[0] + offset * normal[0];
    float py = point[1] + offset * normal[1];
    float pz = point[2] + offset * normal[2];
    float[] m = toMap;
    float fx = m[0] * px + m[1] * py + m[2] * pz + m[3];
    float fy = m[4] * px + m[5] * py + m[6] * pz + m[7];
    float fz = m[8] * px + m[9] * py + m[10] * pz - BIAS;
    float scale = 1f / stride;
    float sx = fx * scale;
    float sy = fy * scale;
    int ix = (int) sx;
    int iy = (int) sy;
    int last = SIZE / stride - 2;
    if (ix < 1 || iy < 1 || ix >= last || iy >= last) {
      return 1;
    }
    float tx = sx - ix;
    float ty = sy - iy;
    int at = (iy * SIZE + ix) * stride;
    int down = SIZE * stride;
    // A 3x3 tent: bilinear weights of a 2x2 box.
    return (lit(at - down, fz, tx, stride) * (1 - ty)
            + lit(at, fz, tx, stride)
            + lit(at + down, fz, tx, stride) * ty)
        * 0.25f;
  }

  private float lit(int at, float z, float tx, int stride) {
    float left = depth[at - stride] > z ? 1 - tx : 0;
    float middle = depth[at] > z ? 1 : 0;
    float right = depth[at + stride] > z ? tx : 0;
    return left + middle + right;
  }
}
