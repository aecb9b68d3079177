package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.geometry.NpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepthCommandTest {
  @TempDir Path folder;

  private Path model;
  private Path output;

  @BeforeEach
  void setUp() throws IOException {
    model = TinyModels.depthOnly(folder.resolve("tiny.onnx"));
    output = folder.resolve("output");
  }

  @Test
  void writesTheNetworksOutputAtItsOwnSize() throws IOException {
    Path image = Pictures.noise(folder.resolve("a.png"), 96, 64);
    CommandRun run = depth(image);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).isEqualTo(output.resolve("a.npy") + "\n");
    assertThat(NpyFile.read(output.resolve("a.npy")).shape()).containsExactly(64, 96);
  }

  @Test
  void resizesToTheImageIfAsked() throws IOException {
    Path image = Pictures.noise(folder.resolve("a.png"), 100, 90);
    depth(image, "--resize");
    assertThat(NpyFile.read(output.resolve("a.npy")).shape()).containsExactly(90, 100);
  }

  @Test
  void rulesOfMidasBringImagesToASizeOfTheUsersChoice() throws IOException {
    Path image = Pictures.noise(folder.resolve("a.png"), 96, 64);
    depth(image, "--input-size", "64", "--input-rule", "upper-bound");
    assertThat(NpyFile.read(output.resolve("a.npy")).shape()).containsExactly(32, 64);
    depth(image, "--overwrite", "--input-size", "64");
    assertThat(NpyFile.read(output.resolve("a.npy")).shape()).containsExactly(64, 96);
    depth(image, "--overwrite", "--input-size", "64", "--input-rule", "stretch");
    assertThat(NpyFile.read(output.resolve("a.npy")).shape()).containsExactly(64, 64);
    CommandRun wrong = depth(image, "--input-rule", "nearest");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("'nearest'", "minimal, lower-bound, upper-bound");
    assertThat(depth(image, "--input-size", "0").exitCode()).isEqualTo(2);
    CommandRun odd = depth(image, "--overwrite", "--input-size", "50");
    assertThat(odd.exitCode()).isEqualTo(1);
    assertThat(odd.errorLines()).singleElement().asString().contains("multiples of 32", "50");
  }

  @Test
  void imagesOfOneStemAllComeOut() throws IOException {
    Path first = Pictures.noise(folder.resolve("a.png"), 32, 32);
    Path second = Pictures.noise(folder.resolve("a.jpg"), 64, 32);
    CommandRun run = depth(first, Pictures.text(folder.resolve("b.png")), second);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("b.png");
    assertThat(NpyFile.read(output.resolve("a.npy")).shape()).containsExactly(32, 32);
    assertThat(NpyFile.read(output.resolve("a-2.npy")).shape()).containsExactly(32, 64);
  }

  @Test
  void whatIsThereStaysUnlessOverwritingWasAskedFor() throws IOException {
    Path image = Pictures.noise(folder.resolve("a.png"), 32, 32);
    Files.createDirectory(output);
    Path file = Pictures.text(output.resolve("a.npy"));
    CommandRun refused = depth(image);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errorLines()).singleElement().asString().contains("a.npy", "--overwrite");
    assertThat(file).hasContent("no picture at all");
    assertThat(depth(image, "--overwrite").exitCode()).isEqualTo(0);
    assertThat(NpyFile.read(file).shape()).containsExactly(32, 32);
  }

  private CommandRun depth(Object... words) {
    Object[] all = new Object[words.length + 5];
    System.arraycopy(new Object[] {"depth", "--model", model, "--output", output}, 0, all, 0, 5);
    System.arraycopy(words, 0, all, 5, words.length);
    return CommandRun.of(all);
  }
}
