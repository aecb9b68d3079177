package facedepth.app;

import facedepth.inference.MissingModel;
import facedepth.inference.ModelCatalog;
import facedepth.inference.ModelDescription;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code facedepth models}: what there is to choose from. */
@Command(
    name = "models",
    description = {
      "List the models that this installation knows.",
      "Also those that it only has a card of: what is missing, where its file belongs, and where it"
          + " comes from."
    })
final class ModelsCommand extends Subcommand {
  private static final int DIGEST_SHOWN = 12;

  ModelsCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    ModelCatalog catalog = ModelCatalog.installed();
    List<ModelDescription> models = catalog.list();
    List<MissingModel> missing = catalog.missing();
    if (models.isEmpty() && missing.isEmpty()) {
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
    if (!missing.isEmpty()) {
      console().say("");
      console().say("Known, but not here:");
      for (MissingModel model : missing) {
        console().say("  " + model.message());
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
