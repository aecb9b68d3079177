package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFacesTest {
  private static final LossWeights ALIGNED = new LossWeights(0, 0, 0, 0, 0, 0, 1);
  private static final int SIZE = 32;

  @TempDir private Path folder;

  @Test
  void theStreamIsTheSameFromAnyPositionAndOnAnyNumberOfThreads() throws Exception {
    TestFolders.synface(folder, 9, 40);
    List<Batch> whole = batches(faces(1), 0, 8);
    List<Batch> rest = batches(faces(3), 5 * 2, 3);
    for (int i = 0; i < 3; i++) {
      assertSame(rest.get(i), whole.get(i + 5));
    }
  }

  private static void assertSame(Batch one, Batch other) {
    for (int n = 0; n < 2; n++) {
      assertThat(one.faces().get(n).rgb()).isEqualTo(other.faces().get(n).rgb());
      assertThat(one.faces().get(n).depth()).isEqualTo(other.faces().get(n).depth());
    }
  }

  @Test
  void faultsChangeThePicturesAloneAndAreTheSameOnAnyNumberOfThreads() throws Exception {
    TestFolders.synface(folder, 9, 40);
    List<Batch> plain = batches(faces(1), 0, 8);
    List<Batch> spoiled = batches(spoiledFaces(1), 0, 8);
    List<Batch> rest = batches(spoiledFaces(3), 5 * 2, 3);
    for (int i = 0; i < 3; i++) {
      assertSame(rest.get(i), spoiled.get(i + 5));
    }
    int changed = 0;
    for (int i = 0; i < 8; i++) {
      for (int n = 0; n < 2; n++) {
        TrainingFace before = plain.get(i).faces().get(n);
        TrainingFace after = spoiled.get(i).faces().get(n);
        assertThat(after.depth()).isEqualTo(before.depth());
        changed += Arrays.equals(before.rgb(), after.rgb()) ? 0 : 1;
      }
    }
    assertThat(changed).isGreaterThan(12);
  }

  private FolderFaces spoiledFaces(int threads) throws IOException {
    DataSettings data = new DataSettings(List.of(folder), null, null, true, true, 2, threads);
    return new FolderFaces(data, 4, LossWeights.DEFAULT, line -> {});
  }

  @Test
  void everyEpochShowsAllSamplesButThoseHeldOutInAnOrderOfItsOwn() throws Exception {
    TestFolders.synface(folder, 10, SIZE);
    FolderFaces faces = faces(2);
    assertThat(faces.size()).isEqualTo(8);
    List<Float> tints = new ArrayList<>(); // the balls are told by their blue corner
    Map<Float, Set<Boolean>> mirrored = new HashMap<>();
    for (Batch batch : batches(faces, 0, 32)) {
      for (int n = 0; n < 2; n++) {
        TrainingFace face = batch.faces().get(n);
        float tint = face.pixels()[2 * SIZE * SIZE];
        tints.add(tint);
        boolean left = Float.isFinite(face.depth()[SIZE / 2 * SIZE + SIZE / 2 - 8]);
        boolean right = Float.isFinite(face.depth()[SIZE / 2 * SIZE + SIZE / 2 + 7]);
        if (left != right) {
          mirrored.computeIfAbsent(tint, t -> new HashSet<>()).add(left);
        }
      }
    }
    Set<Float> held = new HashSet<>();
    for (EvaluationFace face : faces.heldOut(SIZE)) {
      held.add(face.rgb()[2 * SIZE * SIZE]);
    }
    assertThat(held).containsExactlyInAnyOrder(20f, 29f);
    Set<List<Float>> orders = new HashSet<>();
    for (int epoch = 0; epoch < 8; epoch++) {
      List<Float> one = tints.subList(8 * epoch, 8 * epoch + 8);
      assertThat(one).doesNotHaveDuplicates().doesNotContainAnyElementsOf(held);
      orders.add(one);
    }
    assertThat(orders).hasSizeGreaterThan(6);
    assertThat(mirrored.values()).isNotEmpty().allSatisfy(ways -> assertThat(ways).hasSize(2));
  }

  @Test
  void aDamagedSampleIsNamedOnceAndReplacedByTheNext() throws Exception {
    TestFolders.synface(folder, 10, SIZE);
    Files.writeString(folder.resolve("depth/007.png"), "nothing");
    List<String> lines = new ArrayList<>();
    FolderFaces faces = faces(2, LossWeights.DEFAULT, lines);
    for (Batch batch : batches(faces, 0, 12)) {
      assertThat(batch.size()).isEqualTo(2);
    }
    assertThat(lines).singleElement().asString().contains("007.png");
  }

  @Test
  void closingAStreamInTheMiddleOfItsReadingTakesNoSampleForDamaged() throws Exception {
    TestFolders.synface(folder, 10, 4 * SIZE);
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    FolderFaces faces = faces(4, LossWeights.DEFAULT, lines);
    for (int i = 0; i < 12; i++) {
      assertThat(batches(faces, i, 1)).hasSize(1);
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void tooManyDamagedSamplesStopTheRun() throws Exception {
    TestFolders.synface(folder, 16, SIZE);
    for (int i = 2; i < 16; i++) {
      Files.writeString(folder.resolve("depth/%03d.png".formatted(i)), "nothing");
    }
    FolderFaces faces = faces(1);
    assertThatThrownBy(() -> batches(faces, 0, 8))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 10 of 14");
  }

  @Test
  void depthWithoutAUnitTeachesNoCropWidthsAndNoMask() throws Exception {
    TestFolders.eg3d(folder, 6, SIZE);
    assertThatThrownBy(() -> faces(1))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("only minMax or aligned");
    assertThatThrownBy(() -> faces(1, new LossWeights(0, 0, 0, 1, 0, 0, 1), new ArrayList<>()))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("mask");
    assertThat(faces(1, ALIGNED, new ArrayList<>()).size()).isEqualTo(5);
    assertThat(faces(1, LossWeights.ORIGIN, new ArrayList<>()).size()).isEqualTo(5);
  }

  @Test
  void aDataSetInPartsLearnsFromOneAndIsJudgedByAnother() throws Exception {
    TestFolders.synface(folder.resolve("train"), 5, SIZE);
    TestFolders.synface(folder.resolve("val"), 3, SIZE);
    TestFolders.synface(folder.resolve("test"), 3, SIZE);
    FolderFaces faces = faces(1);
    assertThat(faces.size()).isEqualTo(5);
    assertThat(faces.heldOut(SIZE)).hasSize(2);
  }

  private FolderFaces faces(int threads) throws IOException {
    return faces(threads, LossWeights.DEFAULT, new ArrayList<>());
  }

  private FolderFaces faces(int threads, LossWeights losses, List<String> lines)
      throws IOException {
    DataSettings data = new DataSettings(List.of(folder), null, null, null, true, 2, threads);
    return new FolderFaces(data, 4, losses, lines::add);
  }

  private static List<Batch> batches(FolderFaces faces, long firstPosition, int count)
      throws Exception {
    List<Batch> batches = new ArrayList<>();
    try (BatchStream stream = faces.open(SIZE, 2, firstPosition)) {
      for (int i = 0; i < count; i++) {
        batches.add(stream.next());
      }
    }
    return batches;
  }
}
