package facedepth.notebook;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.GridMesher;
import facedepth.geometry.Mesh;

/** Half a ball on nothing, as a depth map and as a mesh. */
final class Domes {
  private Domes() {}

  static DepthMap depth(int side) {
    float[] values = new float[side * side];
    for (int i = 0; i < values.length; i++) {
      double x = (i % side + 0.5) / side - 0.5;
      double y = (i / side + 0.5) / side - 0.5;
      double square = 0.16 - x * x - y * y;
      values[i] = square > 0.01 ? (float) -Math.sqrt(square) : Float.NaN;
    }
    return new DepthMap(side, side, values);
  }

  static Mesh mesh(int side) {
    return GridMesher.mesh(depth(side), new CropCamera(4));
  }
}
