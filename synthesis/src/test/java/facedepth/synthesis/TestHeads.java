package facedepth.synthesis;

import java.util.ArrayList;
import java.util.List;

/** A head simple enough to be known: an ellipsoid of a head's size with two eyeballs. */
public final class TestHeads {
  private TestHeads() {}

  /** Ellipsoid with half axes 7.5, 11, 10 cm, centred 1 cm above the origin. */
  public static HeadModel ellipsoid() {
    List<float[]> vertices = new ArrayList<>();
    List<int[]> triangles = new ArrayList<>();
    List<HeadPart> parts = new ArrayList<>();
    int skin = sphere(vertices, triangles, parts, HeadPart.SKIN, 0, 1, 0, 7.5f, 11, 10, 48);
    sphere(vertices, triangles, parts, HeadPart.EYE, 3, 3.6f, 7.4f, 1.5f, 1.5f, 1.5f, 12);
    sphere(vertices, triangles, parts, HeadPart.EYE, -3, 3.6f, 7.4f, 1.5f, 1.5f, 1.5f, 12);
    float[] neutral = new float[3 * vertices.size()];
    for (int i = 0; i < vertices.size(); i++) {
      System.arraycopy(vertices.get(i), 0, neutral, 3 * i, 3);
    }
    int[] corners = new int[3 * triangles.size()];
    for (int t = 0; t < triangles.size(); t++) {
      System.arraycopy(triangles.get(t), 0, corners, 3 * t, 3);
    }
    float[] wider = new float[neutral.length];
    float[] open = new float[neutral.length];
    for (int i = 0; i < skin; i++) {
      wider[3 * i] = 0.04f * neutral[3 * i];
      open[3 * i + 1] = neutral[3 * i + 1] < -4 ? -1 : 0;
    }
    int[] landmarks = new int[68];
    for (int i = 0; i < 68; i++) {
      landmarks[i] = nearest(neutral, skin, landmarkX(i), landmarkY(i));
    }
    return new HeadModel(
        neutral,
        List.of(wider),
        List.of("jawOpen"),
        List.of(open),
        corners,
        parts.toArray(new HeadPart[0]),
        landmarks);
  }

  /** A rough face: rings for eyes and mouth, a line for each brow. */
  private static float landmarkX(int i) {
    if (i >= 17 && i < 27) {
      return (i < 22 ? -1 : 1) * (1.2f + 1.1f * (i < 22 ? 21 - i : i - 22));
    } else if (i >= 36 && i < 48) {
      return (i < 42 ? -3 : 3) + 1.3f * (float) Math.cos((i - 36) % 6 * Math.PI / 3);
    } else if (i >= 48) {
      return 2.4f * (float) Math.cos((i - 48) * Math.PI / 6);
    }
    return 0;
  }

  private static float landmarkY(int i) {
    if (i >= 17 && i < 27) {
      return 6;
    } else if (i >= 36 && i < 48) {
      return 3.5f + 0.6f * (float) Math.sin((i - 36) % 6 * Math.PI / 3);
    } else if (i >= 48) {
      return -3.5f + 0.8f * (float) Math.sin((i - 48) * Math.PI / 6);
    }
    return 0;
  }

  private static int nearest(float[] neutral, int count, float x, float y) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      double distance =
          Math.hypot(neutral[3 * i] - x, neutral[3 * i + 1] - y)
              + (neutral[3 * i + 2] < 0 ? 99 : 0);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** Returns the number of vertices so far. */
  private static int sphere(
      List<float[]> vertices,
      List<int[]> triangles,
      List<HeadPart> parts,
      HeadPart part,
      float cx,
      float cy,
      float cz,
      float rx,
      float ry,
      float rz,
      int rings) {
    int columns = 2 * rings;
    int first = vertices.size();
    for (int ring = 0; ring <= rings; ring++) {
      double polar = Math.PI * ring / rings;
      for (int column = 0; column < columns; column++) {
        double around = 2 * Math.PI * column / columns;
        vertices.add(
            new float[] {
              cx + rx * (float) (Math.sin(polar) * Math.sin(around)),
              cy + ry * (float) Math.cos(polar),
              cz + rz * (float) (Math.sin(polar) * Math.cos(around))
            });
      }
    }
    for (int ring = 0; ring < rings; ring++) {
      for (int column = 0; column < columns; column++) {
        int a = first + ring * columns + column;
        int b = first + ring * columns + (column + 1) % columns;
        triangles.add(new int[] {a, a + columns, b + columns});
        triangles.add(new int[] {a, b + columns, b});
        parts.add(part);
        parts.add(part);
      }
    }
    return vertices.size();
  }
}
