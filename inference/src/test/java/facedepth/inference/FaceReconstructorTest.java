package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facedepth.geometry.AffineMap;
import facedepth.geometry.DepthMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Scanner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceReconstructorTest {
  private static final ReconstructionOptions OPTIONS = ReconstructionOptions.DEFAULT;

  @TempDir Path folder;

  private FaceReconstructor open(TinyModel model, int threads) throws IOException {
    Path file = folder.resolve("tiny.onnx");
    Files.write(file, model.bytes());
    return FaceReconstructor.open(ModelSource.of(file), threads);
  }

  @ParameterizedTest(name = "leaning {0} degrees")
  @ValueSource(doubles = {0, 20, -25})
  void framesTheFaceByItsMask(double degrees) throws IOException {
    Photo photo = DomePhoto.of(300, 320, 160, 150, degrees);
    try (FaceReconstructor reconstructor = open(TinyModel.face(96), 1)) {
      List<FaceReconstruction> faces = reconstructor.reconstruct(photo, OPTIONS);
      assertThat(faces).hasSize(1);
      FaceReconstruction face = faces.get(0);
      assertThat(face.crop().centerX()).isCloseTo(160, within(2.0));
      assertThat(face.crop().centerY()).isCloseTo(150, within(2.0));
      assertThat(face.crop().size()).isCloseTo(DomePhoto.cropSide(), within(6.0));
      assertThat(face.facesFound()).isEqualTo(1);
      assertThat(face.depth().median()).isZero();
      assertThat(face.mesh().triangleCount()).isGreaterThan(1000);
    }
  }

  @Test
  void depthFollowsTheModelAndTheMapLeadsBackToThePhoto() throws IOException {
    Photo photo = DomePhoto.of(300, 320, 160, 150, 0);
    try (FaceReconstructor reconstructor = open(TinyModel.face(96), 1)) {
      FaceReconstruction face = reconstructor.reconstruct(photo, OPTIONS).get(0);
      DepthMap depth = face.depth();
      AffineMap toImage = face.depthToImage();
      int compared = 0;
      float offset = Float.NaN;
      for (int y = 0; y < depth.height(); y++) {
        for (int x = 0; x < depth.width(); x++) {
          double u = (toImage.applyX(x, y) - 160) / DomePhoto.RADIUS_X;
          double v = (toImage.applyY(x, y) - 150) / DomePhoto.RADIUS_Y;
          double r2 = u * u + v * v;
          if (r2 < 0.85) {
            float expected = (float) ((60 + 140 * r2 - 128) / 400);
            offset = Float.isNaN(offset) ? depth.at(x, y) - expected : offset;
            assertThat(depth.at(x, y) - offset).isCloseTo(expected, within(0.012f));
            compared++;
          } else if (r2 > 1.15) {
            assertThat(depth.isFace(x, y)).isFalse();
          }
        }
      }
      assertThat(compared).isGreaterThan(1500);
    }
  }

  @Test
  void findsNoFaceWhereThereIsNone() throws IOException {
    byte[] blue = new byte[3 * 200 * 150];
    for (int i = 0; i < blue.length; i += 3) {
      blue[i] = (byte) 220;
    }
    Photo photo = new Photo("sky.png", 200, 150, blue, OptionalDouble.empty());
    Photo speck =
        new Photo("speck.png", 1, 1, new byte[] {60, 100, (byte) 220}, OptionalDouble.empty());
    try (FaceReconstructor reconstructor = open(TinyModel.face(64), 1)) {
      assertThat(reconstructor.reconstruct(photo, OPTIONS)).isEmpty();
      assertThat(reconstructor.reconstruct(speck, OPTIONS)).isEmpty();
    }
  }

  @Test
  void takesTheFocalLengthFromTheCallerThenThePhotoThenTheDefault() throws IOException {
    Photo plain = DomePhoto.of(300, 320, 160, 150, 0);
    Photo withExif = new Photo(plain.name(), 300, 320, plain.bgr(), OptionalDouble.of(1000));
    Photo absurd = new Photo(plain.name(), 300, 320, plain.bgr(), OptionalDouble.of(10));
    double diagonal = Math.hypot(300, 320);
    try (FaceReconstructor reconstructor = open(TinyModel.face(96), 1)) {
      FaceReconstruction byDefault = reconstructor.reconstruct(plain, OPTIONS).get(0);
      assertThat(byDefault.camera().focalLength()).isEqualTo(4);
      assertThat(byDefault.focalLengthSource()).isEqualTo(FocalLengthSource.DEFAULT);

      FaceReconstruction byExif = reconstructor.reconstruct(withExif, OPTIONS).get(0);
      assertThat(byExif.camera().focalLength()).isEqualTo(1000 / byExif.crop().size());
      assertThat(byExif.focalLengthSource()).isEqualTo(FocalLengthSource.EXIF);

      FaceReconstruction byOption =
          reconstructor.reconstruct(withExif, OPTIONS.withFocalLength35mm(85)).get(0);
      assertThat(byOption.camera().focalLength())
          .isCloseTo(85 / Math.hypot(36, 24) * diagonal / byOption.crop().size(), within(1e-9));
      assertThat(byOption.focalLengthSource()).isEqualTo(FocalLengthSource.OPTION);

      assertThat(reconstructor.reconstruct(absurd, OPTIONS).get(0).focalLengthSource())
          .isEqualTo(FocalLengthSource.DEFAULT);
      assertThatThrownBy(() -> reconstructor.reconstruct(plain, OPTIONS.withFocalLength35mm(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1.0 mm");
    }
  }

  @Test
  void givesTheSameNumbersInEveryThread() throws Exception {
    Photo photo = DomePhoto.of(300, 320, 150, 160, 10);
    try (FaceReconstructor reconstructor = open(TinyModel.face(96), 2)) {
      FaceReconstruction alone = reconstructor.reconstruct(photo, OPTIONS).get(0);
      ExecutorService pool = Executors.newFixedThreadPool(4);
      try {
        List<Future<FaceReconstruction>> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          results.add(pool.submit(() -> reconstructor.reconstruct(photo, OPTIONS).get(0)));
        }
        for (Future<FaceReconstruction> result : results) {
          assertThat(result.get().crop()).isEqualTo(alone.crop());
          assertThat(result.get().depth().values()).containsExactly(alone.depth().values());
          assertThat(result.get().mesh().positions()).containsExactly(alone.mesh().positions());
          assertThat(result.get().texture().bgr()).containsExactly(alone.texture().bgr());
        }
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void threadsWithDifferentPhotosDoNotDisturbEachOther() throws Exception {
    List<Photo> photos = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      photos.add(DomePhoto.of(280 + 10 * i, 320, 150 + 5 * i, 160, 8 * i - 20));
    }
    try (FaceReconstructor shared = open(TinyModel.face(96), 2)) {
      List<FaceReconstruction> serial = new ArrayList<>();
      for (Photo photo : photos) {
        serial.add(shared.reconstruct(photo, OPTIONS).get(0));
      }
      assertThat(serial.get(0).depth().values()).isNotEqualTo(serial.get(1).depth().values());
      ExecutorService pool = Executors.newFixedThreadPool(photos.size());
      try {
        List<Future<FaceReconstruction>> results = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
          for (Photo photo : photos) {
            results.add(pool.submit(() -> shared.reconstruct(photo, OPTIONS).get(0)));
          }
        }
        for (int i = 0; i < results.size(); i++) {
          FaceReconstruction one = results.get(i).get();
          FaceReconstruction expected = serial.get(i % photos.size());
          assertThat(one.crop()).isEqualTo(expected.crop());
          assertThat(one.depth().values()).containsExactly(expected.depth().values());
          assertThat(one.mesh().positions()).containsExactly(expected.mesh().positions());
          assertThat(one.mesh().triangles()).containsExactly(expected.mesh().triangles());
          assertThat(one.texture().bgr()).containsExactly(expected.texture().bgr());
        }
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void asksForAGuideAndTellsWhenTheModelLoadsInTheBackground() throws IOException {
    assertThatThrownBy(() -> open(TinyModel.red(), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tiny.onnx")
        .hasMessageContaining("no face mask")
        .hasMessageContaining("no default model is installed");
    Path raw = Files.write(folder.resolve("raw.onnx"), TinyModel.red().bytes());
    assertThatThrownBy(() -> FaceReconstructor.open(ModelSource.of(raw), ModelSource.of(raw), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("raw.onnx")
        .hasMessageContaining("cannot guide");
    Path missing = folder.resolve("missing.onnx");
    Photo photo = DomePhoto.of(300, 320, 150, 160, 0);
    try (FaceReconstructor late = FaceReconstructor.openInBackground(ModelSource.of(missing), 1)) {
      assertThatThrownBy(() -> late.reconstruct(photo, OPTIONS))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("missing.onnx");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"inverse", "relative", "nearness"})
  void aNetworkWithoutUnitOrMaskIsGuidedByAFaceModel(String meaning) throws IOException {
    Photo photo = DomePhoto.of(300, 320, 160, 150, 10);
    float sign = meaning.equals("relative") ? 1 : -1;
    TinyModel network =
        new TinyModel()
            .output("y", 0, sign * 0.001f, 0, 5)
            .metadata("facedepth.input", "rgb255")
            .metadata("facedepth.resolution", "160")
            .metadata("facedepth.depth", meaning);
    ModelSource raw = ModelSource.of(Files.write(folder.resolve("theirs.onnx"), network.bytes()));
    ModelSource guide =
        ModelSource.of(Files.write(folder.resolve("guide.onnx"), TinyModel.face(96).bytes()));
    FaceReconstruction expected;
    try (FaceReconstructor own = FaceReconstructor.open(guide, 1)) {
      expected = own.reconstruct(photo, OPTIONS).get(0);
      assertThat(expected.relief()).isEmpty();
    }
    try (FaceReconstructor guided = FaceReconstructor.open(raw, guide, 1)) {
      FaceReconstruction face = guided.reconstruct(photo, OPTIONS).get(0);
      assertThat(face.crop()).isEqualTo(expected.crop());
      assertThat(face.depth().width()).isEqualTo(160);
      assertThat(face.model()).endsWith("theirs.onnx");
      Relief relief = face.relief().orElseThrow();
      assertThat(relief.answers().text()).isEqualTo(meaning);
      assertThat(relief.guide()).isEqualTo("guide");
      assertThat(relief.agreement()).isGreaterThan(0.99);
      // Both see the same green; only inverse depth bends it.
      double error = 0;
      int compared = 0;
      for (int y = 0; y < 160; y += 3) {
        for (int x = 0; x < 160; x += 3) {
          int guideX = (int) ((x + 0.5) * 96 / 160);
          int guideY = (int) ((y + 0.5) * 96 / 160);
          if (face.depth().isFace(x, y) && expected.depth().isFace(guideX, guideY)) {
            error += Math.abs(face.depth().at(x, y) - expected.depth().at(guideX, guideY));
            compared++;
          }
        }
      }
      assertThat(compared).isGreaterThan(500);
      assertThat(error / compared).isLessThan(0.01);
      Path target = folder.resolve("written");
      ReconstructionWriter.DEFAULT.write(face, target, false);
      assertThat(Files.readString(target.resolve("reconstruction.json")))
          .contains("\"relief\" : {", "\"answers\" : \"" + meaning + "\"")
          .contains("\"guide\" : \"guide\"", "\"agreement\" : ", "\"rule\" : \"median");
      assertThat(target.resolve("mesh.obj")).isRegularFile();
    }
  }

  @Test
  void aNetworkThatSeesNoReliefIsNamed() throws IOException {
    ModelSource flat =
        ModelSource.of(
            Files.write(
                folder.resolve("flat.onnx"),
                new TinyModel().output("y", 0, 0, 0, 5).size(64, 64).bytes()));
    ModelSource guide =
        ModelSource.of(Files.write(folder.resolve("guide.onnx"), TinyModel.face(96).bytes()));
    try (FaceReconstructor guided = FaceReconstructor.open(flat, guide, 1)) {
      assertThatThrownBy(() -> guided.reconstruct(DomePhoto.of(300, 320, 160, 150, 0), OPTIONS))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("flat.onnx")
          .hasMessageContaining("the same for the whole face, 5.0");
    }
  }

  @Test
  void nativeMemoryDoesNotGrow() throws IOException {
    Path statistics = Path.of("/proc/self/statm");
    assumeTrue(Files.isReadable(statistics), "resident memory is read from /proc");
    Photo photo = DomePhoto.of(200, 220, 100, 110, 0);
    try (FaceReconstructor reconstructor = open(TinyModel.face(96), 1)) {
      for (int i = 0; i < 5; i++) {
        reconstructor.reconstruct(photo, OPTIONS);
      }
      DepthModel model = reconstructor.model();
      // The first rounds also see the heap find its size, which is resident memory too.
      residentAfterRuns(model, statistics);
      residentAfterRuns(model, statistics);
      long settled = residentAfterRuns(model, statistics);
      long later = residentAfterRuns(model, statistics);
      later = Math.min(later, residentAfterRuns(model, statistics));
      // One leaked tensor a run would be 150 MB or more.
      assertThat(later - settled).isLessThan(60L << 20);
    }
  }

  /** The heap is collected first: what the collector has not come to yet is no leak. */
  private static long residentAfterRuns(DepthModel model, Path statistics) throws IOException {
    float[] planes = new float[3 * 256 * 256];
    for (int i = 0; i < 200; i++) {
      model.predict(planes, 256, 256);
    }
    System.gc();
    return residentBytes(statistics);
  }

  private static long residentBytes(Path statistics) throws IOException {
    return 4096 * new Scanner(Files.readString(statistics)).skip("\\d+").nextLong();
  }
}
