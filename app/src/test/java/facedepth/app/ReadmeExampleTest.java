package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells an application to write must compile. */
class ReadmeExampleTest {
  private static final Pattern JAVA_BLOCK =
      Pattern.compile("^```java\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir Path classes;

  @Test
  void theLibraryExampleCompiles() throws IOException {
    assertThat(errorsOf(example())).isEmpty();
  }

  @Test
  void aWrongExampleDoesNot() throws IOException {
    String wrong = example().replaceFirst("FaceReconstructor\\.", "FaceReconstructor.misspelt_");
    assertThat(errorsOf(wrong)).contains("misspelt_");
  }

  @Test
  void theExampleIsFiveLines() throws IOException {
    assertThat(example().lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(5);
  }

  private static String example() throws IOException {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    Matcher matcher = JAVA_BLOCK.matcher(readme);
    assertThat(matcher.find()).as("README.md has a Java block").isTrue();
    return matcher.group(1);
  }

  private String errorsOf(String statements) {
    String source =
        """
        import facedepth.geometry.*;
        import facedepth.inference.*;
        import java.nio.file.Path;
        class Example {
          void run() throws Exception {
        %s
          }
        }
        """
            .formatted(statements);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
    boolean compiled = compiler.getTask(errors, null, null, options, null, List.of(file)).call();
    assertThat(compiled).isEqualTo(errors.toString().isEmpty());
    return errors.toString();
  }
}
