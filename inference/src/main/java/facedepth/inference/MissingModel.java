package facedepth.inference;

import java.nio.file.Path;

/**
 * A model whose card is here, but not its file.
 *
 * @param name by which it can be used once its file is there
 * @param file where that belongs
 * @param title what its card calls it; empty, as all that follows, if the card does not say
 * @param get how to come by the file
 * @param home where it comes from
 * @param licence of its weights
 */
public record MissingModel(
    String name, Path file, String title, String get, String home, String licence) {

  static MissingModel of(String name, Path file, ModelCard.Notes notes) {
    return new MissingModel(name, file, notes.title(), notes.get(), notes.home(), notes.licence());
  }

  /** In one line what is missing, and where to find it. */
  public String message() {
    StringBuilder text = new StringBuilder(name).append(": ");
    text.append(title.isEmpty() ? "a model" : title);
    text.append(" is not here; its ONNX file belongs in ").append(file);
    append(text, "get it", get);
    append(text, "home", home);
    append(text, "licence", licence);
    return text.toString();
  }

  private static void append(StringBuilder text, String what, String value) {
    if (!value.isEmpty()) {
      text.append("; ").append(what).append(": ").append(value);
    }
  }
}
