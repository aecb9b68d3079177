package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.DepthMap;
import facedepth.geometry.NpyFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a mesh in the programs that others open them with, where these are installed. */
class MeshFilesElsewhereTest {
  private static final int SIDE = 48;
  private static final int NOT_INSTALLED = 2;

  @TempDir Path folder;

  @Test
  void blenderImportsEveryFormatUprightAndInColour() throws Exception {
    Map<String, JsonNode> reports = inBlender(List.of(), written(""));

    assertThat(reports).containsOnlyKeys("a.glb", "a.obj", "a.ply", "a.stl");
    reports.forEach(
        (file, report) -> {
          assertThat(report.get("vertices"))
              .as(file)
              .isEqualTo(reports.get("a.glb").get("vertices"));
          // 0.7 by 0.9 in the picture; in space somewhat more, the edge being farther away.
          assertThat(report.get("size").get(0).asDouble()).as(file).isBetween(0.7, 0.77);
          assertThat(report.get("size").get(2).asDouble()).as(file).isBetween(0.9, 0.99);
          if (!file.endsWith(".stl")) {
            // The picture is red on the left and blue at the top.
            assertThat(red(report, "left") - red(report, "right")).as(file).isGreaterThan(0.4);
            assertThat(blue(report, "top") - blue(report, "bottom")).as(file).isGreaterThan(0.4);
          }
        });
    assertThat(reports.get("a.glb").get("texture").toString()).isEqualTo("[96,96]");
    assertThat(reports.get("a.obj").get("texture").toString()).isEqualTo("[96,96]");
  }

  @Test
  void blenderFindsSolidsAndReliefsClosed() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String form : List.of("--solid", "--relief 6 --plate medal", "--relief 6")) {
      files.addAll(written(form));
    }

    Map<String, JsonNode> reports = inBlender(List.of("--closed"), files);

    assertThat(reports).hasSize(12);
    reports.forEach(
        (file, report) -> {
          double metre = file.endsWith(".glb") ? 1 : 1000;
          double unit = file.startsWith("relief") ? 0.235 * metre : 1; // of a crop width
          assertThat(report.get("volume").asDouble() / Math.pow(unit, 3))
              .as(file)
              .isBetween(0.005, 0.2);
        });
  }

  @Test
  void khronosValidatorFindsNothing() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String form : List.of("", "--solid", "--relief 6 --plate medal", "--max-triangles 500")) {
      files.add(written(form).get(0));
    }
    files.add(mesh("bare.glb", ""));

    Map<String, JsonNode> reports = run("check-gltf", files);

    assertThat(reports).hasSize(5);
    reports.forEach((file, report) -> assertThat(report.get("problems")).as(file).isEmpty());
    assertThat(reports.get("max-triangles-500.glb").get("triangles").asInt()).isBetween(300, 500);
  }

  private static double red(JsonNode report, String where) {
    return report.get(where).get(0).asDouble();
  }

  private static double blue(JsonNode report, String where) {
    return report.get(where).get(2).asDouble();
  }

  private static Map<String, JsonNode> inBlender(List<String> options, List<Path> files)
      throws Exception {
    List<Object> arguments = new ArrayList<>(options);
    arguments.addAll(files);
    return run("check-in-blender", arguments);
  }

  /** What a script says of each file, by the file's name; skips the test where it cannot run. */
  private static Map<String, JsonNode> run(String script, List<?> arguments) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Repository.root().resolve("scripts").resolve(script).toString());
    arguments.forEach(argument -> words.add(argument.toString()));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    assumeTrue(exitCode != NOT_INSTALLED, out.strip());
    Map<String, JsonNode> reports = new TreeMap<>();
    for (String line : out.lines().filter(line -> line.startsWith("{")).toList()) {
      JsonNode report = new ObjectMapper().readTree(line);
      reports.put(Path.of(report.get("file").asText()).getFileName().toString(), report);
    }
    assertThat(exitCode).as(out).isZero();
    assertThat(reports).as(out).isNotEmpty();
    return reports;
  }

  /** The same mesh in all formats, GLB first. */
  private List<Path> written(String options) throws IOException {
    String name = options.isEmpty() ? "a" : options.replaceAll("^-+", "").replaceAll("[ -]+", "-");
    List<Path> files = new ArrayList<>();
    for (String extension : List.of("glb", "obj", "ply", "stl")) {
      files.add(mesh(name + "." + extension, options + " --image " + picture()));
    }
    return files;
  }

  private Path mesh(String name, String options) throws IOException {
    Path file = folder.resolve(name);
    String words = "mesh " + head() + " --output " + file + " " + options;
    CommandRun run = CommandRun.of((Object[]) words.strip().split(" +", -1));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return file;
  }

  /** An egg of a head, higher than wide and with a nose. */
  private Path head() throws IOException {
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      double u = (i % SIDE + 0.5) / SIDE - 0.5;
      double v = (i / SIDE + 0.5) / SIDE - 0.5;
      double square = u * u / (0.35 * 0.35) + v * v / (0.45 * 0.45);
      double nose = 0.12 * Math.exp(-(u * u + (v - 0.05) * (v - 0.05)) / 0.006);
      values[i] = square < 1 ? (float) (0.25 * square - nose) : Float.NaN;
    }
    Path file = folder.resolve("head.npy");
    if (!Files.exists(file)) {
      NpyFile.write(file, new DepthMap(SIDE, SIDE, values).centred());
    }
    return file;
  }

  /** Red fades from the left to the right, blue from the top to the bottom. */
  private Path picture() throws IOException {
    Path file = folder.resolve("picture.png");
    if (!Files.exists(file)) {
      BufferedImage image = new BufferedImage(2 * SIDE, 2 * SIDE, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < 2 * SIDE; y++) {
        for (int x = 0; x < 2 * SIDE; x++) {
          int red = 255 - 255 * x / (2 * SIDE);
          int blue = 255 - 255 * y / (2 * SIDE);
          image.setRGB(x, y, red << 16 | blue);
        }
      }
      ImageIO.write(image, "png", file.toFile());
    }
    return file;
  }
}
