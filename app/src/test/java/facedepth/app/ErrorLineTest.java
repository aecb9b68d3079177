package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorLineTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new CommandException("a.jpg: no face", "crop it"), "a.jpg: no face; crop it"),
        Arguments.of(new CommandException("a.jpg: no face", ""), "a.jpg: no face"),
        Arguments.of(new MalformedFileException("a.jpg", "no image"), "a.jpg: no image"),
        Arguments.of(new NoSuchFileException("a.jpg"), "a.jpg: no such file or folder"),
        Arguments.of(new AccessDeniedException("a.jpg"), "a.jpg: permission denied"),
        Arguments.of(new NotDirectoryException("a.jpg"), "a.jpg: not a folder"),
        Arguments.of(new FileAlreadyExistsException("a"), "a: is in the way"),
        Arguments.of(new FileSystemException("a", null, "No space left"), "a: No space left"),
        Arguments.of(new IOException("first\n  second\r\nthird"), "first second third"),
        Arguments.of(
            new IllegalStateException("lost"),
            "unexpected IllegalStateException: lost; --verbose shows where"),
        Arguments.of(
            new IllegalArgumentException((String) null),
            "unexpected IllegalArgumentException; --verbose shows where"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void readsAsOneLine(Throwable failure, String line) {
    assertThat(ErrorLine.of(failure)).isEqualTo(line);
  }

  @Test
  void tellsWhatToDoAboutTooLittleMemory() {
    assertThat(ErrorLine.of(new OutOfMemoryError("Java heap space")))
        .contains("not enough memory", "FACEDEPTH_JAVA_OPTS=-Xmx")
        .doesNotContain("\n");
  }
}
