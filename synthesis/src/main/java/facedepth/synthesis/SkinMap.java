package facedepth.synthesis;

/**
 * The slow changes of one person's skin over the head, painted once on the map of {@link FaceZones}
 * and read at every point.
 */
final class SkinMap {
  private static final int CHANNELS = 6;
  private static final float BLUE_OF_STUBBLE = 0.5f;

  private final float[] cells = new float[CHANNELS * FaceZones.COLUMNS * FaceZones.ROWS];

  SkinMap(FaceZones zones, Appearance look, BeardGrowth growth, float offsetU, float offsetV) {
    Complexion skin = look.complexion();
    Makeup makeup = look.makeup();
    float even = 1 - 0.8f * makeup.foundation();
    float melanin = SkinOptics.melaninAt(skin.melanin());
    float blood = SkinOptics.bloodAt(skin.blood());
    float perMelanin = SkinOptics.melaninAt(1) - SkinOptics.melaninAt((float) Math.exp(-1));
    float perBlood = SkinOptics.bloodAt(1) - SkinOptics.bloodAt((float) Math.exp(-1));
    float[] mottle = DetailTile.SHARED.mottle;
    float[] rgb = new float[3];
    float[] rouge = skin.colour(0, 2);
    rouge[0] = Math.min(0.8f, rouge[0] * 1.15f);
    float shadow = look.stubble() * 0.45f;
    for (int row = 0, i = 0; row < FaceZones.ROWS; row++) {
      float y = FaceZones.BOTTOM + row * FaceZones.CELL;
      for (int column = 0; column < FaceZones.COLUMNS; column++, i++) {
        float across = FaceZones.LEFT + column * FaceZones.CELL;
        float slow =
            mottle[DetailTile.index((int) (across * 5 + offsetU), (int) (y * 5 + offsetV))];
        float other = mottle[DetailTile.index((int) (y * 6 - offsetV), (int) (across * 6 + 90))];
        float dark =
            skin.tan() * (0.22f * zones.forehead[i] + 0.2f * zones.nose[i] + 0.12f * zones.cheek[i])
                + 0.75f * skin.eyeRings() * zones.eyeRing[i]
                - (0.06f + 0.14f * skin.tan()) * zones.neck[i]
                + 0.26f * skin.blotch() * slow;
        float red =
            skin.blush()
                    * (1.1f * zones.cheek[i]
                        + 1.1f * zones.nose[i]
                        + 0.5f * zones.chin[i]
                        + 0.9f * zones.ear[i])
                - 0.25f * zones.forehead[i]
                + (0.25f + 0.3f * skin.eyeRings()) * zones.eyeRing[i]
                + 0.7f * skin.blotch() * other;
        SkinOptics.reflect(
            melanin + perMelanin * even * dark, blood + perBlood * even * red, skin.reddish(), rgb);
        float paint = makeup.rouge() * 0.6f * zones.cheek[i];
        float lid = makeup.lids() * zones.upperLid[i];
        float grown = growth.at(Math.abs(across), y, other);
        float shaved = shadow > 0 ? shadow * growth.shaved(Math.abs(across), y) : 0;
        int at = CHANNELS * i;
        for (int c = 0; c < 3; c++) {
          float value = rgb[c] + paint * (rouge[c] - rgb[c]);
          value += lid * (makeup.shadow()[c] - value);
          float under =
              look.beardCut().colour()[c] * 0.5f + value * BLUE_OF_STUBBLE * (0.34f + 0.1f * c);
          cells[at + c] = value + shaved * (under - value);
        }
        cells[at + 3] =
            0.55f
                + 0.6f * zones.nose[i]
                + 0.35f * zones.forehead[i]
                + 0.25f * zones.chin[i]
                + 0.2f * zones.cheek[i]
                - 0.3f * zones.neck[i];
        cells[at + 4] = grown;
        cells[at + 5] = Math.min(1, zones.cheek[i] + zones.nose[i] + 0.35f * zones.forehead[i]);
      }
    }
  }

  /**
   * Reads the map.
   *
   * @param across by {@link FaceZones#across}
   * @param out receives red, green, blue, shine, cover of beard, share of freckles
   */
  void read(float across, float y, float[] out) {
    float u = (across - FaceZones.LEFT) * (1 / FaceZones.CELL);
    float v = (y - FaceZones.BOTTOM) * (1 / FaceZones.CELL);
    u = Math.max(0, Math.min(FaceZones.COLUMNS - 1.001f, u));
    v = Math.max(0, Math.min(FaceZones.ROWS - 1.001f, v));
    int column = (int) u;
    int row = (int) v;
    u -= column;
    v -= row;
    int a = CHANNELS * (row * FaceZones.COLUMNS + column);
    int b = a + CHANNELS * FaceZones.COLUMNS;
    float w11 = u * v;
    float w10 = u - w11;
    float w01 = v - w11;
    float w00 = 1 - u - w01;
    for (int c = 0; c < CHANNELS; c++) {
      out[c] =
          w00 * cells[a + c]
              + w10 * cells[a + CHANNELS + c]
              + w01 * cells[b + c]
              + w11 * cells[b + CHANNELS + c];
    }
  }

  /** Cover of a grown beard, 0 to 1. */
  float beard(float across, float y, float[] scratch) {
    read(across, y, scratch);
    return scratch[4];
  }
}
