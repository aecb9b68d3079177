package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNamesTest {
  @ParameterizedTest
  @CsvSource({
    "portrait.jpg,portrait",
    "a.b.jpg,a.b",
    "portrait,portrait",
    ".jpg,.jpg",
    "x/y.png,y"
  })
  void takesTheExtensionOff(String file, String stem) {
    assertThat(OutputNames.stem(Path.of(file))).isEqualTo(stem);
  }

  @Test
  void neverGivesANameTwice() {
    OutputNames names = new OutputNames();
    assertThat(names.forFile(Path.of("a/portrait.jpg"))).isEqualTo("portrait");
    assertThat(names.forFile(Path.of("portrait-2.jpg"))).isEqualTo("portrait-2");
    assertThat(names.forFile(Path.of("b/portrait.png"))).isEqualTo("portrait-3");
    assertThat(names.forFile(Path.of("PORTRAIT.png"))).isEqualTo("PORTRAIT-4");
  }
}
