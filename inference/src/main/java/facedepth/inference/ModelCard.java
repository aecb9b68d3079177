package facedepth.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a network's maker says of it and its ONNX file does not: a small JSON file of the same name
 * beside it ({@code model.onnx}, {@code model.json}).
 *
 * @param file what messages call the card
 * @param notes what people read: title, licence, home and the like; empty where it says nothing
 * @param input name of the picture's input; empty if the network has but one that may be it
 * @param format how it takes a picture
 * @param size the size it was made for, if the card says
 * @param rule how whole pictures are brought to that size
 * @param multiple what both sides must be multiples of
 * @param constants values of further inputs by their names
 * @param depth name of the output; empty if the network has but one that may be it
 * @param meaning of the output
 * @param mask name of an output that tells, from 0 to 1, where depth is to be trusted; empty for
 *     none
 */
record ModelCard(
    String file,
    Notes notes,
    String input,
    InputFormat format,
    Optional<NetworkSize> size,
    ResizeRule rule,
    int multiple,
    Map<String, Double> constants,
    String depth,
    DepthMeaning meaning,
    String mask) {
  static final String EXTENSION = ".json";

  /**
   * What people read.
   *
   * @param title the model's name
   * @param licence of its weights
   * @param home where it comes from
   * @param get how to come by the ONNX file
   */
  record Notes(String title, String licence, String home, String get) {}

  /** The card beside a model's file, if there is one. */
  static Optional<ModelCard> beside(Path model) throws IOException {
    String name = String.valueOf(model.getFileName());
    if (!name.endsWith(ModelCatalog.EXTENSION)) {
      return Optional.empty();
    }
    Path card = model.resolveSibling(stem(name) + EXTENSION);
    return Files.isRegularFile(card) ? Optional.of(ModelCardReader.read(card)) : Optional.empty();
  }

  /** A model file's name without its extension. */
  static String stem(String name) {
    return name.endsWith(ModelCatalog.EXTENSION)
        ? name.substring(0, name.length() - ModelCatalog.EXTENSION.length())
        : name;
  }
}
