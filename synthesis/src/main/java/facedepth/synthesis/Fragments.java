package facedepth.synthesis;

import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.Projection;
import facedepth.rendering.Rasterizer;

/** A scene seen through one pinhole: the nearest solid, hair and worn surface behind each pixel. */
final class Fragments {
  final FragmentBuffer solid;
  final FragmentBuffer hair;
  final FragmentBuffer worn;
  private float[] x = new float[0];
  private float[] y = new float[0];
  private float[] z = new float[0];

  Fragments(int size) {
    solid = new FragmentBuffer(size, size);
    hair = new FragmentBuffer(size, size);
    worn = new FragmentBuffer(size, size);
  }

  /**
   * Draws the scene.
   *
   * @param inside whether the insides of eyes and mouth are wanted; without them they are holes
   * @param shiftX added to x of every vertex, centimetres; likewise y and z
   * @param focalLength in widths of the picture
   */
  void draw(
      SceneBuilder builder,
      boolean inside,
      float shiftX,
      float shiftY,
      float shiftZ,
      float focalLength) {
    SceneMesh scene = builder.scene();
    int count = scene.vertexCount();
    if (x.length < count) {
      x = new float[count + count / 4];
      y = new float[x.length];
      z = new float[x.length];
    }
    int size = solid.width();
    float[] p = scene.position;
    float centre = (size - 1) / 2f;
    float focalPixels = focalLength * size;
    for (int i = 0; i < count; i++) {
      float depth = p[3 * i + 2] + shiftZ;
      float scale = focalPixels / depth;
      x[i] = (p[3 * i] + shiftX) * scale + centre;
      y[i] = (p[3 * i + 1] + shiftY) * scale + centre;
      z[i] = depth;
    }
    solid.clear();
    hair.clear();
    worn.clear();
    draw(scene, 0, builder.solidEnd(), Rasterizer.Cull.CLOCKWISE, solid);
    draw(scene, builder.solidEnd(), builder.hairEnd(), Rasterizer.Cull.NONE, hair);
    if (inside) {
      draw(scene, builder.hairEnd(), builder.insideEnd(), Rasterizer.Cull.CLOCKWISE, solid);
      draw(scene, builder.insideEnd(), scene.triangleCount(), Rasterizer.Cull.NONE, worn);
    }
  }

  private void draw(
      SceneMesh scene, int from, int to, Rasterizer.Cull cull, FragmentBuffer buffer) {
    Rasterizer.draw(x, y, z, scene.triangles(), from, to, Projection.PERSPECTIVE, cull, buffer);
  }
}
