package facedepth.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelFolderTest {
  @TempDir private Path folder;

  @Test
  void startsThisJavaWithThisClassPathByTheEnvironment() throws IOException {
    KernelFolder.install(folder, Path.of("/somewhere"));
    JsonNode kernel =
        new ObjectMapper().readTree(folder.resolve("kernels/facedepth/kernel.json").toFile());
    assertThat(kernel.get("argv").get(0).asText()).startsWith(System.getProperty("java.home"));
    assertThat(kernel.get("argv").toString())
        .contains("-Dfacedepth.root=/somewhere", "{connection_file}")
        .hasSizeLessThan(4000);
    assertThat(kernel.at("/env/CLASSPATH").asText())
        .isEqualTo(System.getProperty("java.class.path"));
    assertThat(kernel.get("interrupt_mode").asText()).isEqualTo("signal");
    assertThat(KernelFolder.environment(folder).get("JUPYTER_PATH"))
        .startsWith(folder.toAbsolutePath().toString());
  }
}
