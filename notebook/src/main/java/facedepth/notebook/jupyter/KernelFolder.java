package facedepth.notebook.jupyter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facedepth.geometry.AtomicFile;
import facedepth.inference.ModelCatalog;
import facedepth.notebook.Notebook;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The folder in which Jupyter finds our kernel, one of those that JUPYTER_PATH names: the product
 * installs nothing outside its own folder.
 */
public final class KernelFolder {
  /** What notebooks call the kernel. */
  public static final String NAME = "facedepth";

  private static final String DISPLAY_NAME = "facedepth (Java)";

  /** Handed on to the kernel where this process has them. */
  private static final List<String> PROPERTIES =
      List.of("facedepth.cache", "org.bytedeco.javacpp.cachedir");

  private KernelFolder() {}

  /**
   * Writes the kernel's description, by which Jupyter starts this Java with this process's class
   * path.
   *
   * @param folder is made if it is not there
   * @param root the product's folder
   */
  public static void install(Path folder, Path root) throws IOException {
    Path kernel = folder.resolve("kernels").resolve(NAME);
    Files.createDirectories(kernel);
    byte[] json =
        new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(description(root.toAbsolutePath().normalize()));
    AtomicFile.write(kernel.resolve("kernel.json"), out -> out.write(json));
  }

  private static ObjectNode description(Path root) {
    ObjectNode kernel = new ObjectMapper().createObjectNode();
    kernel.put("display_name", DISPLAY_NAME);
    kernel.put("language", "java");
    // A signal, not a message: see Kernel.
    kernel.put("interrupt_mode", "signal");
    ArrayNode argv = kernel.putArray("argv");
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.add("-Djava.awt.headless=true").add("-Dfile.encoding=UTF-8");
    argv.add("-D" + Notebook.ROOT_PROPERTY + "=" + root);
    String models =
        System.getProperty(ModelCatalog.FOLDER_PROPERTY, root.resolve("models").toString());
    argv.add("-D" + ModelCatalog.FOLDER_PROPERTY + "=" + models);
    for (String name : PROPERTIES) {
      String value = System.getProperty(name);
      if (value != null) {
        argv.add("-D" + name + "=" + value);
      }
    }
    if (Runtime.version().feature() >= 22) {
      argv.add("--enable-native-access=ALL-UNNAMED");
    }
    argv.add("facedepth.notebook.kernel.Kernel").add("{connection_file}");
    // By the environment: ONNX Runtime crashes where the command line is longer than about 4,000
    // characters.
    kernel.putObject("env").put("CLASSPATH", System.getProperty("java.class.path"));
    return kernel;
  }

  /** This process's environment for Jupyter, with the folder before what else it is to look in. */
  static Map<String, String> environment(Path folder) {
    String others = System.getenv("JUPYTER_PATH");
    String own = folder.toAbsolutePath().toString();
    boolean alone = others == null || others.isBlank();
    return Map.of("JUPYTER_PATH", alone ? own : own + File.pathSeparator + others);
  }
}
