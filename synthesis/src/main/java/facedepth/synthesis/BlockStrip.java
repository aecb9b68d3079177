package facedepth.synthesis;

import java.util.Arrays;

/**
 * Eight rows of a plane at a time through the cosine transform, quantisation and back. All blocks
 * of a strip are transformed side by side, so that the machine does many at once: down the columns,
 * then every block transposed, then down the columns again.
 */
final class BlockStrip {
  private static final float[] COSINE = new float[8];

  static {
    for (int k = 0; k < 8; k++) {
      COSINE[k] = (float) (0.5 * Math.cos(k * Math.PI / 16));
    }
  }

  private static final float C1 = COSINE[1];
  private static final float C2 = COSINE[2];
  private static final float C3 = COSINE[3];
  private static final float C4 = COSINE[4]; // also the norm of the constant: half of root half
  private static final float C5 = COSINE[5];
  private static final float C6 = COSINE[6];
  private static final float C7 = COSINE[7];

  private final int size;
  private final int padded;
  private final float[][] rows;
  private final float[][] turned;
  private final float[][] step;
  private final float[][] inverse;

  BlockStrip(int size) {
    this.size = size;
    padded = (size + 7) / 8 * 8;
    rows = new float[8][padded];
    turned = new float[8][padded];
    step = new float[8][padded];
    inverse = new float[8][padded];
  }

  /**
   * Quantises a plane in place; blocks that reach beyond it see its last pixels repeated.
   *
   * @param steps 64 steps, row by row of a block
   */
  void quantise(float[] plane, int[] steps) {
    for (int k = 0; k < 8; k++) {
      for (int x = 0; x < padded; x++) {
        // Blocks lie transposed when they are quantised.
        step[k][x] = steps[8 * (x & 7) + k];
        inverse[k][x] = 1 / step[k][x];
      }
    }
    for (int top = 0; top < size; top += 8) {
      for (int k = 0; k < 8; k++) {
        int at = Math.min(size - 1, top + k) * size;
        System.arraycopy(plane, at, rows[k], 0, size);
        Arrays.fill(rows[k], size, padded, plane[at + size - 1]);
      }
      forward(rows);
      transpose(rows, turned);
      forward(turned);
      for (int k = 0; k < 8; k++) {
        round(turned[k], step[k], inverse[k]);
      }
      backward(turned);
      transpose(turned, rows);
      backward(rows);
      for (int k = 0; k < 8 && top + k < size; k++) {
        System.arraycopy(rows[k], 0, plane, (top + k) * size, size);
      }
    }
  }

  private void round(float[] values, float[] steps, float[] inverses) {
    for (int x = 0; x < padded; x++) {
      values[x] = BlockCompression.rounded(values[x] * inverses[x]) * steps[x];
    }
  }

  private void transpose(float[][] from, float[][] to) {
    for (int k = 0; k < 8; k++) {
      float[] target = to[k];
      for (int n = 0; n < 8; n++) {
        float[] source = from[n];
        for (int x = 0; x < padded; x += 8) {
          target[x + n] = source[x + k];
        }
      }
    }
  }

  /** Cosine transform of every column, orthonormal. */
  private void forward(float[][] r) {
    float[] r0 = r[0];
    float[] r1 = r[1];
    float[] r2 = r[2];
    float[] r3 = r[3];
    float[] r4 = r[4];
    float[] r5 = r[5];
    float[] r6 = r[6];
    float[] r7 = r[7];
    for (int x = 0; x < padded; x++) {
      float s0 = r0[x] + r7[x];
      float s1 = r1[x] + r6[x];
      float s2 = r2[x] + r5[x];
      float s3 = r3[x] + r4[x];
      float d0 = r0[x] - r7[x];
      float d1 = r1[x] - r6[x];
      float d2 = r2[x] - r5[x];
      float d3 = r3[x] - r4[x];
      float e0 = s0 + s3;
      float e1 = s1 + s2;
      float e2 = s0 - s3;
      float e3 = s1 - s2;
      r0[x] = C4 * (e0 + e1);
      r1[x] = C1 * d0 + C3 * d1 + C5 * d2 + C7 * d3;
      r2[x] = C2 * e2 + C6 * e3;
      r3[x] = C3 * d0 - C7 * d1 - C1 * d2 - C5 * d3;
      r4[x] = C4 * (e0 - e1);
      r5[x] = C5 * d0 - C1 * d1 + C7 * d2 + C3 * d3;
      r6[x] = C6 * e2 - C2 * e3;
      r7[x] = C7 * d0 - C5 * d1 + C3 * d2 - C1 * d3;
    }
  }

  private void backward(float[][] r) {
    float[] r0 = r[0];
    float[] r1 = r[1];
    float[] r2 = r[2];
    float[] r3 = r[3];
    float[] r4 = r[4];
    float[] r5 = r[5];
    float[] r6 = r[6];
    float[] r7 = r[7];
    for (int x = 0; x < padded; x++) {
      float e0 = C4 * (r0[x] + r4[x]);
      float e1 = C4 * (r0[x] - r4[x]);
      float e2 = C2 * r2[x] + C6 * r6[x];
      float e3 = C6 * r2[x] - C2 * r6[x];
      float s0 = e0 + e2;
      float s1 = e1 + e3;
      float s2 = e1 - e3;
      float s3 = e0 - e2;
      float d0 = C1 * r1[x] + C3 * r3[x] + C5 * r5[x] + C7 * r7[x];
      float d1 = C3 * r1[x] - C7 * r3[x] - C1 * r5[x] - C5 * r7[x];
      float d2 = C5 * r1[x] - C1 * r3[x] + C7 * r5[x] + C3 * r7[x];
      float d3 = C7 * r1[x] - C5 * r3[x] + C3 * r5[x] - C1 * r7[x];
      r0[x] = s0 + d0;
      r7[x] = s0 - d0;
      r1[x] = s1 + d1;
      r6[x] = s1 - d1;
      r2[x] = s2 + d2;
      r5[x] = s2 - d2;
      r3[x] = s3 + d3;
      r4[x] = s3 - d3;
    }
  }
}
