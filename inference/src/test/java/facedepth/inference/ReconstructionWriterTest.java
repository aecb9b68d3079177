package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthPng;
import facedepth.geometry.DepthRange;
import facedepth.geometry.NpyFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructionWriterTest {
  private static FaceReconstruction face;

  @TempDir Path folder;

  @BeforeAll
  static void reconstruct(@TempDir Path models) throws IOException {
    Path model = models.resolve("tiny.onnx");
    Files.write(model, TinyModel.face(96).bytes());
    try (FaceReconstructor reconstructor = FaceReconstructor.open(ModelSource.of(model), 1)) {
      Photo photo = DomePhoto.of(300, 320, 150, 160, 0);
      face = reconstructor.reconstruct(photo, ReconstructionOptions.DEFAULT).get(0);
    }
  }

  private List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesTheContractsFiles() throws IOException {
    Path target = folder.resolve("deep/portrait");
    new ReconstructionWriter(List.of("glb", "obj", "ply", "stl")).write(face, target, false);
    assertThat(names(target))
        .containsExactly(
            "depth.npy",
            "depth.png",
            "mask.png",
            "mesh.glb",
            "mesh.mtl",
            "mesh.obj",
            "mesh.ply",
            "mesh.stl",
            "preview.png",
            "reconstruction.json",
            "texture.jpg");
    assertThat(names(target.getParent())).containsExactly("portrait");
    assertThat(Photo.read(target.resolve("preview.png")).width()).isGreaterThan(1500);
    assertThat(Photo.read(target.resolve("texture.jpg")).width()).isEqualTo(face.texture().width());
  }

  @Test
  void theJsonHasTheContractsKeysInOrder() throws IOException {
    Path target = folder.resolve("portrait");
    ReconstructionWriter.DEFAULT.write(face, target, false);
    JsonNode json = new ObjectMapper().readTree(target.resolve("reconstruction.json").toFile());
    assertThat(keys(json))
        .containsExactly(
            "photo",
            "photo_size",
            "model",
            "face",
            "faces_found",
            "crop",
            "depth_to_image",
            "focal_length_crop_widths",
            "focal_length_source",
            "depth_range",
            "seconds");
    assertThat(keys(json.get("crop"))).containsExactly("center", "size", "roll_degrees");
    assertThat(keys(json.get("seconds")))
        .containsExactly("load", "find", "network", "mesh", "write");
    assertThat(json.get("photo").asText()).isEqualTo("dome.png");
    assertThat(json.get("photo_size").toString()).isEqualTo("[300,320]");
    assertThat(json.get("focal_length_source").asText()).isEqualTo("default");
    assertThat(json.get("focal_length_crop_widths").asDouble()).isEqualTo(4);
    assertThat(json.get("crop").get("size").asDouble()).isCloseTo(face.crop().size(), within(1e-6));
    assertThat(json.get("depth_to_image").get(1).get(2).asDouble())
        .isEqualTo(face.depthToImage().f());
    assertThat(json.get("seconds").get("write").asDouble()).isPositive();
  }

  @Test
  void aScaleIsWrittenDownAndATurntableAdded() throws IOException {
    Path target = folder.resolve("portrait");
    ReconstructionWriter.DEFAULT
        .withTurntable(true)
        .write(copy(face.depth(), Optional.of(LengthScale.ofAdult())), target, false);
    JsonNode scale =
        new ObjectMapper().readTree(target.resolve("reconstruction.json").toFile()).get("scale");
    assertThat(scale.get("source").asText()).isEqualTo("face-prior");
    assertThat(scale.get("eye_distance_mm").asDouble()).isEqualTo(63);
    assertThat(scale.get("nine_in_ten_between").toString()).isEqualTo("[170.0,420.0]");
    assertThat(scale.get("millimetres_per_crop_width").asDouble()).isCloseTo(235, within(0.2));
    assertThat(scale.has("eyes_in_photo")).isFalse();
    assertThat(target.resolve("turntable.gif")).isNotEmptyFile();
  }

  @Test
  void eyesThatWereFoundAreWrittenDownInPixelsOfThePhoto() throws IOException {
    EyePair eyes = new EyePair(0.375, 0.5, 0.625, 0.5);
    LengthScale found =
        new LengthScale(60, 0.25, LengthScale.Source.EYE_DISTANCE, Optional.of(eyes));
    Path target = folder.resolve("portrait");
    ReconstructionWriter.DEFAULT.write(copy(face.depth(), Optional.of(found)), target, false);
    JsonNode scale =
        new ObjectMapper().readTree(target.resolve("reconstruction.json").toFile()).get("scale");
    assertThat(scale.get("millimetres_per_crop_width").asDouble()).isEqualTo(240);
    assertThat(scale.get("nine_in_ten_between").toString()).isEqualTo("[205.0,270.0]");
    double eighth = face.crop().size() / 8;
    JsonNode pixels = scale.get("eyes_in_photo");
    for (int eye = 0; eye < 2; eye++) {
      double x = face.crop().centerX() + (eye == 0 ? -eighth : eighth);
      assertThat(pixels.get(eye).get(0).asDouble()).isCloseTo(x, within(1e-5));
      assertThat(pixels.get(eye).get(1).asDouble()).isCloseTo(face.crop().centerY(), within(1e-5));
    }
  }

  private FaceReconstruction copy(DepthMap depth, Optional<LengthScale> scale) {
    return new FaceReconstruction(
        face.photo(),
        face.photoWidth(),
        face.photoHeight(),
        face.model(),
        1,
        1,
        face.crop(),
        depth,
        face.camera(),
        face.focalLengthSource(),
        face.relief(),
        scale,
        face.mesh(),
        face.texture(),
        face.timings());
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void theJsonsDepthRangeReadsTheDepthPngBack() throws IOException {
    Path target = folder.resolve("portrait");
    ReconstructionWriter.DEFAULT.write(face, target, false);
    JsonNode range =
        new ObjectMapper()
            .readTree(target.resolve("reconstruction.json").toFile())
            .get("depth_range");
    DepthMap fromPng =
        DepthPng.read(
            target.resolve("depth.png"),
            new DepthRange((float) range.get(0).asDouble(), (float) range.get(1).asDouble()));
    float[] fromNpy = NpyFile.read(target.resolve("depth.npy")).floats();
    assertThat(fromNpy).containsExactly(face.depth().values());
    for (int i = 0; i < fromNpy.length; i++) {
      assertThat(Float.isNaN(fromPng.values()[i])).isEqualTo(Float.isNaN(fromNpy[i]));
      if (Float.isFinite(fromNpy[i])) {
        assertThat(fromPng.values()[i]).isCloseTo(fromNpy[i], within(1e-5f));
      }
    }
  }

  @Test
  void anEarlierReconstructionIsReplacedOnlyWhenAsked() throws IOException {
    Path target = folder.resolve("portrait");
    ReconstructionWriter.DEFAULT.write(face, target, false);
    Files.writeString(target.resolve("mesh.obj"), "marker");
    assertThatThrownBy(() -> ReconstructionWriter.DEFAULT.write(face, target, false))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("--overwrite");
    assertThat(target.resolve("mesh.obj")).hasContent("marker");
    ReconstructionWriter.DEFAULT.write(face, target, true);
    assertThat(Files.readString(target.resolve("mesh.obj"))).contains("\nf ");
    assertThat(names(folder)).containsExactly("portrait");
  }

  @Test
  void aFolderThatIsNoReconstructionIsNeverReplaced() throws IOException {
    Path target = Files.createDirectory(folder.resolve("portrait"));
    Files.writeString(target.resolve("thesis.tex"), "years of work");
    assertThatThrownBy(() -> ReconstructionWriter.DEFAULT.write(face, target, true))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("no reconstruction");
    assertThat(names(target)).containsExactly("thesis.tex");
  }

  @Test
  void aFailureLeavesNothingBehind() {
    // A mesh whose depth is empty cannot be written: the failure comes after the first file.
    float[] nothing = new float[96 * 96];
    Arrays.fill(nothing, Float.NaN);
    FaceReconstruction broken = copy(new DepthMap(96, 96, nothing), Optional.empty());
    Path target = folder.resolve("portrait");
    assertThatThrownBy(() -> ReconstructionWriter.DEFAULT.write(broken, target, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void foldersAreNamedAfterThePhotoAndTheFace() {
    assertThat(ReconstructionWriter.folderName(Path.of("a/portrait.jpg"), 1)).isEqualTo("portrait");
    assertThat(ReconstructionWriter.folderName(Path.of("b.c.png"), 2)).isEqualTo("b.c-face2");
    assertThat(ReconstructionWriter.folderName(Path.of(".hidden"), 1)).isEqualTo(".hidden");
  }

  @Test
  void unknownFormatsAreNamed() {
    assertThatThrownBy(() -> new ReconstructionWriter(List.of("glb", "3ds")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3ds");
  }
}
