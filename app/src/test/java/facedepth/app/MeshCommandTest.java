package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthPng;
import facedepth.geometry.DepthRange;
import facedepth.geometry.LegacyMesh;
import facedepth.geometry.NpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshCommandTest {
  private static final int SIDE = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"glb", "obj", "ply", "stl"})
  void writesTheFormatOfTheExtension(String extension) throws IOException {
    Path mesh = folder.resolve("deeper/mesh." + extension);
    CommandRun run = CommandRun.of("mesh", bowlNpy(), "--output", mesh);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(mesh).isNotEmptyFile();
  }

  @Test
  void pngWithItsNotesGivesTheMeshOfTheNpy() throws IOException {
    Path npy = folder.resolve("npy/depth.npy");
    Path png = folder.resolve("png/depth.png");
    Files.createDirectories(npy.getParent());
    Files.createDirectories(png.getParent());
    NpyFile.write(npy, bowl());
    DepthRange range = DepthPng.write(png, bowl());
    for (Path file : List.of(npy, png)) {
      writeNotes(file.resolveSibling("reconstruction.json"), range, 2.5);
    }
    List<double[]> expected = vertices(npy);
    List<double[]> actual = vertices(png);
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).containsExactly(expected.get(i), within(1e-4));
    }
  }

  @Test
  void theFocalLengthOfTheNotesIsUsed() throws IOException {
    Path npy = bowlNpy();
    List<double[]> assumed = vertices(npy);
    writeNotes(npy.resolveSibling("reconstruction.json"), new DepthRange(-1, 1), 1.0);
    List<double[]> noted = vertices(npy);
    double x = (0.5 - SIDE / 2.0) / SIDE;
    double d = bowl().at(0, 0);
    assertThat(noted.get(0)[0]).isCloseTo(x * (1 + d), within(1e-4));
    assertThat(noted.get(0)[0]).isNotEqualTo(assumed.get(0)[0]);
  }

  @Test
  void anImageBecomesTheTextureBesideAnObj() throws IOException {
    Path image = Pictures.noise(folder.resolve("a.png"), 2 * SIDE, 2 * SIDE);
    Path mesh = folder.resolve("a.obj");
    CommandRun run = CommandRun.of("mesh", bowlNpy(), "--image", image, "--output", mesh);
    assertThat(run.err()).isEmpty();
    assertThat(folder.resolve("a-texture.jpg")).isNotEmptyFile();
    assertThat(mesh).content().contains("vt ");
  }

  @Test
  void anImageOfAnotherShapeIsRefused() throws IOException {
    Path image = Pictures.noise(folder.resolve("a.png"), 3 * SIDE, 2 * SIDE);
    Path mesh = folder.resolve("a.glb");
    CommandRun run = CommandRun.of("mesh", bowlNpy(), "--image", image, "--output", mesh);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("120x80", "40x40");
    assertThat(mesh).doesNotExist();
  }

  @Test
  void legacyWritesTheOriginsFile() throws IOException {
    Path png = folder.resolve("depth.png");
    DepthPng.write(png, bowl());
    Path mesh = folder.resolve("mesh.obj");
    CommandRun run = CommandRun.of("mesh", png, "--legacy", "--output", mesh);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(mesh).hasBinaryContent(LegacyMesh.read(png).encode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--output mesh.fbx",
        "--output mesh",
        "--legacy --output mesh.glb",
        "--legacy --image a.png --output mesh.obj",
        ""
      })
  void wrongUsageIsOneLineAndExitCode2(String options) throws IOException {
    Object[] words = ("mesh " + bowlNpy() + " " + options).strip().split(" ", -1);
    CommandRun run = CommandRun.of(words);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines()).singleElement().asString().contains("facedepth mesh --help");
  }

  @Test
  void badDepthFilesAreOneLine() throws IOException {
    Path text = Pictures.text(folder.resolve("text.png"));
    Path missing = folder.resolve("missing.npy");
    for (Path file : List.of(text, missing, folder)) {
      CommandRun run = CommandRun.of("mesh", file, "--output", folder.resolve("mesh.glb"));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errorLines())
          .singleElement()
          .asString()
          .contains(file.toString())
          .doesNotContain("unexpected");
    }
  }

  @Test
  void brokenNotesAreOneLine() throws IOException {
    Path npy = bowlNpy();
    Files.writeString(npy.resolveSibling("reconstruction.json"), "{\"photo_size\": [3, ");
    CommandRun run = CommandRun.of("mesh", npy, "--output", folder.resolve("mesh.glb"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("reconstruction.json");
  }

  private List<double[]> vertices(Path depth) throws IOException {
    Path mesh = folder.resolve("vertices.obj");
    assertThat(CommandRun.of("mesh", depth, "--output", mesh).exitCode()).isEqualTo(0);
    return Files.readAllLines(mesh).stream()
        .filter(line -> line.startsWith("v "))
        .map(line -> line.substring(2).split(" ", -1))
        .map(
            words ->
                new double[] {
                  Double.parseDouble(words[0]),
                  Double.parseDouble(words[1]),
                  Double.parseDouble(words[2])
                })
        .toList();
  }

  private Path bowlNpy() throws IOException {
    Path file = folder.resolve("depth.npy");
    NpyFile.write(file, bowl());
    return file;
  }

  /** Nearest in the middle, a fifth of a crop width deep. */
  private static DepthMap bowl() {
    float[] values = new float[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double u = (x + 0.5) / SIDE - 0.5;
        double v = (y + 0.5) / SIDE - 0.5;
        values[y * SIDE + x] = (float) (0.4 * (u * u + v * v));
      }
    }
    return new DepthMap(SIDE, SIDE, values).centred();
  }

  private static void writeNotes(Path file, DepthRange range, double focalLength)
      throws IOException {
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            """
            {"photo_size": [400, 300], "depth_to_image": [[2, 0, 10], [0, 2, 20]],
             "focal_length_crop_widths": %s, "depth_range": [%s, %s]}
            """,
            focalLength,
            range.nearest(),
            range.farthest()));
  }
}
