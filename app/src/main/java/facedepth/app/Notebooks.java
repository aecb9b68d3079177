package facedepth.app;

import facedepth.notebook.Notebook;
import facedepth.notebook.jupyter.ExecutedNotebook;
import facedepth.notebook.jupyter.Jupyter;
import facedepth.notebook.jupyter.KernelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What {@code notebook} does; apart from the command so that its help needs none of it. */
final class Notebooks {
  private static final String EXTENSION = ".ipynb";

  private final Path folder;
  private final Path kernelFolder;
  private final Console console;

  private Notebooks(Path folder, Path kernelFolder, Console console) {
    this.folder = folder;
    this.kernelFolder = kernelFolder;
    this.console = console;
  }

  /**
   * Installs the kernel.
   *
   * @param dataFolder where to; null for a folder of the product's own
   */
  static Notebooks install(Path dataFolder, Console console) throws IOException {
    Path root = Notebook.root();
    Path data = dataFolder == null ? root.resolve(".facedepth/jupyter") : dataFolder;
    OutputFolder.prepare(data);
    KernelFolder.install(data, root);
    console.note("kernel installed: JUPYTER_PATH=" + data);
    return new Notebooks(root.resolve("notebooks"), data, console);
  }

  /** Opens Jupyter's page and waits until it is ended. */
  int open(Path notebook, int port, boolean browser) throws IOException, InterruptedException {
    if (!Jupyter.hasPage()) {
      throw new CommandException(
          "neither jupyter-lab nor jupyter-notebook is on the PATH", Jupyter.howToGetIt());
    }
    if (notebook != null && !Files.isRegularFile(notebook)) {
      throw new CommandException(notebook + ": no such notebook", "");
    }
    Path shown = notebook == null ? folder : notebook.toAbsolutePath().getParent();
    if (!Files.isDirectory(shown)) {
      throw new CommandException(shown + ": no such folder", "name a notebook");
    }
    Path opened = notebook == null ? null : notebook.toAbsolutePath();
    Process page = new Jupyter(kernelFolder).start(shown, opened, port, browser);
    Runtime.getRuntime().addShutdownHook(new Thread(page::destroy, "facedepth-shutdown"));
    return page.waitFor() == 0 ? Main.DONE : Main.SOME_FAILED;
  }

  /** Runs notebooks one after another; the rest also where one fails. */
  int run(List<Path> named, Path output, boolean brief, int cellMinutes)
      throws IOException, InterruptedException {
    if (!Jupyter.canExecute()) {
      throw new CommandException("jupyter-nbconvert is not on the PATH", Jupyter.howToGetIt());
    }
    OutputFolder.prepare(output);
    Jupyter jupyter = brief ? new Jupyter(kernelFolder).brief() : new Jupyter(kernelFolder);
    int exitCode = Main.DONE;
    for (Path notebook : named.isEmpty() ? all() : named) {
      if (!Files.isRegularFile(notebook)) {
        console.failure(notebook + ": no such notebook");
        exitCode = Main.SOME_FAILED;
        continue;
      }
      String name = notebook.getFileName().toString().replace(EXTENSION, "");
      Path log = output.resolve(name + ".log");
      Files.deleteIfExists(log);
      console.note("running " + notebook + " ...");
      if (jupyter.execute(notebook, output, log.toFile(), 60 * cellMinutes)) {
        console.say(output.resolve(name + ".html").toString());
      } else {
        console.failure(notebook + ": " + reason(output.resolve(name + EXTENSION), log));
        exitCode = Main.SOME_FAILED;
      }
    }
    return exitCode;
  }

  private static String reason(Path executed, Path log) throws IOException {
    if (Files.exists(executed)) {
      List<String> errors = ExecutedNotebook.read(executed).errors();
      if (!errors.isEmpty()) {
        return "a cell failed:\n" + errors.get(0);
      }
    }
    return "Jupyter failed; " + log + " has what it said";
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(EXTENSION)).sorted().toList();
    }
  }
}
