package facedepth.app;

import facedepth.inference.ModelCatalog;
import facedepth.inference.ModelSource;
import java.io.IOException;

/** From what the command line says to a model. */
final class Models {
  private Models() {}

  /** The named model, or the default. */
  static ModelSource find(ModelOptions options) throws IOException {
    ModelCatalog catalog = ModelCatalog.installed();
    return options.model() == null ? catalog.findDefault() : catalog.find(options.model());
  }
}
