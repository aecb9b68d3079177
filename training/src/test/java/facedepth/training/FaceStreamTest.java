package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.TestHeads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceStreamTest {
  private static final FaceGenerator FACES = new FaceGenerator(TestHeads.ellipsoid(), 32, 9);

  @Test
  void theStreamIsTheSameFromAnyPositionAndOnAnyNumberOfThreads() throws Exception {
    List<Batch> whole = batches(0, 1, 6);
    List<Batch> rest = batches(4 * 2, 3, 4);
    for (int i = 0; i < 4; i++) {
      for (int n = 0; n < 4; n++) {
        TrainingFace face = rest.get(i).faces().get(n);
        assertThat(face.rgb()).isEqualTo(whole.get(i + 2).faces().get(n).rgb());
        assertThat(face.depth()).isEqualTo(whole.get(i + 2).faces().get(n).depth());
      }
    }
  }

  @Test
  void everyPictureOfASceneComesOnceAndInTime() throws Exception {
    int takes = 2;
    int apart = 128;
    List<float[]> depths = new ArrayList<>();
    try (BatchStream stream = stream(takes, 2, 0)) {
      for (int i = 0; i < (apart + 8) * takes / 4; i++) {
        Batch batch = stream.next();
        batch.faces().forEach(face -> depths.add(face.depth()));
      }
    }
    int mirrored = 0;
    for (int i = 0; i < 8; i++) {
      float[] first = depths.get(takes * i);
      float[] second = depths.get(takes * (apart + i) + 1);
      boolean same = Arrays.equals(first, second);
      assertThat(same || Arrays.equals(first, flipped(second))).as("scene %d", i).isTrue();
      mirrored += same ? 0 : 1;
    }
    assertThat(mirrored).isBetween(1, 7);
  }

  private static float[] flipped(float[] depth) {
    return new TrainingFace(32, new byte[3 * 1024], depth).mirrored().depth();
  }

  private static DataSettings data(int takes, int threads) {
    return new DataSettings(null, null, takes, null, true, null, threads);
  }

  private static BatchStream stream(int takes, int threads, long firstPosition) {
    FaceStream order = new FaceStream(FACES, data(takes, threads), false, 32);
    return new BatchStream(threads, 4, firstPosition, order);
  }

  private static List<Batch> batches(long firstPosition, int threads, int count) throws Exception {
    List<Batch> batches = new ArrayList<>();
    try (BatchStream stream = stream(3, threads, firstPosition)) {
      for (int i = 0; i < count; i++) {
        batches.add(stream.next());
      }
    }
    return batches;
  }
}
