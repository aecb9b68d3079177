package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.dataset.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faces in memory, and bowls to fill it with. */
record FaceList(List<EvaluationFace> faces) implements EvaluationSet {
  static final int SIZE = 64;

  @Override
  public String title() {
    return "faces in memory";
  }

  @Override
  public int count() {
    return faces.size();
  }

  @Override
  public EvaluationFace face(int index) {
    return faces.get(index);
  }

  /** Black pictures of bowls {@code height * r^2} deep, of radius 0.4. */
  static EvaluationFace bowl(String name, double height) {
    return bowl(name, height, 0);
  }

  /** The same with one grey all over. */
  static EvaluationFace bowl(String name, double height, float grey) {
    float[] depth = new float[SIZE * SIZE];
    for (int i = 0; i < depth.length; i++) {
      double u = (i % SIZE + 0.5) / SIZE - 0.5;
      double v = (i / SIZE + 0.5) / SIZE - 0.5;
      double r = u * u + v * v;
      depth[i] = r < 0.16 ? (float) (height * r) : Float.NaN;
    }
    float[] rgb = new float[3 * SIZE * SIZE];
    java.util.Arrays.fill(rgb, grey);
    return new EvaluationFace(
        name,
        new Picture(SIZE, rgb),
        new DepthMap(SIZE, SIZE, depth).centred(),
        false,
        true,
        new CropCamera(3),
        Optional.empty(),
        Map.of("side", new Bucket(0, name.equals("right") ? "right" : "left")));
  }
}
