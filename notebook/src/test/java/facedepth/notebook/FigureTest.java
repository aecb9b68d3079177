package facedepth.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
  @TempDir private Path folder;

  @Test
  void pictureIsItsOwnPng() throws IOException {
    BufferedImage depth = Pictures.depth(Domes.depth(32), 200);
    byte[] png = Figures.picture(depth).png().orElseThrow();

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(read.getRGB(100, 100)).isEqualTo(depth.getRGB(100, 100));
    assertThat(read.getRGB(2, 2)).as("outside the dome").isEqualTo(0xfff4f4f2);
    assertThat(read.getRGB(100, 100) & 0xff).as("near is yellow").isLessThan(0x40);
  }

  @Test
  void picturesInARowAreOnePictureOthersAreNot() {
    Figure depth = Figures.depth(Domes.depth(16));
    assertThat(Figures.row(depth, depth).png()).isPresent();
    assertThat(Figures.row(depth, depth.titled("one")).png()).isEmpty();
    assertThat(Figures.row(depth, depth.titled("a <b> & c")).html())
        .contains("a &lt;b&gt; &amp; c");
  }

  @Test
  void tableHoldsTextAsItIs() {
    String html = Figures.table(List.of("a", "b"), List.of(List.of("x<y", 3))).html();
    assertThat(html).contains("<th>a</th>", "<td>x&lt;y</td><td>3</td>");
  }

  @Test
  void curvesBringTheirLegendAndStyle() {
    Figure figure =
        Figures.curves(
            "Loss",
            "of a <test>",
            Figures.curve("first", new double[] {0, 10}, new double[] {1, 0.5}),
            Figures.curve("second", new double[] {0, 10}, new double[] {2, 1}));
    assertThat(figure.html())
        .contains("<polyline class=\"c0\"", "<polyline class=\"c1\"", "of a &lt;test&gt;")
        .contains(".facedepth-curves .c1 { stroke");
    assertThatThrownBy(() -> Figures.curve("c", new double[2], new double[3]))
        .hasMessageContaining("2 places across for 3 values of c");
  }

  @Test
  void historyOfARunIsACurve() throws IOException {
    Files.writeString(
        folder.resolve("history.jsonl"),
        """
        {"step": 20, "time": 1.0, "train/loss": 0.5}
        {"step": 20, "time": 1.0, "validation/rmse": 0.2}
        {"step": 40, "time": 2.0, "train/loss": 0.25}
        """);
    assertThat(Figures.history(folder, "loss", "train/loss").points())
        .extracting(point -> point.step() + " " + point.value())
        .containsExactly("20.0 0.5", "40.0 0.25");
  }

  @Test
  void pageStandsAlone() throws IOException {
    Path file = folder.resolve("page.html");
    Figures.mesh(Domes.mesh(24), null).write(file, "A & B");
    String page = Files.readString(file);
    assertThat(page).startsWith("<!doctype html>").contains("<title>A &amp; B</title>");
    assertThat(page).as("addresses outside").doesNotContain("src=\"http", "href=\"http");
  }

  @Test
  void reportThatRenewsItselfIsStillInAFrame() throws IOException {
    Path report = folder.resolve("report.html");
    Files.writeString(report, "<meta http-equiv=\"refresh\" content=\"30\"/><p class=\"a\">x & y");
    assertThat(Figures.page(report, 300).html())
        .contains("<p class=&quot;a&quot;>x &amp; y")
        .doesNotContain("refresh");
  }
}
