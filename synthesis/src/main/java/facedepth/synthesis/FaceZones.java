package facedepth.synthesis;

/**
 * How much each cell of a coarse map of the head's skin belongs to the zones that differ in colour,
 * worked out once a head. The map's columns run along {@link #across}, its rows along y.
 */
final class FaceZones {
  static final float CELL = 0.3f;
  static final float LEFT = -16;
  static final float BOTTOM = -16;
  static final int COLUMNS = 108;
  static final int ROWS = 98;

  final float[] cheek = new float[COLUMNS * ROWS];
  final float[] nose = new float[COLUMNS * ROWS];
  final float[] chin = new float[COLUMNS * ROWS];
  final float[] ear = new float[COLUMNS * ROWS];
  final float[] forehead = new float[COLUMNS * ROWS];
  final float[] eyeRing = new float[COLUMNS * ROWS];
  final float[] upperLid = new float[COLUMNS * ROWS];
  final float[] neck = new float[COLUMNS * ROWS];

  FaceZones(FaceAtlas atlas) {
    float[] eye = atlas.eyeCentre();
    float tipY = atlas.landmark(30, 1);
    float mouthY = atlas.landmark(57, 1);
    float chinY = atlas.landmark(8, 1);
    float browY = atlas.landmark(24, 1);
    float cheekX = 1.4f * eye[0];
    for (int row = 0; row < ROWS; row++) {
      float y = BOTTOM + row * CELL;
      for (int column = 0; column < COLUMNS; column++) {
        float side = Math.abs(LEFT + column * CELL);
        int i = row * COLUMNS + column;
        cheek[i] = bell(side - cheekX, 2.3f) * bell(y - tipY + 0.9f, 2.1f);
        nose[i] = bell(side, 1.5f) * bell(y - tipY + 0.1f, 1.3f);
        chin[i] = bell(side, 2.2f) * bell(y - 0.6f * chinY - 0.4f * mouthY, 1.5f);
        ear[i] =
            FaceAtlas.smoothstep(11, 12, side)
                * FaceAtlas.smoothstep(-2.8f, -2, y)
                * FaceAtlas.smoothstep(4.8f, 4, y);
        forehead[i] = FaceAtlas.smoothstep(browY, browY + 1.2f, y) * bell(side, 7);
        float lid = atlas.features().fromLid(side, y);
        boolean under = y < eye[1] + 0.3f;
        eyeRing[i] =
            lid > 8 ? 0 : FaceAtlas.smoothstep(under ? 1.7f : 1.1f, 0.1f, Math.max(0, lid));
        upperLid[i] = under || lid > 8 ? 0 : FaceAtlas.smoothstep(0.95f, 0.55f, lid);
        neck[i] = FaceAtlas.smoothstep(0, -1.6f, y - atlas.jawHeight(side));
      }
    }
  }

  /** Column coordinate of a place: runs on round the sides of the head, where x alone stands. */
  static float across(float x, float z) {
    return z < 10 ? x * (2 - 0.1f * z) : x;
  }

  private static float bell(float value, float width) {
    float t = value / width;
    float u = 1 / (1 + t * t);
    return u * u;
  }
}
