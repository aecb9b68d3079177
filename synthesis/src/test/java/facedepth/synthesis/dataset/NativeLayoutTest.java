package facedepth.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthPng;
import facedepth.geometry.DepthRange;
import facedepth.geometry.MalformedFileException;
import facedepth.geometry.NpyFile;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLayoutTest {
  private static final int SIZE = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static long faceless;
  private static long faced;

  /** Writes two samples, of which only the second has no face. */
  @BeforeAll
  static void write() throws Exception {
    FaceGenerator faces = Sets.faces(SIZE);
    faceless = 1;
    while (faces.face(faceless).depth().faceArea() > 0
        || faces.face(faceless - 1).depth().faceArea() == 0) {
      faceless++;
    }
    faced = faceless - 1;
    Manifest manifest = Sets.nativeManifest(SIZE);
    SampleWriter writer = DatasetFolder.prepare(folder, manifest, false);
    new DatasetRun(faces, writer, SIZE, faced, 2).run(1, () -> {});
  }

  @Test
  void aSampleHasItsFilesAndTheFolderAManifest() throws IOException {
    assertThat(Sets.files(folder)).hasSize(7 * 2 + 1);
    for (String ending :
        new String[] {
          ".png", "-depth.png", "-mask.png", "-normals.png", "-depth.npy", "-normals.npy", ".json"
        }) {
      assertThat(file(faced, ending)).exists();
    }
    JsonNode manifest = JSON.readTree(Files.readAllBytes(folder.resolve("dataset.json")));
    assertThat(manifest.path("layout").asText()).isEqualTo("native");
    assertThat(manifest.path("seed").asLong()).isEqualTo(Sets.SEED);
    assertThat(manifest.path("size").asInt()).isEqualTo(SIZE);
  }

  @Test
  void depthMaskAndNormalsAreThoseOfTheFace() throws IOException {
    SyntheticFace face = Sets.faces(SIZE).face(faced);
    float[] exact = face.depth().values();
    JsonNode ends = json(faced).path("depth_range");
    DepthRange range =
        new DepthRange((float) ends.get(0).asDouble(), (float) ends.get(1).asDouble());
    DepthMap stored = DepthPng.read(file(faced, "-depth.png"), range);
    BufferedImage mask = ImageIO.read(file(faced, "-mask.png").toFile());
    BufferedImage normals = ImageIO.read(file(faced, "-normals.png").toFile());
    assertThat(NpyFile.read(file(faced, "-depth.npy")).floats()).isEqualTo(exact);
    float[] floats = NpyFile.read(file(faced, "-normals.npy")).floats();
    float step = (float) range.relief() / 65534;
    for (int i = 0; i < exact.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      boolean isFace = Float.isFinite(exact[i]);
      assertThat(mask.getRaster().getSample(x, y, 0)).isEqualTo(isFace ? 255 : 0);
      int colour = normals.getRGB(x, y) & 0xFFFFFF;
      if (isFace) {
        assertThat(stored.at(x, y)).isCloseTo(exact[i], within(step));
        float[] n = {
          face.normals()[i], face.normals()[exact.length + i], face.normals()[2 * exact.length + i]
        };
        assertThat(floats[3 * i + 1]).isEqualTo(n[1]);
        assertThat((colour >> 16) / 127.5f - 1).isCloseTo(n[0], within(0.01f));
        assertThat((colour >> 8 & 0xFF) / 127.5f - 1).isCloseTo(-n[1], within(0.01f));
        assertThat((colour & 0xFF) / 127.5f - 1).isCloseTo(-n[2], within(0.01f));
      } else {
        assertThat(stored.at(x, y)).isNaN();
        assertThat(colour).isZero();
      }
    }
  }

  @Test
  void theJsonTellsCameraPoseLandmarksAndParameters() throws IOException {
    SyntheticFace face = Sets.faces(SIZE).face(faced);
    JsonNode json = json(faced);
    assertThat(json.path("layout").asText()).isEqualTo("native");
    assertThat(json.path("layout_version").asInt()).isEqualTo(1);
    assertThat(json.path("seed").asLong()).isEqualTo(Sets.SEED);
    assertThat(json.path("index").asLong()).isEqualTo(faced);
    assertThat(json.path("face_area_pixels").asInt()).isEqualTo(face.depth().faceArea());
    double phi = face.camera().focalLength();
    assertThat(json.path("focal_length_crop_widths").asDouble()).isEqualTo(phi);
    assertThat(json.path("focal_length_35mm").asDouble())
        .isCloseTo(phi * 30.594, within(0.001 * phi));
    assertThat(json.path("intrinsics_pixels").get(0).get(0).asDouble()).isEqualTo(phi * SIZE);
    assertThat(json.path("intrinsics_pixels").get(1).get(2).asDouble()).isEqualTo(31.5);
    assertThat(json.path("yaw_degrees").asDouble()).isEqualTo(face.pose().yaw());
    assertThat(json.path("crop_width_cm").asDouble() * phi)
        .isCloseTo(json.path("face_distance_cm").asDouble(), within(1e-4));
    assertThat(json.path("landmarks")).hasSize(68);
    assertThat(json.path("landmarks_seen")).hasSize(68);
    assertThat((float) json.path("landmarks").get(36).get(1).asDouble())
        .isEqualTo(face.landmarks()[3 * 36 + 1]);
    assertThat(json.path("parameters")).isEqualTo(JSON.readTree(face.parametersJson()));
  }

  @Test
  void aPictureWithoutAFaceHasNoDepthRange() throws IOException {
    assertThat(json(faceless).path("depth_range").isNull()).isTrue();
    assertThat(json(faceless).path("crop_width_cm").isNull()).isTrue();
    Sample sample = Dataset.open(folder).read(String.format("%06d", faceless));
    assertThat(sample.depth().faceArea()).isZero();
  }

  @Test
  void whatIsReadIsWhatWasRendered() throws IOException {
    Dataset dataset = Dataset.open(folder);
    assertThat(dataset.names())
        .containsExactly(String.format("%06d", faced), String.format("%06d", faceless));
    SyntheticFace face = Sets.faces(SIZE).face(faced);
    Sample sample = dataset.read(String.format("%06d", faced));
    assertThat(sample.picture().rgb()).isEqualTo(face.rgb());
    assertThat(sample.masked()).isTrue();
    assertThat(sample.depthKind()).isEqualTo(DepthFile.Kind.CROP_WIDTHS);
    assertThat(sample.depth().faceArea()).isEqualTo(face.depth().faceArea());
    assertThat(sample.view().orElseThrow().camera()).isEqualTo(face.camera());
    assertThat(sample.view().orElseThrow().pose()).contains(face.pose());
  }

  @Test
  void aDamagedSampleIsNamed(@TempDir Path copy) throws IOException {
    for (String name : Sets.files(folder).keySet()) {
      Files.copy(folder.resolve(name), copy.resolve(name));
    }
    Dataset dataset = Dataset.open(copy);
    String name = String.format("%06d", faced);
    Files.write(copy.resolve(name + "-mask.png"), Files.readAllBytes(file(faceless, "-mask.png")));
    assertThatThrownBy(() -> dataset.read(name))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(name + "-mask.png");
    Files.writeString(copy.resolve(name + ".png"), "no picture");
    assertThatThrownBy(() -> dataset.read(name))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(name + ".png");
    Files.writeString(copy.resolve(name + ".json"), "{\"depth_range\": [1, 0]}");
    assertThatThrownBy(() -> dataset.read(name))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(name);
  }

  private static JsonNode json(long index) throws IOException {
    return JSON.readTree(Files.readAllBytes(file(index, ".json")));
  }

  private static Path file(long index, String ending) {
    return folder.resolve(String.format("%06d", index) + ending);
  }
}
