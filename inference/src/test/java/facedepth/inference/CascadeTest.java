package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facedepth.geometry.FaceCrop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CascadeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(CascadeFile.class)
  void findsNothingInNoiseFlatAndTinyPictures(CascadeFile file) {
    Cascade cascade = file.load();
    byte[] noise = new byte[120 * 90];
    new Random(11).nextBytes(noise);
    assertThat(cascade.detect(new GreyImage(120, 90, noise), Cascade.Scan.coarse(20))).isEmpty();
    assertThat(cascade.detect(new GreyImage(120, 90, new byte[120 * 90]), Cascade.Scan.coarse(20)))
        .isEmpty();
    assertThat(cascade.detect(new GreyImage(1, 1, new byte[1]), Cascade.Scan.coarse(20))).isEmpty();
  }

  /** OpenCV's own evaluator, on the same picture, is the independent reader. */
  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "FRONTAL, astronaut.png, haarcascades/haarcascade_frontalface_alt2.xml",
    "FRONTAL, obama.jpg, haarcascades/haarcascade_frontalface_alt2.xml",
    "FRONTAL, biden.jpg, haarcascades/haarcascade_frontalface_alt2.xml",
    "FRONTAL_LOOSE, astronaut.png, haarcascades/haarcascade_frontalface_default.xml",
    "FRONTAL_PATTERNS, astronaut.png, lbpcascades/lbpcascade_frontalface_improved.xml",
    "FRONTAL_PATTERNS, obama.jpg, lbpcascades/lbpcascade_frontalface_improved.xml"
  })
  void findsWhatOpenCvFinds(CascadeFile file, String photo, String cascade) throws IOException {
    Path picture = SharedFiles.require("photos/" + photo);
    assumeTrue("linux-x86_64".equals(Loader.getPlatform()), "OpenCV is depended on for Linux");
    GreyImage grey = GreyImage.of(Photo.read(picture), 480).equalized();

    Path xml = folder.resolve("cascade.xml");
    try (InputStream in =
        CascadeTest.class.getResourceAsStream(
            "/org/bytedeco/opencv/linux-x86_64/share/opencv4/" + cascade)) {
      Files.copy(in, xml);
    }
    FaceCrop theirs;
    try (CascadeClassifier classifier = new CascadeClassifier(xml.toString());
        Mat mat = new Mat(grey.height(), grey.width(), opencv_core.CV_8UC1);
        RectVector found = new RectVector()) {
      mat.data().put(grey.values());
      classifier.detectMultiScale(mat, found, 1.1, 5, 0, null, null);
      assertThat(found.size()).isPositive();
      var largest = found.get(0);
      for (long i = 1; i < found.size(); i++) {
        largest = found.get(i).width() > largest.width() ? found.get(i) : largest;
      }
      theirs =
          new FaceCrop(
              largest.x() + largest.width() / 2.0,
              largest.y() + largest.height() / 2.0,
              largest.width(),
              0);
    }

    List<Cascade.Hit> hits = file.load().detect(grey, Cascade.Scan.coarse(24));
    List<FaceCandidate> groups =
        FaceCandidate.grouped(
            hits.stream()
                .map(
                    hit ->
                        new FaceCandidate(
                            new FaceCrop(
                                hit.x() + hit.width() / 2,
                                hit.y() + hit.height() / 2,
                                hit.width(),
                                0),
                            1))
                .toList(),
            1);
    assertThat(groups).isNotEmpty();
    assertThat(LocatedFace.overlap(groups.get(0).crop(), theirs)).isGreaterThan(0.6);
  }

  @Test
  void readsNumbersOfEveryForm() {
    String text =
        """
        <cascade><!-- > --><featureType>LBP</featureType><height>7</height><width>9</width>
        <stages><_><stageThreshold>-4.1617846488952637e+000</stageThreshold><weakClassifiers><_>
        <internalNodes> 0 -1 0 -1 2 -3 4 5 6 7 2147483647</internalNodes>
        <leafValues>1. -2.5e-01</leafValues></_></weakClassifiers></_></stages>
        <features><_><rect> 0 1 2 3</rect></_></features></cascade>
        """;
    CascadeTables tables = new CascadeScanner(text.getBytes(StandardCharsets.US_ASCII)).scan();
    assertThat(tables.binaryPatterns()).isTrue();
    assertThat(tables.width()).isEqualTo(9);
    assertThat(tables.height()).isEqualTo(7);
    assertThat(tables.stages()).isEqualTo(1);
    assertThat(tables.stageThreshold(0)).isEqualTo(-4.1617846f - 1e-5f);
    assertThat(tables.subsets()).containsExactly(-1, 2, -3, 4, 5, 6, 7, 2147483647);
    assertThat(tables.leaf(0, 0)).isEqualTo(1f);
    assertThat(tables.leaf(0, 1)).isEqualTo(-0.25f);
    assertThat(tables.corners(100)).startsWith(100, 102, 104, 106, 400);
  }

  @Test
  void anIncompleteFileIsRefused() {
    assertThatThrownBy(
            () -> new CascadeScanner("<cascade>".getBytes(StandardCharsets.US_ASCII)).scan())
        .isInstanceOf(IllegalStateException.class);
  }
}
