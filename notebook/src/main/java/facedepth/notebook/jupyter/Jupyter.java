package facedepth.notebook.jupyter;

import facedepth.notebook.Notebook;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Jupyter, which finds our kernel beside its own. */
public final class Jupyter {
  private static final List<String> PAGES = List.of("jupyter-lab", "jupyter-notebook");
  private static final String CONVERTER = "jupyter-nbconvert";

  private final Path kernelFolder;
  private final boolean brief;

  private Jupyter(Path kernelFolder, boolean brief) {
    this.kernelFolder = kernelFolder;
    this.brief = brief;
  }

  /**
   * Jupyter with our kernel.
   *
   * @param kernelFolder as {@link KernelFolder#install} filled it
   */
  public Jupyter(Path kernelFolder) {
    this(kernelFolder, false);
  }

  /** The same, whose notebooks do as little as shows that everything works. */
  public Jupyter brief() {
    return new Jupyter(kernelFolder, true);
  }

  /** What to do where Jupyter is missing. */
  public static String howToGetIt() {
    return "install it with scripts/install-jupyter (Debian, Ubuntu), 'brew install jupyterlab'"
        + " (macOS) or 'pip install notebook'";
  }

  /** Whether notebooks can be opened in a browser: JupyterLab or Notebook is on the PATH. */
  public static boolean hasPage() {
    return PAGES.stream().anyMatch(name -> find(name).isPresent());
  }

  /** Whether notebooks can be run unattended: nbconvert is on the PATH. */
  public static boolean canExecute() {
    return find(CONVERTER).isPresent();
  }

  /**
   * Starts the page, for this machine only; it opens in the browser.
   *
   * @param folder that the page shows
   * @param notebook that is opened; null for the folder
   * @param port or 0 for Jupyter's own choice
   * @param browser whether to open a browser
   */
  public Process start(Path folder, Path notebook, int port, boolean browser) throws IOException {
    Path page =
        PAGES.stream()
            .flatMap(name -> find(name).stream())
            .findFirst()
            .orElseThrow(() -> new IOException("Jupyter is not on the PATH; " + howToGetIt()));
    List<String> command = new ArrayList<>(List.of(page.toString(), "--ip=127.0.0.1"));
    if (notebook != null) {
      command.add(notebook.toString());
    }
    command.add("--notebook-dir=" + folder);
    if (port > 0) {
      command.add("--port=" + port);
    }
    if (!browser) {
      command.add("--no-browser");
    }
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--allow-root"); // in containers everybody is root
    }
    return process(command).inheritIO().start();
  }

  /**
   * Runs a notebook from top to bottom and writes it with what came out, as NAME.html and
   * NAME.ipynb.
   *
   * @param output folder, which exists
   * @param log gets what Jupyter says
   * @param cellSeconds the longest that a cell may take
   * @return whether all cells went well
   */
  public boolean execute(Path notebook, Path output, File log, int cellSeconds)
      throws IOException, InterruptedException {
    Path converter =
        find(CONVERTER)
            .orElseThrow(() -> new IOException("nbconvert is not on the PATH; " + howToGetIt()));
    Path executed = output.resolve(notebook.getFileName());
    Files.deleteIfExists(executed);
    List<String> run =
        List.of(
            converter.toString(),
            "--to=notebook",
            "--execute",
            "--allow-errors", // so that what came out before and at the error can be looked at
            "--ExecutePreprocessor.kernel_name=" + KernelFolder.NAME,
            "--ExecutePreprocessor.timeout=" + cellSeconds,
            "--ExecutePreprocessor.startup_timeout=300",
            "--output-dir=" + output.toAbsolutePath(),
            notebook.toAbsolutePath().toString());
    if (wait(process(run), log) != 0 || !Files.exists(executed)) {
      return false;
    }
    List<String> page =
        List.of(converter.toString(), "--to=html", executed.toAbsolutePath().toString());
    return wait(process(page), log) == 0 && !ExecutedNotebook.read(executed).hasFailed();
  }

  private ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(KernelFolder.environment(kernelFolder));
    if (brief) {
      builder.environment().put(Notebook.SHORT_VARIABLE, "1");
    }
    return builder;
  }

  private static int wait(ProcessBuilder builder, File log)
      throws IOException, InterruptedException {
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    process.getOutputStream().close();
    try {
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
