package facedepth.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** The program's commands, by name. */
final class Commands {
  private static final Map<String, Function<FacedepthCommand, Subcommand>> BY_NAME =
      new LinkedHashMap<>();

  static {
    BY_NAME.put("reconstruct", ReconstructCommand::new);
    BY_NAME.put("depth", DepthCommand::new);
    BY_NAME.put("mesh", MeshCommand::new);
    BY_NAME.put("convert", ConvertCommand::new);
    BY_NAME.put("synthesize", SynthesizeCommand::new);
    BY_NAME.put("train", TrainCommand::new);
    BY_NAME.put("evaluate", EvaluateCommand::new);
    BY_NAME.put("models", ModelsCommand::new);
    BY_NAME.put("serve", ServeCommand::new);
    BY_NAME.put("notebook", NotebookCommand::new);
  }

  private Commands() {}

  /**
   * Adds the command that the arguments name, or all of them where they name none: picocli takes
   * every command it is given apart at once, which is a good part of a start.
   */
  static void addTo(CommandLine commandLine, FacedepthCommand root, String[] args) {
    if (args.length > 0 && BY_NAME.containsKey(args[0])) {
      commandLine.addSubcommand(args[0], BY_NAME.get(args[0]).apply(root));
    } else {
      BY_NAME.forEach((name, command) -> commandLine.addSubcommand(name, command.apply(root)));
    }
  }
}
