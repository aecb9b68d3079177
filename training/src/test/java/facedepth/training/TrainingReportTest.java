package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TrainingReportTest {
  private static final int SIZE = 24;

  @TempDir private Path folder;
  private TrainingConfig config;

  @BeforeEach
  void twoStages() throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            output: runs/a & <b>
            checkpointEvery: 40
            optimiser: {learningRate: 3.0e-3}
            stages: [{resolution: 32, batch: 8, steps: 60}, {resolution: 64, batch: 4, steps: 40}]
            """);
    config = TrainingConfig.read(yaml);
  }

  private static List<Scalars> history() {
    List<Scalars> history = new ArrayList<>();
    for (int step = 20; step <= 80; step += 20) {
      history.add(new Scalars(step, 1.7e9, step(step, 0.5 - step / 200.0).scalars()));
    }
    history.add(new Scalars(80, 1.7e9, result(0.25f).scalars()));
    return history;
  }

  private static TrainingStep step(long step, double loss) {
    Map<String, Double> losses = Map.of(TrainingStep.LOSS, loss);
    return new TrainingStep(step, 100, 32, 1e-3, losses, 0.7, new Pace(160, 4, 1, 2, 4000));
  }

  /** A dome, seen by a network that makes it less deep. */
  private static ValidationResult result(float depth) {
    float[] truth = new float[SIZE * SIZE];
    float[] predicted = new float[SIZE * SIZE];
    for (int i = 0; i < truth.length; i++) {
      double x = i % SIZE - SIZE / 2.0;
      double y = i / SIZE - SIZE / 2.0;
      double square = (x * x + y * y) / (SIZE * SIZE);
      truth[i] = square < 0.16 ? (float) square : Float.NaN;
      predicted[i] = (float) square * depth;
    }
    DepthMap map = new DepthMap(SIZE, SIZE, predicted);
    EvaluationFace face =
        new EvaluationFace(
            "face 1",
            SIZE,
            new float[3 * SIZE * SIZE],
            new DepthMap(SIZE, SIZE, truth),
            new CropCamera(2),
            Map.of());
    DepthScores scores = DepthScores.of(map, face.depth(), face.camera());
    ValidatedFace validated = new ValidatedFace(face, map, map.within(face.depth()), scores, 1);
    return ValidationResult.of(80, List.of(validated), true);
  }

  private Document page(TrainingReport.State state, List<Scalars> history, String faces)
      throws Exception {
    TrainingStep latest = history.isEmpty() ? null : step(80, 0.1);
    String html = new TrainingReport(config).html(state, history, latest, faces);
    assertThat(html).doesNotContain("http:", "https:").contains("prefers-color-scheme");
    assertThat(html.contains("<script")).isEqualTo(state == TrainingReport.State.RUNNING);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  @Test
  void isWellFormedAndHoldsACurveForEveryTag() throws Exception {
    List<Scalars> history = history();
    Document page = page(TrainingReport.State.RUNNING, history, FaceRows.html(result(0.5f)));
    List<String> charts = new ArrayList<>();
    NodeList lines = page.getElementsByTagName("polyline");
    for (int i = 0; i < lines.getLength(); i++) {
      Element line = (Element) lines.item(i);
      charts.add(
          ((Element) line.getParentNode()).getElementsByTagName("title").item(0).getTextContent()
              + " "
              + line.getAttribute("points").trim().split(" ").length);
    }
    assertThat(charts)
        .containsExactly(
            "Training loss and its parts 4",
            "Validation: depth error 1",
            "Validation: depth error 1",
            "Validation: normals 1",
            "Validation: L1 of depths in [-1, 1] 1",
            "Validation: mask and stretch 1",
            "Validation: mask and stretch 1",
            "Learning rate 4",
            "Throughput 4",
            "Throughput 4",
            "Throughput 4",
            "Waiting for pictures 4",
            "Norm of the gradients 4");
    assertThat(page.getDocumentElement().getTextContent())
        .contains("loss at step 20: 0.4000", "loss at step 80: 0.1000")
        .contains("64 px", "40.0 images/s", "1 h 06 min", "of 100 steps", "runs/a & <b>", "0.003")
        .contains("resolution 32, batch 8, steps 60");
  }

  @Test
  void showsSixPicturesOfAFace() throws Exception {
    Document page = page(TrainingReport.State.FINISHED, history(), FaceRows.html(result(0.5f)));
    NodeList images = page.getElementsByTagName("img");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < images.getLength(); i++) {
      Element image = (Element) images.item(i);
      names.add(image.getAttribute("alt"));
      byte[] png = Base64.getDecoder().decode(image.getAttribute("src").split(",", 2)[1]);
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(SIZE);
    }
    assertThat(names)
        .containsExactly(
            "photo", "true depth", "predicted depth", "error", "predicted mesh", "true mesh");
  }

  @Test
  void reloadsItselfWhileTheRunGoesOnOnly() throws Exception {
    for (TrainingReport.State state : TrainingReport.State.values()) {
      NodeList metas = page(state, history(), "").getElementsByTagName("meta");
      boolean reloads = false;
      for (int i = 0; i < metas.getLength(); i++) {
        reloads |= ((Element) metas.item(i)).getAttribute("http-equiv").equals("refresh");
      }
      assertThat(reloads).as("%s", state).isEqualTo(state == TrainingReport.State.RUNNING);
    }
  }

  /** Whoever is killed cannot say so: the page knows when it was written, and tells by itself. */
  @Test
  void aRunningPageKnowsWhenAndByWhomItWasWritten() {
    long before = System.currentTimeMillis();
    String html =
        new TrainingReport(config).html(TrainingReport.State.RUNNING, List.of(), null, "");
    java.util.regex.Matcher written =
        java.util.regex.Pattern.compile("var written = (\\d+), silent = 180;").matcher(html);
    assertThat(written.find()).isTrue();
    assertThat(Long.parseLong(written.group(1))).isBetween(before, System.currentTimeMillis());
    assertThat(html)
        .contains("process " + ProcessHandle.current().pid(), "no news since", "id=\"state\"");
  }

  @Test
  void facesAreFoundInAPageAgain() {
    TrainingReport report = new TrainingReport(config);
    String faces = FaceRows.html(result(0.5f));
    String html = report.html(TrainingReport.State.STOPPED, history(), null, faces);
    assertThat(TrainingReport.facesOf(html)).isEqualTo(faces);
    String without = report.html(TrainingReport.State.STOPPED, history(), null, "");
    assertThat(TrainingReport.facesOf(without)).isEmpty();
  }

  @Test
  void saysWhatWillComeBeforeTheFirstStep() throws Exception {
    Document page = page(TrainingReport.State.RUNNING, List.of(), "");
    assertThat(page.getElementsByTagName("svg").getLength()).isZero();
    assertThat(page.getDocumentElement().getTextContent())
        .contains("first checkpoint, after 40 steps", "of 100 steps");
  }

  @Test
  void anErrorIsRedWhereThePredictionIsTooNear() {
    float[] predicted = {-0.1f, 0, 0.1f, Float.NaN};
    DepthMap truth = new DepthMap(2, 2, new float[] {0, 0, 0, 0});
    assertThat(FacePanels.difference(new DepthMap(2, 2, predicted), truth))
        .containsExactly(0xff3232, 0xffffff, 0x3232ff, FacePanels.BACKGROUND);
  }

  /** A flat disc turned by 40 degrees is as high as before, and narrower by the cosine. */
  @Test
  void theMeshIsSeenFromTheSide() {
    float[] disc = result(1).faces().get(0).face().depth().values();
    for (int i = 0; i < disc.length; i++) {
      disc[i] *= 0; // NaN stays NaN
    }
    int[] pixels = ClayView.of(new DepthMap(SIZE, SIZE, disc), CropCamera.ORTHOGRAPHIC, 120);
    TreeSet<Integer> columns = new TreeSet<>();
    TreeSet<Integer> rows = new TreeSet<>();
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] != FacePanels.BACKGROUND) {
        columns.add(i % 120);
        rows.add(i / 120);
      }
    }
    assertThat(rows.last() - rows.first()).isCloseTo(90, within(6)); // 19 pixels of 24, 18 cells
    double width = Math.cos(Math.toRadians(40)) * (rows.last() - rows.first());
    assertThat((double) columns.last() - columns.first()).isCloseTo(width, within(3.0));
  }

  @Test
  void whereThereIsNoFaceThereIsNoMesh() {
    float[] none = new float[SIZE * SIZE];
    Arrays.fill(none, Float.NaN);
    assertThat(ClayView.of(new DepthMap(SIZE, SIZE, none), CropCamera.ORTHOGRAPHIC, 8))
        .containsOnly(FacePanels.BACKGROUND);
  }

  @Test
  void depthsThatAreNoFaceCanBeDrawn() {
    float[] wild = new float[SIZE * SIZE];
    for (int i = 0; i < wild.length; i++) {
      wild[i] = i % 3 == 0 ? -1e9f : i % 3 == 1 ? 1e9f : Float.NEGATIVE_INFINITY;
    }
    int[] pixels = ClayView.of(new DepthMap(SIZE, SIZE, wild), new CropCamera(0.5), 16);
    assertThat(pixels).hasSize(256);
  }
}
