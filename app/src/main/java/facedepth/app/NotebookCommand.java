package facedepth.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code facedepth notebook}: Jupyter with a kernel that knows the product. */
@Command(
    name = "notebook",
    description = {
      "Open the notebooks in the browser, with a Java kernel that has facedepth on its class path.",
      "Jupyter is the system's; the kernel is installed into a folder of facedepth's own and"
          + " nowhere else. With --run the notebooks are run from top to bottom without a browser,"
          + " and what came out is written as .html and .ipynb."
    })
final class NotebookCommand extends Subcommand {
  private static final int MOST_PORT = 65_535;

  @Parameters(
      arity = "0..*",
      paramLabel = "NOTEBOOK",
      description =
          "Notebooks to open (one) or to run; default: the folder notebooks, or all in it.")
  private List<Path> notebooks = new ArrayList<>();

  @Option(
      names = "--run",
      description = "Run them unattended; fails if a cell fails, and says which.")
  private boolean run;

  @Option(
      names = "--short",
      description = "With --run: as little as shows that everything works, a few minutes in all.")
  private boolean brief;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "With --run: where the results go.")
  private Path output = Path.of("facedepth-output/notebooks");

  @Option(
      names = "--cell-minutes",
      paramLabel = "N",
      description = "With --run: the longest that one cell may take.")
  private int cellMinutes = 120;

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "Port of the page; 0: Jupyter's choice.")
  private int port;

  @Option(names = "--no-browser", description = "Print the page's address and open no browser.")
  private boolean withoutBrowser;

  @Option(
      names = "--install-only",
      description =
          "Only install the kernel and print its folder; for a Jupyter that is started otherwise,"
              + " with JUPYTER_PATH naming this folder.")
  private boolean installOnly;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "The folder that the kernel is installed into; default: one of facedepth's own.")
  private Path dataFolder;

  NotebookCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > MOST_PORT) {
      throw wrongUsage("--port " + port + " is not from 0 to " + MOST_PORT);
    }
    if (cellMinutes < 1) {
      throw wrongUsage("--cell-minutes " + cellMinutes + " is not positive");
    }
    if (run && installOnly) {
      throw wrongUsage("--run and --install-only exclude each other");
    }
    if (!run && notebooks.size() > 1) {
      throw wrongUsage("one notebook can be opened at a time; more with --run");
    }
    Notebooks place = Notebooks.install(dataFolder, console());
    if (installOnly) {
      return Main.DONE;
    }
    return run
        ? place.run(notebooks, output, brief, cellMinutes)
        : place.open(notebooks.isEmpty() ? null : notebooks.get(0), port, !withoutBrowser);
  }
}
