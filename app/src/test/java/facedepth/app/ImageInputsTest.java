package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageInputsTest {
  @TempDir Path folder;

  private final List<String> failures = new ArrayList<>();

  @Test
  void aFolderStandsForItsImagesInOrder() throws IOException {
    touch("b.jpg", "a.PNG", ".hidden.jpg", "notes.txt", "c.webp");
    Files.createDirectory(folder.resolve("d.png"));
    assertThat(resolve(folder))
        .extracting(it -> it.getFileName().toString())
        .containsExactly("a.PNG", "b.jpg", "c.webp");
    assertThat(failures).isEmpty();
  }

  @Test
  void aFileStandsForItselfEvenIfItIsNotThere() {
    Path missing = folder.resolve("missing.xyz");
    assertThat(resolve(missing)).containsExactly(missing);
  }

  @Test
  void whatIsNamedTwiceComesOnce() throws IOException {
    touch("a.jpg");
    Path again = folder.resolve("../" + folder.getFileName() + "/a.jpg");
    assertThat(resolve(folder, again, folder.resolve("a.jpg"))).hasSize(1);
  }

  @Test
  void aFolderWithoutImagesIsAFailureThatNamesIt() throws IOException {
    touch("notes.txt");
    assertThat(resolve(folder)).isEmpty();
    assertThat(failures).singleElement().asString().contains(folder.toString(), "no image", "webp");
  }

  private List<Path> resolve(Path... arguments) {
    return ImageInputs.resolve(
        List.of(arguments), (input, reason) -> failures.add(ErrorLine.of(reason)));
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }
}
