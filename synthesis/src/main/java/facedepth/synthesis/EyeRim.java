package facedepth.synthesis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the edge of the skin round the eye at positive x: where the lids end. */
final class EyeRim {
  private EyeRim() {}

  /**
   * x, y pairs in order round the opening; the six landmarks if the skin has no such edge.
   *
   * @param centre x, y of the eye
   */
  static float[] of(HeadModel head, float[] centre) {
    int[] corners = head.trianglesOf(HeadPart.SKIN);
    Map<Long, Boolean> open = new LinkedHashMap<>();
    for (int t = 0; t < corners.length; t++) {
      int a = corners[t];
      int b = corners[t % 3 == 2 ? t - 2 : t + 1];
      if (open.remove(edge(b, a)) == null) {
        open.put(edge(a, b), true);
      }
    }
    Map<Integer, Integer> next = new HashMap<>();
    for (long key : open.keySet()) {
      int from = (int) (key >> 32);
      if (near(head, from, centre)) {
        next.put(from, (int) key);
      }
    }
    float[] ring = new float[2 * next.size()];
    int at = next.isEmpty() ? -1 : next.keySet().iterator().next();
    for (int i = 0; i < ring.length; i += 2) {
      ring[i] = head.neutral()[3 * at];
      ring[i + 1] = head.neutral()[3 * at + 1];
      Integer following = next.get(at);
      if (following == null || !next.containsKey(following)) {
        return landmarks(head);
      }
      at = following;
    }
    return ring.length < 12 ? landmarks(head) : ring;
  }

  private static long edge(int from, int to) {
    return ((long) from << 32) | to;
  }

  private static boolean near(HeadModel head, int vertex, float[] centre) {
    float dx = head.neutral()[3 * vertex] - centre[0];
    float dy = head.neutral()[3 * vertex + 1] - centre[1];
    return dx * dx + dy * dy < 4 && head.neutral()[3 * vertex] > 0;
  }

  private static float[] landmarks(HeadModel head) {
    float[] ring = new float[12];
    for (int i = 0; i < 6; i++) {
      int vertex = head.landmarks()[42 + i];
      ring[2 * i] = head.neutral()[3 * vertex];
      ring[2 * i + 1] = head.neutral()[3 * vertex + 1];
    }
    return ring;
  }
}
