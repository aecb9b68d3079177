package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.inference.LengthScale;
import facedepth.inference.Photo;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadSource;
import facedepth.synthesis.SyntheticFace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many crop widths lie between the eyes of rendered faces, whose eyes are known. */
class ScaleOfRenderedFacesTest {
  private static final int SIDE = 128;
  private static final int FACES = 60;

  @Test
  void eyesThatAreFoundGiveTheScaleOfTheFace(@TempDir Path cache) throws IOException {
    FaceGenerator generator =
        new FaceGenerator(HeadSource.open(HeadSource.BUILTIN, cache), SIDE, 20261124);
    List<Double> errors = new ArrayList<>();
    int frontal = 0;
    for (int i = 0; i < FACES; i++) {
      SyntheticFace face = generator.cleanFace(i);
      LengthScale scale =
          LengthScale.ofEyeDistance(60).of(picture(face), face.depth(), face.camera());
      assertThat(scale.eyeDistance()).isEqualTo(60);
      frontal += Math.abs(face.pose().yaw()) < 30 ? 1 : 0;
      if (scale.eyes().isPresent()) {
        errors.add(Math.abs(scale.eyeDistanceCropWidths() / eyeDistance(face) - 1));
      } else {
        assertThat(scale.eyeDistanceCropWidths()).isEqualTo(LengthScale.EYE_DISTANCE_CROP_WIDTHS);
      }
    }
    assertThat(errors).hasSizeGreaterThan(frontal / 2);
    double[] sorted = errors.stream().mapToDouble(e -> e).sorted().toArray();
    assertThat(sorted[sorted.length / 2]).as("median error").isLessThan(0.08);
    assertThat(sorted[sorted.length * 9 / 10]).as("one in ten is worse").isLessThan(0.2);
  }

  @Test
  void aPictureWithoutEyesLeavesTheScaleAsItWas() {
    float[] flat = new float[SIDE * SIDE];
    byte[] grey = new byte[3 * SIDE * SIDE];
    Arrays.fill(grey, (byte) 128);
    Photo picture = new Photo("grey", SIDE, SIDE, grey, OptionalDouble.empty());
    LengthScale adult = LengthScale.ofAdult();
    assertThat(adult.of(picture, new DepthMap(SIDE, SIDE, flat), new CropCamera(4)))
        .isEqualTo(adult);
    assertThat(adult.millimetres()).isCloseTo(235, within(0.2));
  }

  /** From the middle of one eye's six landmarks to the other's, in space. */
  private static double eyeDistance(SyntheticFace face) {
    double[][] eyes = new double[2][3];
    for (int i = 0; i < 12; i++) {
      int at = 3 * (36 + i);
      double depth = face.landmarks()[at + 2];
      double spread = face.camera().spread(depth);
      double[] eye = eyes[i / 6];
      eye[0] += ((face.landmarks()[at] + 0.5) / SIDE - 0.5) * spread / 6;
      eye[1] += ((face.landmarks()[at + 1] + 0.5) / SIDE - 0.5) * spread / 6;
      eye[2] += depth / 6;
    }
    double[] l = eyes[0];
    double[] r = eyes[1];
    return Math.sqrt(
        Math.pow(l[0] - r[0], 2) + Math.pow(l[1] - r[1], 2) + Math.pow(l[2] - r[2], 2));
  }

  private static Photo picture(SyntheticFace face) {
    float[] rgb = face.rgb();
    int area = SIDE * SIDE;
    byte[] bgr = new byte[3 * area];
    for (int i = 0; i < area; i++) {
      for (int c = 0; c < 3; c++) {
        bgr[3 * i + 2 - c] = (byte) Math.round(rgb[c * area + i]);
      }
    }
    return new Photo("rendered", SIDE, SIDE, bgr, OptionalDouble.empty());
  }
}
