package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthPng;
import facedepth.geometry.DepthRange;
import facedepth.geometry.LegacyMesh;
import facedepth.geometry.NpyFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
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
  void previewAndTurntableArePicturesOfTheMesh() throws IOException {
    Path image = Pictures.noise(folder.resolve("a.png"), 2 * SIDE, 2 * SIDE);
    Path preview = folder.resolve("pictures/preview.png");
    Path turntable = folder.resolve("pictures/turntable.gif");
    CommandRun run =
        CommandRun.of(
            "mesh",
            bowlNpy(),
            "--image",
            image,
            "--output",
            folder.resolve("a.ply"),
            "--preview",
            preview,
            "--turntable",
            turntable);
    assertThat(run.err()).isEmpty();
    BufferedImage picture = ImageIO.read(preview.toFile());
    assertThat(picture.getWidth()).isGreaterThan(2 * picture.getHeight() - 50);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(turntable.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(32);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void theEyesInThePhotoSayHowLargeTheFaceIs() throws IOException {
    Path example = Repository.root().resolve("examples/portrait.png");
    Path model = Repository.root().resolve("models/default.onnx");
    assumeTrue(Files.exists(model), "models/default.onnx is not there");
    CommandRun first =
        CommandRun.of("reconstruct", example, "--model", model, "--output", folder, "--unit", "mm");
    assertThat(first.exitCode()).isEqualTo(0);
    Path written = folder.resolve("portrait");
    JsonNode scale =
        new ObjectMapper().readTree(written.resolve("reconstruction.json").toFile()).path("scale");
    assertThat(scale.has("eyes_in_photo")).isTrue();
    CommandRun again =
        CommandRun.of(
            "mesh",
            written.resolve("depth.npy"),
            "--image",
            example,
            "--output",
            folder.resolve("again.obj"),
            "--unit",
            "mm");
    double millimetres = scale.path("millimetres_per_crop_width").asDouble();
    assertThat(again.errorLines())
        .singleElement()
        .asString()
        .contains(String.format(Locale.ROOT, "taken for %.0f mm", millimetres));
  }

  @Test
  void millimetresAreSaidAndMeant() throws IOException {
    Path mesh = folder.resolve("a.obj");
    CommandRun run = CommandRun.of("mesh", bowlNpy(), "--output", mesh, "--eye-distance", "67");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.errorLines()).singleElement().asString().contains("250 mm", "eye-distance");
    double first =
        Files.readAllLines(mesh).stream()
            .filter(line -> line.startsWith("v "))
            .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[1]))
            .findFirst()
            .orElseThrow();
    assertThat(first).isBetween(-140.0, -110.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--solid", "--relief 4", "--relief 4 --plate medal"})
  void closedFormsAreWritten(String form) throws IOException {
    Path mesh = folder.resolve("a.stl");
    String words = "mesh " + bowlNpy() + " --output " + mesh + " --max-triangles 1200 " + form;
    CommandRun run = CommandRun.of((Object[]) words.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(Files.size(mesh)).isBetween(84 + 50 * 100L, 84 + 50 * 1200L);
  }

  @Test
  void depthWithoutASurfaceIsOneLine() throws IOException {
    float[] values = new float[SIDE * SIDE];
    Arrays.fill(values, Float.NaN);
    Path npy = folder.resolve("thin.npy");
    for (int y = 0; y < SIDE; y++) {
      values[y * SIDE + 7] = y * 0.01f;
    }
    NpyFile.write(npy, new DepthMap(SIDE, SIDE, values));
    CommandRun run = CommandRun.of("mesh", npy, "--output", folder.resolve("a.glb"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("thin.npy", "too thin");
  }

  /**
   * What is too small, empty or wild for a mesh says so in one line; a flat or holed map has one.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "--solid", "--relief 5", "--detail 3", "--max-triangles 100"})
  void badDepthIsALineOrASmallMesh(String options) throws IOException {
    float[] holed = bowl().values().clone();
    for (int i = 0; i < holed.length; i += 7) {
      holed[i] = i % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY;
    }
    float[] wild = bowl().values().clone();
    for (int i = 0; i < wild.length; i++) {
      wild[i] *= 1e30f;
    }
    float[] nothing = new float[SIDE * SIDE];
    Arrays.fill(nothing, Float.NaN);
    assertThat(meshOf(new DepthMap(SIDE, SIDE, nothing), options)).contains("holds no face");
    assertThat(meshOf(new DepthMap(1, 1, new float[1]), options)).contains("too thin");
    assertThat(meshOf(new DepthMap(SIDE, 1, new float[SIDE]), options)).contains("too thin");
    assertThat(meshOf(new DepthMap(SIDE, SIDE, new float[SIDE * SIDE]), options)).isEmpty();
    assertThat(meshOf(new DepthMap(SIDE, SIDE, holed), options)).isEmpty();
    if (!options.startsWith("--relief")) { // which is pressed flat, whatever it was
      assertThat(meshOf(new DepthMap(SIDE, SIDE, wild), options)).contains("behind the camera");
    }
  }

  /** The line that a failure says, empty for a mesh that is there. */
  private String meshOf(DepthMap map, String options) throws IOException {
    Path npy = folder.resolve("bad.npy");
    Path mesh = folder.resolve("bad.stl");
    Files.deleteIfExists(mesh);
    NpyFile.write(npy, map);
    String words = "mesh " + npy + " --output " + mesh + " " + options;
    CommandRun run = CommandRun.of((Object[]) words.strip().split(" ", -1));
    if (run.exitCode() == 0) {
      assertThat(mesh).isNotEmptyFile();
      return "";
    }
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(mesh).doesNotExist();
    assertThat(run.errorLines()).singleElement().asString().contains("bad.npy");
    return run.err();
  }

  @Test
  void aBrokenExrIsOneLine() throws IOException {
    Path broken = folder.resolve("broken.exr");
    Files.write(broken, new byte[] {0x76, 0x2f, 0x31, 0x01, 2, 0, 0, 0, 'c'});
    CommandRun run = CommandRun.of("mesh", broken, "--output", folder.resolve("a.glb"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("broken.exr", "OpenEXR");
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
        "--legacy --solid --output mesh.obj",
        "--output mesh.stl --solid --relief 3",
        "--output mesh.stl --plate medal",
        "--output mesh.stl --relief 0",
        "--output mesh.stl --max-triangles 3",
        "--output mesh.stl --detail 9",
        "--output mesh.stl --eye-distance 6",
        "--output mesh.stl --unit inch",
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
