package facedepth.inference;

import facedepth.geometry.Mesh;
import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.Projection;
import facedepth.rendering.Rasterizer;
import facedepth.rendering.ScreenVertices;
import facedepth.rendering.SurfacePoint;

/** Pictures of a mesh from the side, by parallel rays: with its texture, or as if of clay. */
public final class MeshView {
  private static final int FINENESS = 2; // samples a side of a pixel
  private static final float SHADE_IN_PROFILE = 0.72f; // brightness of what is seen edge-on
  private static final int BACK = 0x6e6e6e; // the inside of the shell

  private final Mesh mesh;
  private final Photo texture;
  private final double pixelsPerWidth;
  private final FragmentBuffer fragments;
  private final ScreenVertices screen = new ScreenVertices();
  private final SurfacePoint point = new SurfacePoint();
  private final int side;
  private final int background;

  /**
   * Views of one mesh.
   *
   * @param texture its picture, or null for clay in all views
   * @param side of the square pictures in pixels
   * @param magnification a crop width in sides of the picture
   */
  public MeshView(Mesh mesh, Photo texture, int side, double magnification, int background) {
    this.mesh = mesh;
    this.texture = mesh.isTextured() ? texture : null;
    this.side = side;
    this.background = background;
    pixelsPerWidth = magnification * side * FINENESS;
    fragments = new FragmentBuffer(side * FINENESS, side * FINENESS);
  }

  /** The magnification at which a mesh fills most of the picture from wherever it is seen. */
  public static double fitting(Mesh mesh) {
    float[] least = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
    float[] most = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
    float[] positions = mesh.positions();
    for (int i = 0; i < positions.length; i++) {
      least[i % 3] = Math.min(least[i % 3], positions[i]);
      most[i % 3] = Math.max(most[i % 3], positions[i]);
    }
    double across = Math.max(most[0] - least[0], most[1] - least[1]);
    return across > 0 ? 0.88 / across : 1;
  }

  /**
   * The mesh seen from the side, in the middle of the picture.
   *
   * @param degrees how far the viewer has gone round, to the picture's left if positive
   */
  public int[] from(double degrees) {
    return seen(degrees, texture == null);
  }

  /** As {@link #from}, without texture: what the shape alone looks like. */
  public int[] clay(double degrees) {
    return seen(degrees, true);
  }

  private int[] seen(double degrees, boolean clay) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    float[] positions = mesh.positions();
    int vertices = mesh.vertexCount();
    float[] x = new float[vertices];
    float[] y = new float[vertices];
    float[] z = new float[vertices];
    for (int i = 0; i < vertices; i++) {
      x[i] = (float) (cos * positions[3 * i] - sin * positions[3 * i + 2]);
      y[i] = positions[3 * i + 1];
      z[i] = (float) (sin * positions[3 * i] + cos * positions[3 * i + 2]);
    }
    centre(x);
    centre(y);
    fragments.clear();
    screen.set(x, y, z, Projection.ORTHOGRAPHIC);
    Rasterizer.draw(
        screen, mesh.triangles(), 0, mesh.triangleCount(), Rasterizer.Cull.NONE, fragments);
    int[] fine = new int[fragments.width() * fragments.height()];
    for (int i = 0; i < fine.length; i++) {
      fine[i] = shade(i, (float) cos, (float) sin, clay);
    }
    return averaged(fine);
  }

  /** To pixels, the middle of the range in the middle of the picture. */
  private void centre(float[] coordinates) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : coordinates) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double middle = (least + most) / 2.0;
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] =
          (float) ((coordinates[i] - middle) * pixelsPerWidth + (side * FINENESS - 1) / 2.0);
    }
  }

  private int shade(int pixel, float cos, float sin, boolean clay) {
    int triangle = fragments.triangle(pixel);
    if (triangle == FragmentBuffer.NOTHING) {
      return background;
    }
    int width = fragments.width();
    point.locate(screen, mesh.triangles(), triangle, pixel % width, pixel / width);
    float[] normals = mesh.normals();
    float nx = point.interpolate(normals, 3, 0);
    float ny = point.interpolate(normals, 3, 1);
    float nz = point.interpolate(normals, 3, 2);
    // cosine of the angle to the viewer
    float facing = -(sin * nx + cos * nz);
    if (facing < 0) {
      return BACK;
    }
    if (clay) {
      return Clay.colour(cos * nx - sin * nz, ny, -facing);
    }
    float u = point.interpolate(mesh.textureCoordinates(), 2, 0);
    float v = point.interpolate(mesh.textureCoordinates(), 2, 1);
    int tx = (int) Math.min(texture.width() - 1, Math.max(0, u * texture.width()));
    int ty = (int) Math.min(texture.height() - 1, Math.max(0, v * texture.height()));
    float brightness = SHADE_IN_PROFILE + (1 - SHADE_IN_PROFILE) * Math.min(1, facing);
    int rgb = texture.rgb(tx, ty);
    return (int) ((rgb >> 16) * brightness) << 16
        | (int) ((rgb >> 8 & 0xff) * brightness) << 8
        | (int) ((rgb & 0xff) * brightness);
  }

  private int[] averaged(int[] fine) {
    int[] out = new int[side * side];
    int samples = FINENESS * FINENESS;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int k = 0; k < samples; k++) {
          int rgb =
              fine[(y * FINENESS + k / FINENESS) * side * FINENESS + x * FINENESS + k % FINENESS];
          red += rgb >> 16;
          green += rgb >> 8 & 0xff;
          blue += rgb & 0xff;
        }
        out[y * side + x] = red / samples << 16 | green / samples << 8 | blue / samples;
      }
    }
    return out;
  }
}
