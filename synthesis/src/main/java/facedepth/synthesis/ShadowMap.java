package facedepth.synthesis;

import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.Projection;
import facedepth.rendering.Rasterizer;

/** What a far light sees, for shadows: a parallel projection of the scene along its direction. */
final class ShadowMap {
  private static final int SIZE = 144;
  private static final float REACH = 20; // centimetres round the head that can cast
  private static final float BIAS = 0.25f;
  private static final float NORMAL_OFFSET = 0.4f; // keeps grazing light from striping the skin

  private final FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
  private final float[] right = new float[3];
  private final float[] up = new float[3];
  private final float[] along = new float[3];
  private float[] x = new float[0];
  private float[] y = new float[0];
  private float[] z = new float[0];

  /**
   * Draws what of a scene casts shadows as seen from the light.
   *
   * @param direction unit vector towards the light
   */
  void draw(SceneMesh scene, float[] direction) {
    float[] position = scene.position;
    int vertices = scene.vertexCount();
    if (x.length < vertices) {
      x = new float[vertices];
      y = new float[vertices];
      z = new float[vertices];
    }
    for (int i = 0; i < 3; i++) {
      along[i] = -direction[i];
    }
    boolean steep = Math.abs(direction[1]) > 0.9f;
    float ux = steep ? 1 : 0;
    float uy = steep ? 0 : 1;
    right[0] = uy * along[2];
    right[1] = -ux * along[2];
    right[2] = ux * along[1] - uy * along[0];
    float length =
        (float) Math.sqrt(right[0] * right[0] + right[1] * right[1] + right[2] * right[2]);
    for (int i = 0; i < 3; i++) {
      right[i] /= length;
    }
    up[0] = along[1] * right[2] - along[2] * right[1];
    up[1] = along[2] * right[0] - along[0] * right[2];
    up[2] = along[0] * right[1] - along[1] * right[0];
    float scale = SIZE / (2 * REACH);
    for (int i = 0; i < vertices; i++) {
      float px = position[3 * i];
      float py = position[3 * i + 1];
      float pz = position[3 * i + 2];
      x[i] = (right[0] * px + right[1] * py + right[2] * pz) * scale + SIZE / 2f;
      y[i] = (up[0] * px + up[1] * py + up[2] * pz) * scale + SIZE / 2f;
      z[i] = along[0] * px + along[1] * py + along[2] * pz;
    }
    buffer.clear();
    for (SceneRun run : scene.runs()) {
      if (run.layer().isCasting()) {
        Rasterizer.draw(
            x,
            y,
            z,
            scene.triangles(),
            run.from(),
            run.to(),
            Projection.ORTHOGRAPHIC,
            Rasterizer.Cull.NONE,
            buffer);
      }
    }
  }

  /**
   * Share of the light that reaches a point with a unit normal, 0 to 1, softened over neighbouring
   * texels.
   */
  float lit(float[] point, float[] normal) {
    float px = point[0] + NORMAL_OFFSET * normal[0];
    float py = point[1] + NORMAL_OFFSET * normal[1];
    float pz = point[2] + NORMAL_OFFSET * normal[2];
    float scale = SIZE / (2 * REACH);
    float fx = (right[0] * px + right[1] * py + right[2] * pz) * scale + SIZE / 2f;
    float fy = (up[0] * px + up[1] * py + up[2] * pz) * scale + SIZE / 2f;
    float fz = along[0] * px + along[1] * py + along[2] * pz - BIAS;
    int ix = (int) fx;
    int iy = (int) fy;
    if (ix < 1 || iy < 1 || ix >= SIZE - 2 || iy >= SIZE - 2) {
      return 1;
    }
    float[] depth = buffer.depth();
    float tx = fx - ix;
    float ty = fy - iy;
    int at = iy * SIZE + ix;
    float sum = 0;
    // A 3x3 tent: bilinear weights of a 2x2 box.
    for (int dy = -1; dy <= 1; dy++) {
      float wy = dy < 0 ? 1 - ty : dy == 0 ? 1 : ty;
      for (int dx = -1; dx <= 1; dx++) {
        float wx = dx < 0 ? 1 - tx : dx == 0 ? 1 : tx;
        sum += depth[at + dy * SIZE + dx] > fz ? wx * wy : 0;
      }
    }
    return sum / 4;
  }
}
