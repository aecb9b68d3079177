package facedepth.synthesis;

import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.Rasterizer;
import facedepth.rendering.ScreenVertices;

/**
 * A scene seen through one pinhole: the nearest solid, hair and worn surface behind each sample.
 */
final class Fragments {
  final FragmentBuffer solid;
  final FragmentBuffer hair;
  final FragmentBuffer worn;
  final ScreenVertices screen = new ScreenVertices();
  private final int size;
  private final float samplesPerWidth;
  private Framing.Frame frame = new Framing.Frame(1, 0, 0, 0);

  /**
   * Room for a square of samples about the middle of the picture.
   *
   * @param size samples a side
   * @param samplesPerWidth how many samples a width of the picture spans
   */
  Fragments(int size, float samplesPerWidth) {
    this.size = size;
    this.samplesPerWidth = samplesPerWidth;
    solid = new FragmentBuffer(size, size);
    hair = new FragmentBuffer(size, size);
    worn = new FragmentBuffer(size, size);
  }

  int size() {
    return size;
  }

  /**
   * Draws the scene.
   *
   * @param onlyFraming whether to leave out what does not decide the crop
   */
  void draw(SceneMesh scene, Framing.Frame camera, boolean onlyFraming) {
    frame = camera;
    float centre = (size - 1) / 2f;
    screen.perspective(
        scene.position,
        scene.vertexCount(),
        camera.shiftX(),
        camera.shiftY(),
        camera.distance(),
        camera.focalLength() * samplesPerWidth,
        centre,
        centre);
    solid.clear();
    hair.clear();
    worn.clear();
    for (SceneRun run : scene.runs()) {
      Layer layer = run.layer();
      if (!onlyFraming || layer.isFraming()) {
        Rasterizer.draw(
            screen,
            scene.triangles(),
            run.from(),
            run.to(),
            layer.isTwoSided() ? Rasterizer.Cull.NONE : Rasterizer.Cull.CLOCKWISE,
            buffer(layer));
      }
    }
  }

  private FragmentBuffer buffer(Layer layer) {
    return switch (layer) {
      case SOLID, INSIDE, OBSTACLE -> solid;
      case HAIR -> hair;
      case WORN -> worn;
    };
  }

  /**
   * The point behind a sample at a camera z, in the scene's coordinates (camera axes, centimetres).
   *
   * @param out receives three coordinates
   */
  void point(int column, int row, float z, float[] out) {
    float centre = (size - 1) / 2f;
    float spread = z / (frame.focalLength() * samplesPerWidth);
    out[0] = (column - centre) * spread - frame.shiftX();
    out[1] = (row - centre) * spread - frame.shiftY();
    out[2] = z - frame.distance();
  }

  /** Distance of neighbouring samples in centimetres at the head. */
  float spacing() {
    return frame.distance() / (frame.focalLength() * samplesPerWidth);
  }
}
