package facedepth.app;

import facedepth.inference.ModelCatalog;
import facedepth.inference.ModelDescription;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code facedepth models}: what there is to choose from. */
@Command(name = "models", description = "List the models that this installation knows.")
final class ModelsCommand extends Subcommand {
  private static final int DIGEST_SHOWN = 12;

  ModelsCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    List<ModelDescription> models = ModelCatalog.installed().list();
    if (models.isEmpty()) {
      throw new CommandException("no model is installed", "name a file with --model FILE.onnx");
    }
    int failures = 0;
    for (ModelDescription model : models) {
      if (model.kind() == null) {
        failures++;
        console().failure(model.description());
      } else {
        console().say(line(model));
      }
    }
    return failures == 0 ? Main.DONE : Main.SOME_FAILED;
  }

  private static String line(ModelDescription model) {
    return String.format(
        Locale.ROOT,
        "%-24s %-5s %6.1f MB  sha256 %s  %s%s",
        model.source().name(),
        model.kind().name().toLowerCase(Locale.ROOT),
        model.bytes() / 1e6,
        model.sha256().substring(0, DIGEST_SHOWN),
        model.isDefault() ? "(default) " : "",
        model.description());
  }
}
