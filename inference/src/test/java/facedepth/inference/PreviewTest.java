package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.GridMesher;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshOptions;
import facedepth.geometry.TextureMapping;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private static final int BACKGROUND = 0xececec;

  /** A half sphere bulging to the viewer, its left half red, its right half blue. */
  private static MeshView view(int side) {
    int n = 64;
    float[] depth = new float[n * n];
    byte[] bgr = new byte[3 * n * n];
    for (int i = 0; i < depth.length; i++) {
      double u = (i % n + 0.5) / n - 0.5;
      double v = (i / n + 0.5) / n - 0.5;
      double r2 = u * u + v * v;
      depth[i] = r2 < 0.09 ? (float) -Math.sqrt(0.1 - r2) : Float.NaN;
      bgr[3 * i + (u < 0 ? 2 : 0)] = (byte) 255;
    }
    Mesh mesh =
        GridMesher.mesh(
            new DepthMap(n, n, depth).centred(),
            CropCamera.ORTHOGRAPHIC,
            MeshOptions.DEFAULT,
            TextureMapping.stretched(n, n, n, n));
    Photo texture = new Photo("halves", n, n, bgr, OptionalDouble.empty());
    return new MeshView(mesh, texture, side, 1, BACKGROUND);
  }

  private static int count(int[] picture, int mask) {
    int count = 0;
    for (int rgb : picture) {
      int others = rgb & ~mask;
      count += (rgb & mask) != 0 && others == 0 && rgb != BACKGROUND ? 1 : 0;
    }
    return count;
  }

  @Test
  void theFrontShowsBothHalvesAlike() {
    int[] front = view(80).from(0);
    assertThat(front[0]).isEqualTo(BACKGROUND);
    assertThat(count(front, 0xff0000)).isGreaterThan(500);
    assertThat(count(front, 0xff0000)).isCloseTo(count(front, 0x0000ff), withinPixels(60));
    int left = front[40 * 80 + 30];
    assertThat(left >> 16).isGreaterThan(150);
  }

  @Test
  void aViewerAtThePicturesLeftSeesMoreOfTheLeftHalf() {
    int[] left = view(80).from(45);
    int[] right = view(80).from(-45);
    assertThat(count(left, 0xff0000)).isGreaterThan(2 * count(left, 0x0000ff));
    assertThat(count(right, 0x0000ff)).isGreaterThan(2 * count(right, 0xff0000));
  }

  private static Offset<Integer> withinPixels(int pixels) {
    return within(pixels);
  }

  @Test
  void nearIsBrightAndFarIsDark() {
    assertThat(DepthColours.colour(0)).isEqualTo(0xfde725);
    assertThat(DepthColours.colour(1)).isEqualTo(0x440154);
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 20; i++) {
      int rgb = DepthColours.colour(i / 20.0);
      double luma = 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
      assertThat(luma).isLessThan(before);
      before = luma;
    }
  }
}
