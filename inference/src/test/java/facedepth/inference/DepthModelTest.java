package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepthModelTest {
  @TempDir Path folder;

  private static DepthModel open(TinyModel model) throws IOException {
    return DepthModel.open("tiny.onnx", model.bytes(), 1);
  }

  @Test
  void aFaceModelAnswersDepthAndMask() throws IOException {
    try (DepthModel model = open(TinyModel.face(64))) {
      assertThat(model.kind()).isEqualTo(ModelKind.FACE);
      assertThat(model.size(1)).isEqualTo(new NetworkSize(64, 64));
      float[] image = new float[3 * 4 * 2];
      image[0] = 200; // red of the first pixel
      image[8] = 228; // green of the first pixel
      DepthPrediction prediction = model.predict(image, 4, 2);
      assertThat(prediction.depth()[0]).isEqualTo(0.25f);
      assertThat(prediction.maskLogits()[0]).isEqualTo(20f);
      assertThat(prediction.maskLogits()[1]).isZero();
    }
  }

  @Test
  void anyOtherDepthNetworkIsRaw() throws IOException {
    try (DepthModel model = open(TinyModel.red())) {
      assertThat(model.kind()).isEqualTo(ModelKind.RAW);
      assertThat(model.predict(new float[] {1, 2, 3}, 1, 1).depth()).containsExactly(1f);
    }
  }

  @Test
  void filesThatAreNoModelsAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.onnx"), "not a model");
    Path half = folder.resolve("half.onnx");
    byte[] whole = TinyModel.face(64).bytes();
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    Path empty = Files.createFile(folder.resolve("empty.onnx"));
    for (Path file : new Path[] {text, half, empty}) {
      assertThatThrownBy(() -> DepthModel.open(file, 1))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageStartingWith(file + ": ")
          .hasMessageNotContaining("\n");
    }
    assertThatThrownBy(() -> DepthModel.open(folder, 1)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> DepthModel.open(folder.resolve("no.onnx"), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such model");
  }

  @Test
  void modelsWithOtherInputsSayWhatTheyHaveAndWhatIsExpected() {
    assertThatThrownBy(() -> open(TinyModel.face(64).channels(4)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("image float [?,4,?,?]")
        .hasMessageContaining("[N,3,H,W]");
    assertThatThrownBy(() -> open(TinyModel.red().metadata("facedepth.kind", "face")))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("mask_logits");
  }

  @Test
  void badArgumentsAreNamed() throws IOException {
    assertThatThrownBy(() -> DepthModel.open("t", TinyModel.red().bytes(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads 0");
    try (DepthModel fixed = open(TinyModel.red().size(8, 4))) {
      assertThatThrownBy(() -> fixed.predict(new float[3 * 64], 8, 8))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("8x4, not 8x8");
      assertThatThrownBy(() -> fixed.predict(new float[5], 8, 4))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
