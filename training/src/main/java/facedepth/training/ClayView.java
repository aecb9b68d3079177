package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.GridMesher;
import facedepth.geometry.Mesh;
import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.Rasterizer;
import facedepth.rendering.ScreenVertices;
import facedepth.rendering.SurfacePoint;
import java.util.Arrays;

/** The mesh that is made of a depth map, as clay and turned to the side, by parallel rays. */
final class ClayView {
  private static final double DEGREES = 40;
  private static final double AXIS_DEPTH = 0.1; // crop widths behind the median: inside the head
  private static final int FINENESS = 2; // samples a side of a pixel

  /** Depths beyond these are no face, but what a network says in its first hours. */
  private static final float DEEPEST = 1; // crop widths

  private static final double NEAREST = -0.9; // of the focal length

  private ClayView() {}

  /**
   * Draws the mesh.
   *
   * @param depth crop widths relative to the median of the face, NaN where there is no face
   * @param side of the picture in pixels; it shows as much as the crop does
   * @return row-major, 0xRRGGBB
   */
  static int[] of(DepthMap depth, CropCamera camera, int side) {
    FragmentBuffer fragments = new FragmentBuffer(side * FINENESS, side * FINENESS);
    ScreenVertices screen = new ScreenVertices();
    double cos = Math.cos(Math.toRadians(DEGREES));
    double sin = Math.sin(Math.toRadians(DEGREES));
    int[] fine = new int[fragments.width() * fragments.height()];
    Arrays.fill(fine, FacePanels.BACKGROUND);
    if (depth.faceArea() > 0) {
      Mesh mesh = GridMesher.mesh(tamed(depth, camera), camera);
      double scale = side * FINENESS;
      double middle = (scale - 1) / 2;
      float[] toScreen = {
        (float) (scale * cos),
        0,
        (float) (-scale * sin),
        (float) (middle + scale * sin * AXIS_DEPTH),
        0,
        (float) scale,
        0,
        (float) middle,
        (float) sin,
        0,
        (float) cos,
        0
      };
      screen.orthographic(mesh.positions(), mesh.vertexCount(), toScreen);
      Rasterizer.draw(
          screen, mesh.triangles(), 0, mesh.triangleCount(), Rasterizer.Cull.NONE, fragments);
      shade(mesh, screen, fragments, cos, sin, fine);
    }
    return averaged(fine, side);
  }

  private static DepthMap tamed(DepthMap depth, CropCamera camera) {
    float nearest = (float) Math.max(-DEEPEST, NEAREST * camera.focalLength());
    float[] tamed = depth.values().clone();
    for (int i = 0; i < tamed.length; i++) {
      tamed[i] = Math.max(nearest, Math.min(DEEPEST, tamed[i])); // NaN stays NaN
    }
    return new DepthMap(depth.width(), depth.height(), tamed);
  }

  private static void shade(
      Mesh mesh,
      ScreenVertices screen,
      FragmentBuffer fragments,
      double cos,
      double sin,
      int[] pixels) {
    SurfacePoint point = new SurfacePoint();
    for (int i = 0; i < pixels.length; i++) {
      int triangle = fragments.triangle(i);
      if (triangle == FragmentBuffer.NOTHING) {
        continue;
      }
      int width = fragments.width();
      point.locate(screen, mesh.triangles(), triangle, i % width, i / width);
      double x = point.interpolate(mesh.normals(), 3, 0);
      double y = point.interpolate(mesh.normals(), 3, 1);
      double z = point.interpolate(mesh.normals(), 3, 2);
      pixels[i] =
          FacePanels.clay((float) (cos * x - sin * z), (float) y, (float) (sin * x + cos * z));
    }
  }

  private static int[] averaged(int[] fine, int side) {
    int[] pixels = new int[side * side];
    for (int i = 0; i < pixels.length; i++) {
      int at = i / side * FINENESS * side * FINENESS + i % side * FINENESS;
      int red = 0;
      int green = 0;
      int blue = 0;
      for (int k = 0; k < FINENESS * FINENESS; k++) {
        int rgb = fine[at + k / FINENESS * side * FINENESS + k % FINENESS];
        red += rgb >> 16 & 0xff;
        green += rgb >> 8 & 0xff;
        blue += rgb & 0xff;
      }
      int samples = FINENESS * FINENESS;
      pixels[i] = red / samples << 16 | green / samples << 8 | blue / samples;
    }
    return pixels;
  }
}
