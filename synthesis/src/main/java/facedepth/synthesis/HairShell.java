package facedepth.synthesis;

import java.util.Arrays;

/**
 * The cap of hair that lies under the strands, and is all there is of very short hair. Its
 * coordinates are a place on the scalp rolled out flat round the crown, centimetres, and {@link
 * #MARK} plus how far within the hairline it lies.
 */
final class HairShell {
  /** Added to the third coordinate, by which the shell is told from strands. */
  static final float MARK = 1000;

  private static final float EDGE = -0.6f; // beyond this nothing of the ragged edge is left

  private final HeadModel head;
  private final Scalp scalp;
  private final int[] index;
  private final float[] margin;

  HairShell(HeadModel head, Scalp scalp) {
    this.head = head;
    this.scalp = scalp;
    index = new int[head.vertexCount()];
    margin = new float[head.vertexCount()];
  }

  /**
   * Appends the shell; the scene holds the head's vertices and normals, unposed.
   *
   * @param limit height over the neutral head's origin above which a hat presses hair down
   */
  void build(Hairstyle style, HairVolume volume, float limit, SceneMesh scene) {
    Arrays.fill(index, -1);
    boolean full = style.comb() == Hairstyle.Comb.OUT && style.lift() > 1;
    float share =
        switch (style.cut()) {
          case BUZZ -> 1;
          case QUIFF, UNDERCUT -> 0.72f;
          default -> full ? 0.88f : 0.45f;
        };
    float[] neutral = head.neutral();
    for (int v : scalp.vertices) {
      margin[v] = style.hairline().within(neutral[3 * v], neutral[3 * v + 1], neutral[3 * v + 2]);
    }
    int[] t = scalp.triangles;
    for (int i = 0; i < t.length; i += 3) {
      if (Math.max(margin[t[i]], Math.max(margin[t[i + 1]], margin[t[i + 2]])) > EDGE) {
        for (int k = 0; k < 3; k++) {
          if (index[t[i + k]] < 0) {
            index[t[i + k]] = vertex(t[i + k], volume, share, limit, scene);
          }
        }
        scene.triangle(index[t[i]], index[t[i + 1]], index[t[i + 2]], Material.HAIR);
      }
    }
  }

  private int vertex(int v, HairVolume volume, float share, float limit, SceneMesh scene) {
    float x = head.neutral()[3 * v];
    float y = head.neutral()[3 * v + 1];
    float z = head.neutral()[3 * v + 2];
    float height = 0.06f + share * volume.height(x, y, z, margin[v]);
    height = y > limit ? Math.min(height, 0.25f) : height;
    float[] p = scene.position;
    float[] n = scene.normal;
    // Rolled out flat from the crown: distance along the skull, direction as seen from above.
    float ring = (float) Math.sqrt(x * x + z * z) + 1e-3f;
    float away = 9 * (float) (Math.PI / 2 - Math.atan2(y - Skull.centreY(), ring)) / ring;
    return scene.vertex(
        p[3 * v] + height * n[3 * v],
        p[3 * v + 1] + height * n[3 * v + 1],
        p[3 * v + 2] + height * n[3 * v + 2],
        x * away,
        z * away,
        MARK + Math.max(-5, Math.min(5, margin[v])));
  }
}
