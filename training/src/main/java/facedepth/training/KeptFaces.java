package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.synthesis.dataset.Picture;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Faces that cost much to make, kept for when they are asked for again, as far as there is room:
 * for the mean face all are looked at before the first is judged.
 */
final class KeptFaces implements EvaluationSet {
  private static final Picture NONE = new Picture(1, new float[3]);

  private final EvaluationSet set;
  private final AtomicLong room;
  private final Map<Integer, Kept> faces = new ConcurrentHashMap<>();

  /** A face whose picture, whole numbers 0 to 255, takes a quarter of the memory. */
  @SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
  private record Kept(EvaluationFace face, byte[] rgb) {
    static Kept of(EvaluationFace face) {
      float[] pixels = face.rgb();
      byte[] rgb = new byte[pixels.length];
      for (int i = 0; i < rgb.length; i++) {
        rgb[i] = (byte) (int) pixels[i];
      }
      return new Kept(face.with(NONE), rgb);
    }

    EvaluationFace shown() {
      float[] pixels = new float[rgb.length];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = rgb[i] & 0xff;
      }
      return face.with(new Picture((int) Math.round(Math.sqrt(rgb.length / 3.0)), pixels));
    }
  }

  /**
   * Keeps faces of a set whose pictures hold whole numbers.
   *
   * @param room in bytes
   */
  KeptFaces(EvaluationSet set, long room) {
    this.set = set;
    this.room = new AtomicLong(room);
  }

  @Override
  public String title() {
    return set.title();
  }

  @Override
  public int count() {
    return set.count();
  }

  @Override
  public EvaluationFace face(int index) throws IOException {
    Kept kept = faces.get(index);
    if (kept != null) {
      return kept.shown();
    }
    EvaluationFace face = set.face(index);
    DepthMap depth = face.depth();
    long bytes = face.rgb().length + 4L * depth.width() * depth.height();
    if (room.addAndGet(-bytes) >= 0) {
      faces.put(index, Kept.of(face));
    } else {
      room.addAndGet(bytes);
    }
    return face;
  }
}
