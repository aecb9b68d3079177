package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CropDepthTest {
  private static final Path DEFAULT = Path.of("../models/default.onnx");
  private static final int SIDE = 96;

  @Test
  void theMirroredCropHasTheMirroredDepth() throws IOException {
    assumeTrue(Files.exists(DEFAULT), "there are no weights");
    float[] rgb = new float[3 * SIDE * SIDE];
    Random random = new Random(5);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (float) (128 + 60 * Math.sin(i % SIDE * 0.07) + 30 * random.nextGaussian());
    }
    try (DepthModel model = DepthModel.open(DEFAULT, 1)) {
      float[] depth = CropDepth.predict(model, rgb, SIDE).depth();
      float[] mirrored = CropDepth.predict(model, mirrored(rgb), SIDE).depth();
      float[] back = mirrored(mirrored);
      for (int i = 0; i < depth.length; i++) {
        assertThat(back[i]).isCloseTo(depth[i], within(1e-4f));
      }
    }
  }

  @Test
  void refusesAnArrayThatIsNoSquare() throws IOException {
    try (DepthModel model = DepthModel.open("tiny.onnx", TinyModel.face(64).bytes(), 1)) {
      assertThatThrownBy(() -> CropDepth.predict(model, new float[3 * 63], 8))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("8x8");
    }
  }

  private static float[] mirrored(float[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i - i % SIDE + SIDE - 1 - i % SIDE];
    }
    return out;
  }
}
