package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.NpyFile;
import facedepth.synthesis.dataset.DatasetFolder;
import facedepth.synthesis.dataset.DatasetRun;
import facedepth.synthesis.dataset.HeadFingerprint;
import facedepth.synthesis.dataset.Layout;
import facedepth.synthesis.dataset.Manifest;
import facedepth.synthesis.dataset.SampleWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The head's own vertices, put through the camera on disk, fall on the landmarks in the picture.
 */
class Eg3dProjectionTest {
  private static final int SIZE = 128;
  private static final int COUNT = 6;

  @TempDir Path folder;

  @Test
  void camerasProjectTheHeadOntoItsPicture() throws Exception {
    HeadModel head = TestHeads.ellipsoid();
    Manifest manifest =
        new Manifest(Layout.EG3D, 1, "test", HeadFingerprint.of(head), 5, SIZE, true, false, false);
    SampleWriter writer = DatasetFolder.prepare(folder, manifest, false);
    FaceGenerator faces = new FaceGenerator(head, SIZE, 5);
    new DatasetRun(faces, writer, SIZE, 0, COUNT).run(1, () -> {});
    HeadShaper shaper = new HeadShaper(head);
    for (int i = 0; i < COUNT; i++) {
      SyntheticFace face = faces.certainFace(i);
      float[] shape = shaper.shape(face.recipe().identity(), face.recipe().expression());
      float[] label = NpyFile.read(folder.resolve("cam_poses/seed0000" + i + ".npy")).floats();
      for (int landmark = 17; landmark < 48; landmark++) {
        if (landmark >= 27 && landmark < 36) {
          continue; // the nose: a moustache may lift it, which the shape alone does not tell
        }
        int at = 3 * head.landmarks()[landmark];
        double[] pixel = project(label, shape[at], shape[at + 1], shape[at + 2]);
        assertThat(pixel[0]).isCloseTo(face.landmarks()[3 * landmark], within(0.01));
        assertThat(pixel[1]).isCloseTo(face.landmarks()[3 * landmark + 1], within(0.01));
      }
    }
  }

  /** As EG3D's ray sampler sees it: world = cam2world * (x, y, 1), u = (column + 0.5) / size. */
  private static double[] project(float[] label, float... centimetres) {
    double[] camera = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      for (int row = 0; row < 3; row++) {
        double offset = centimetres[row] * 0.027 - label[4 * row + 3];
        camera[axis] += label[4 * row + axis] * offset;
      }
    }
    double u = label[16] * camera[0] / camera[2] + label[18];
    double v = label[20] * camera[1] / camera[2] + label[21];
    return new double[] {u * SIZE - 0.5, v * SIZE - 0.5};
  }
}
