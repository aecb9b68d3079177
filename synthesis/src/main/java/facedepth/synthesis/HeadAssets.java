package facedepth.synthesis;

import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.Rasterizer;
import facedepth.rendering.ScreenVertices;
import java.util.EnumMap;
import java.util.Map;

/**
 * A head with what is computed once from it and shared by all threads that render it.
 *
 * @param head the model
 * @param atlas where things are on it
 * @param partCorners corner indices of the triangles of each part
 * @param openness for each vertex the share of the sky it sees on the neutral head, 0 to 1
 */
record HeadAssets(
    HeadModel head, FaceAtlas atlas, float[] openness, Map<HeadPart, int[]> partCorners) {
  private static final int DIRECTIONS = 64;
  private static final int SIZE = 256;
  private static final float REACH = 25;

  static HeadAssets of(HeadModel head) {
    Map<HeadPart, int[]> corners = new EnumMap<>(HeadPart.class);
    for (HeadPart part : HeadPart.values()) {
      corners.put(part, head.trianglesOf(part));
    }
    return new HeadAssets(head, new FaceAtlas(head), openness(head), corners);
  }

  /** Corner indices of the triangles of a part. */
  int[] corners(HeadPart part) {
    return partCorners.get(part);
  }

  /** Ambient occlusion by parallel projections from directions spread evenly over the sphere. */
  private static float[] openness(HeadModel head) {
    int count = head.vertexCount();
    int[] casters = head.trianglesOf(HeadPart.SKIN, HeadPart.BACK, HeadPart.EYE);
    SceneMesh mesh = new SceneMesh();
    mesh.vertices(head.neutral(), head.neutral());
    for (int t = 0; t < head.triangleParts().length; t++) {
      int[] c = head.triangles();
      mesh.triangle(c[3 * t], c[3 * t + 1], c[3 * t + 2], Material.of(head.triangleParts()[t]));
    }
    mesh.computeNormals();
    float[] seen = new float[count];
    float[] possible = new float[count];
    ScreenVertices screen = new ScreenVertices();
    FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
    for (int k = 0; k < DIRECTIONS; k++) {
      // Fibonacci sphere.
      double up = 1 - 2 * (k + 0.5) / DIRECTIONS;
      double around = k * Math.PI * (3 - Math.sqrt(5));
      double ring = Math.sqrt(1 - up * up);
      float dx = (float) (ring * Math.cos(around));
      float dy = (float) up;
      float dz = (float) (ring * Math.sin(around));
      float rx = (float) -Math.sin(around);
      float rz = (float) Math.cos(around);
      float ux = -dy * rz;
      float uy = dx * rz - dz * rx;
      float uz = dy * rx;
      float scale = SIZE / (2 * REACH);
      float middle = SIZE / 2f;
      float[] toScreen = {
        rx * scale,
        0,
        rz * scale,
        middle,
        ux * scale,
        uy * scale,
        uz * scale,
        middle,
        -dx,
        -dy,
        -dz,
        0
      };
      screen.orthographic(head.neutral(), count, toScreen);
      buffer.clear();
      Rasterizer.draw(screen, casters, 0, casters.length / 3, Rasterizer.Cull.NONE, buffer);
      for (int i = 0; i < count; i++) {
        float facing =
            dx * mesh.normal[3 * i] + dy * mesh.normal[3 * i + 1] + dz * mesh.normal[3 * i + 2];
        if (facing <= 0.02f) {
          continue;
        }
        possible[i] += facing;
        float px = head.neutral()[3 * i];
        float py = head.neutral()[3 * i + 1];
        float pz = head.neutral()[3 * i + 2];
        int column = Math.round((rx * px + rz * pz) * scale + middle);
        int row = Math.round((ux * px + uy * py + uz * pz) * scale + middle);
        float depth = -(dx * px + dy * py + dz * pz);
        if (depth - 0.3f < buffer.depth(row * SIZE + column)) {
          seen[i] += facing;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      seen[i] = possible[i] > 0 ? seen[i] / possible[i] : 1;
    }
    return seen;
  }
}
