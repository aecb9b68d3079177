package facedepth.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetRunTest {
  private static final int COUNT = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void twoThreadsWriteTheSameBytesAsOne(Layout layout) throws Exception {
    Sets.write(folder.resolve("one"), manifest(layout), COUNT, 1);
    Sets.write(folder.resolve("two"), manifest(layout), COUNT, 2);
    assertSame(Sets.files(folder.resolve("two")), Sets.files(folder.resolve("one")));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aRunGoesOnWhereItWasStopped(long seed) throws Exception {
    Manifest manifest = manifest(seed % 2 == 0 ? Layout.EG3D : Layout.NATIVE);
    Sets.write(folder, manifest, COUNT, 1);
    Map<String, byte[]> whole = Sets.files(folder);
    Random random = new Random(seed);
    List<String> names = new ArrayList<>(whole.keySet());
    names.remove(Manifest.FILE_NAME);
    for (int i = 0; i < 4; i++) {
      Files.delete(folder.resolve(names.remove(random.nextInt(names.size()))));
    }
    DatasetRun again = Sets.run(folder, manifest, COUNT);
    assertThat(again.missing()).isBetween(1L, 4L);
    again.requireSame();
    AtomicInteger rendered = new AtomicInteger();
    again.run(2, rendered::incrementAndGet);
    assertThat(rendered.get()).isBetween(1, 4);
    assertSame(Sets.files(folder), whole);
  }

  @Test
  void aStoppedRunLeavesWholeSamplesOnly() throws Exception {
    DatasetRun run = Sets.run(folder, manifest(Layout.NATIVE), 1000);
    AtomicInteger rendered = new AtomicInteger();
    run.run(
        2,
        () -> {
          if (rendered.incrementAndGet() == 3) {
            run.stop();
          }
        });
    assertThat(rendered.get()).isBetween(3, 5);
    assertThat(Sets.files(folder)).hasSize(7 * rendered.get() + 1);
    assertThat(Dataset.open(folder).names()).hasSize(rendered.get());
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedAndItsSampleNotThere() throws Exception {
    // A folder in the way of sample 2's last file but one fails as late as a full disk may.
    Files.createDirectories(folder.resolve("000002-normals.npy").resolve("in-the-way"));
    Manifest manifest = manifest(Layout.NATIVE);
    manifest.write(folder);
    assertThatThrownBy(() -> Sets.write(folder, manifest, COUNT, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("000002-normals.npy");
    assertThat(folder.resolve("000002.json")).doesNotExist();
    assertThat(Dataset.open(folder).names()).containsExactly("000000", "000001");
    assertThat(Sets.files(folder).keySet()).noneMatch(name -> name.endsWith(".part"));
    Files.delete(folder.resolve("000002-normals.npy").resolve("in-the-way"));
    Files.delete(folder.resolve("000002-normals.npy"));
    Sets.write(folder, manifest, COUNT, 1);
    Sets.write(folder.resolve("elsewhere"), manifest, COUNT, 1);
    Map<String, byte[]> whole = Sets.files(folder.resolve("elsewhere"));
    Map<String, byte[]> resumed = Sets.files(folder);
    resumed.keySet().removeIf(name -> name.startsWith("elsewhere"));
    assertSame(resumed, whole);
  }

  @Test
  void whatAKilledRunLeftHalfWrittenIsSwept() throws Exception {
    Sets.write(folder, manifest(Layout.NATIVE), 1, 1);
    Path old = Files.writeString(folder.resolve(".000001.png-1x2y.part"), "half");
    Path fresh = Files.writeString(folder.resolve(".000002.png-3a4b.part"), "half");
    Path foreign = Files.writeString(folder.resolve("notes.part"), "mine");
    for (Path file : List.of(old, foreign)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }
    Sets.write(folder, manifest(Layout.NATIVE), 2, 1);
    assertThat(old).doesNotExist();
    assertThat(fresh).as("perhaps another run's").exists();
    assertThat(foreign).exists();
  }

  @Test
  void otherParametersAreRefused() throws Exception {
    Manifest manifest = manifest(Layout.NATIVE);
    Sets.write(folder, manifest, 1, 1);
    Manifest otherSeed =
        new Manifest(
            Layout.NATIVE, 1, "test", manifest.headModel(), 6, manifest.size(), false, true, true);
    assertThatThrownBy(() -> DatasetFolder.prepare(folder, otherSeed, false))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("seed 5, not 6");
    Manifest otherHead =
        new Manifest(Layout.NATIVE, 1, "test", "0badc0de", 5, manifest.size(), false, true, true);
    assertThatThrownBy(() -> DatasetFolder.prepare(folder, otherHead, false))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("head_model");
    assertThatThrownBy(() -> DatasetFolder.prepare(folder, manifest(Layout.EG3D), false))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("layout native, not eg3d");
  }

  @Test
  void picturesOfAnotherGeneratorAreRefused() throws Exception {
    Manifest manifest = manifest(Layout.NATIVE);
    Sets.write(folder, manifest, 2, 1);
    Files.copy(
        folder.resolve("000001.png"),
        folder.resolve("000000.png"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> Sets.run(folder, manifest, 2).requireSame())
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("000000.png");
  }

  @Test
  void samplesOfAnotherProgramAreNeitherJoinedNorDeleted() throws Exception {
    Path theirs = folder.resolve("images/seed00000.png");
    Files.createDirectories(theirs.getParent());
    Files.writeString(theirs, "theirs");
    for (boolean overwrite : new boolean[] {false, true}) {
      assertThatThrownBy(() -> DatasetFolder.prepare(folder, manifest(Layout.EG3D), overwrite))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageContaining(folder.toString());
    }
    assertThat(theirs).hasContent("theirs");
    Files.writeString(folder.resolve("dataset.json"), "{\"labels\": []}");
    assertThatThrownBy(() -> DatasetFolder.prepare(folder, manifest(Layout.EG3D), true))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("dataset.json");
    assertThat(theirs).hasContent("theirs");
  }

  @Test
  void overwritingStartsOverAndLeavesOtherFilesAlone() throws Exception {
    Sets.write(folder, manifest(Layout.EG3D), 3, 1);
    Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
    Path picture = Files.writeString(folder.resolve("images/photo.png"), "mine");
    Manifest manifest = manifest(Layout.NATIVE);
    SampleWriter writer = DatasetFolder.prepare(folder, manifest, true);
    new DatasetRun(Sets.faces(manifest.size()), writer, manifest.size(), 7, 1).run(1, () -> {});
    assertThat(Sets.files(folder).keySet())
        .filteredOn(name -> !name.startsWith("000007"))
        .containsExactly("dataset.json", "images/photo.png", "notes.txt");
    assertThat(notes).hasContent("mine");
    assertThat(picture).hasContent("mine");
    assertThat(Dataset.open(folder).names()).containsExactly("000007");
  }

  private static Manifest manifest(Layout layout) {
    return layout == Layout.EG3D ? Sets.eg3dManifest(128) : Sets.nativeManifest(32);
  }

  private static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
  }
}
