package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.HeadCache;
import facedepth.synthesis.TestHeads;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesizeCommandTest {
  @TempDir Path folder;
  private Path head;

  @BeforeEach
  void writeHead() throws IOException {
    head = folder.resolve("head.fdh");
    HeadCache.write(TestHeads.ellipsoid(), head);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --count 0                              | --count 0 is not from 1 to 100000000
          --count -3                             | --count -3 is not from 1 to 100000000
          --count 100000001                      | --count 100000001 is not from 1 to 100000000
          --count many                           | many
          --count 2 --size 33                    | --size 33 is not even and from 16 to 1024
          --count 2 --size 8                     | --size 8 is not even and from 16 to 1024
          --count 2 --size 2048                  | --size 2048 is not even and from 16 to 1024
          --count 2 --seed x                     | --seed
          --count 2 --seed 9223372036854775808   | --seed
          --count 2 --start -1                   | --start -1 is negative
          --count 2 --threads 0                  | --threads 0 is not from 1 to 1024
          --count 2 --layout coco                | --layout
          --count 2 --layout eg3d --size 192     | --size 192 is no multiple of 128
          --count 2 --layout eg3d --normals      | --normals is not part of --layout eg3d
          --count 2 --layout eg3d --npy          | --npy is not part of --layout eg3d
          --count 2 --sheet-depth                | --sheet-depth needs --contact-sheet
          --size 64                              | --count
          """)
  void wrongUsageIsOneLine(String options, String complaint) {
    Path output = folder.resolve("output");
    CommandRun run = synthesize(output, options);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains(complaint, "facedepth synthesize --help");
    assertThat(output).doesNotExist();
  }

  @Test
  void aFolderThatIsNoHeadModelIsOneLine() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path model : List.of(empty, folder.resolve("missing"))) {
      Path output = folder.resolve("output");
      CommandRun run =
          CommandRun.of("synthesize", "--count", 1, "--face-model", model, "--output", output);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errorLines())
          .singleElement()
          .asString()
          .contains(model.toString())
          .doesNotContain("unexpected");
    }
  }

  @Test
  void aSecondRunGoesOnAndTheFirstFacesStayAsTheyAre() throws IOException {
    Path output = folder.resolve("output");
    assertThat(synthesize(output, "--count 2 --size 32").out()).contains("2 samples, 2 rendered");
    byte[] first = Files.readAllBytes(output.resolve("000001.json"));
    Files.delete(output.resolve("000000-mask.png"));
    CommandRun run = synthesize(output, "--count 3 --size 32");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("3 samples, 2 rendered");
    assertThat(output.resolve("000001.json")).hasBinaryContent(first);
    assertThat(synthesize(output, "--count 3 --size 32").out()).contains("all there already");
    assertThat(namesIn(output)).hasSize(4 * 3 + 1);
  }

  @Test
  void aFolderWithOtherFacesIsRefusedUnlessItIsToBeOverwritten() throws IOException {
    Path output = folder.resolve("output");
    synthesize(output, "--count 3 --size 32");
    CommandRun refused = synthesize(output, "--count 2 --size 32 --seed 9");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errorLines())
        .singleElement()
        .asString()
        .contains("dataset.json", "seed 1, not 9", "--overwrite");
    CommandRun replaced = synthesize(output, "--count 2 --size 32 --seed 9 --overwrite");
    assertThat(replaced.exitCode()).isZero();
    assertThat(namesIn(output)).hasSize(4 * 2 + 1);
  }

  @Test
  void twoMachinesMayShareADataSet() throws IOException {
    Path together = folder.resolve("together");
    synthesize(together, "--count 2 --start 2 --size 32");
    synthesize(together, "--count 2 --size 32");
    Path alone = folder.resolve("alone");
    synthesize(alone, "--count 4 --size 32");
    assertThat(namesIn(together)).isEqualTo(namesIn(alone));
    for (String name : namesIn(alone)) {
      assertThat(together.resolve(name)).hasSameBinaryContentAs(alone.resolve(name));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"native,64", "eg3d,128"})
  void aContactSheetShowsTheFacesInRowsOfEight(String layout, int size) throws IOException {
    Path output = folder.resolve("output");
    Path sheet = folder.resolve("sheets").resolve("sheet.png");
    String options = "--count 9 --layout " + layout + " --size " + size + " --sheet-depth";
    CommandRun run = synthesize(output, options + " --contact-sheet " + sheet);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(sheet.toString());
    BufferedImage drawn = ImageIO.read(sheet.toFile());
    assertThat(drawn.getWidth()).isEqualTo(8 * (size + 2) + 2);
    assertThat(drawn.getHeight()).isEqualTo(4 * (size + 2) + 2);
    BufferedImage first =
        ImageIO.read(
            output.resolve(layout.equals("eg3d") ? "images/seed00000.png" : "000000.png").toFile());
    assertThat(drawn.getRGB(2 + size / 2, 2 + size / 2))
        .isEqualTo(first.getRGB(size / 2, size / 2));
  }

  @Test
  void withoutAFaceModelTheBuiltInHeadIsRendered() throws IOException {
    Path output = folder.resolve("output");
    CommandRun run = CommandRun.of("synthesize", "--count", 1, "--size", 32, "--output", output);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(namesIn(output)).contains("000000.png", "000000.json");
  }

  private CommandRun synthesize(Path output, String options) {
    List<Object> words = new ArrayList<>(List.of("synthesize", "--face-model", head));
    words.addAll(List.of("--output", output));
    words.addAll(List.of((Object[]) options.strip().split(" +", -1)));
    return CommandRun.of(words.toArray());
  }

  private static List<String> namesIn(Path output) throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
