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
   * @param onlyFraming whether to leave out what does not decide the crop
   * @param shiftX added to x of every vertex, centimetres; likewise y and z
   * @param focalLength in widths of the picture
   */
  void draw(
      SceneMesh scene,
      boolean onlyFraming,
      float shiftX,
      float shiftY,
      float shiftZ,
      float focalLength) {
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
    for (SceneRun run : scene.runs()) {
      Layer layer = run.layer();
      if (onlyFraming && !layer.isFraming()) {
        continue;
      }
      Rasterizer.draw(
          x,
          y,
          z,
          scene.triangles(),
          run.from(),
          run.to(),
          Projection.PERSPECTIVE,
          layer.isTwoSided() ? Rasterizer.Cull.NONE : Rasterizer.Cull.CLOCKWISE,
          buffer(layer));
    }
  }

  private FragmentBuffer buffer(Layer layer) {
    return switch (layer) {
      case SOLID, INSIDE, OBSTACLE -> solid;
      case HAIR -> hair;
      case WORN -> worn;
    };
  }
}
