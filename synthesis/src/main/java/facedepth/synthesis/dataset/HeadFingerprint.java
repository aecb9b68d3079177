package facedepth.synthesis.dataset;

import facedepth.synthesis.HeadModel;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/** Tells head models apart. */
public final class HeadFingerprint {
  private HeadFingerprint() {}

  /** Eight hexadecimal digits that depend on every vertex, mode, expression and triangle. */
  public static String of(HeadModel head) {
    CRC32 sum = new CRC32();
    add(sum, head.neutral());
    for (List<float[]> shapes : List.of(head.identityModes(), head.expressionShapes())) {
      shapes.forEach(shape -> add(sum, shape));
    }
    for (int[] indices : List.of(head.triangles(), head.landmarks())) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * indices.length);
      bytes.asIntBuffer().put(indices);
      sum.update(bytes.array());
    }
    return String.format("%08x", sum.getValue());
  }

  private static void add(CRC32 sum, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    sum.update(bytes.array());
  }
}
