package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NativeRuntimeTest {

  /** What the child process runs. */
  static final class Starter {
    private Starter() {}

    public static void main(String[] arguments) {
      System.out.println("started " + (NativeRuntime.environment() != null));
    }
  }

  @Test
  void startsUnderALongCommandLine() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(Starter.class.getName());
    for (int i = 0; i < 3000; i++) {
      command.add("holiday/photograph-" + i + ".jpg");
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    builder.environment().put("CLASSPATH", classPath);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("started true");
    assertThat(process.exitValue()).isZero();
  }
}
