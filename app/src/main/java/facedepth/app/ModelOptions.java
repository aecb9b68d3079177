package facedepth.app;

import picocli.CommandLine.Option;

/** The options of every command that runs a network. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "NAME_OR_ONNX",
      description =
          "A model that 'facedepth models' lists, or a path that ends in .onnx. Without it the"
              + " installation's default model.")
  private String model;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many processor cores to use; all of them if not said otherwise.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** The name or file; null for the default. */
  String model() {
    return model;
  }

  int threads() {
    return threads;
  }
}
