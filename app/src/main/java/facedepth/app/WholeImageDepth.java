package facedepth.app;

import facedepth.geometry.NpyFile;
import facedepth.inference.DepthModel;
import facedepth.inference.DepthPrediction;
import facedepth.inference.Photo;
import facedepth.inference.ResizeRule;
import facedepth.inference.WholePicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code depth} does with each image, over one loaded model. */
final class WholeImageDepth implements Batch.Work, AutoCloseable {
  private final DepthModel model;
  private final Input input;
  private final Path output;
  private final boolean resize;
  private final boolean overwrite;
  private final Console console;

  /**
   * How images are brought to the network, where that is not left to the model.
   *
   * @param rule null for the model's
   * @param side null for the model's
   */
  record Input(ResizeRule rule, Integer side) {
    private boolean isModels() {
      return rule == null && side == null;
    }
  }

  private WholeImageDepth(
      DepthModel model,
      Input input,
      Path output,
      boolean resize,
      boolean overwrite,
      Console console) {
    this.model = model;
    this.input = input;
    this.output = output;
    this.resize = resize;
    this.overwrite = overwrite;
    this.console = console;
  }

  static WholeImageDepth open(
      ModelOptions options,
      Input input,
      Path output,
      boolean resize,
      boolean overwrite,
      Console console)
      throws IOException {
    DepthModel model = Models.find(options).open(options.threads());
    return new WholeImageDepth(model, input, output, resize, overwrite, console);
  }

  @Override
  public void doWith(Path image, String name, OutputNames names) throws IOException {
    Path file = output.resolve(name + ".npy");
    if (!overwrite && Files.exists(file)) {
      throw new CommandException(file + ": exists already", "give --overwrite to replace it");
    }
    Photo photo = Photo.read(image);
    DepthPrediction prediction =
        input.isModels()
            ? WholePicture.predict(model, photo)
            : WholePicture.predict(model, photo, input.rule, input.side == null ? 0 : input.side);
    if (resize) {
      float[] depth = WholePicture.resizedDepth(prediction, photo.width(), photo.height());
      NpyFile.write(file, depth, photo.height(), photo.width());
    } else {
      NpyFile.write(file, prediction.depth(), prediction.height(), prediction.width());
    }
    console.say(file.toString());
  }

  @Override
  public void close() throws IOException {
    model.close();
  }
}
