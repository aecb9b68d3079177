package facedepth.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads model cards and says in one line what is wrong with one. */
final class ModelCardReader {
  private static final int LARGEST_SIDE = 4096;
  private static final int LARGEST_CARD = 1 << 20;

  private ModelCardReader() {}

  /**
   * Reads a card.
   *
   * @throws MalformedFileException if it is no JSON, or a key or value is none of a card's
   */
  static ModelCard read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_CARD) {
      throw new MalformedFileException(file.toString(), "is too large for a model card");
    }
    return read(file.toString(), Files.readString(file));
  }

  static ModelCard read(String file, String text) throws MalformedFileException {
    CardValues card;
    try {
      card = CardValues.parse(file, text);
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(
          file,
          "is no JSON: "
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + " (line "
              + e.getLocation().getLineNr()
              + ")",
          e);
    } catch (IOException e) {
      throw new MalformedFileException(file, "is no JSON: " + e.getMessage(), e);
    }
    card.requireKeys("title", "description", "licence", "home", "get", "input", "output");
    CardValues input = card.group("input");
    input.requireKeys(
        "name",
        "layout",
        "channels",
        "white",
        "mean",
        "std",
        "size",
        "resize",
        "multiple",
        "constants");
    CardValues output = card.group("output");
    output.requireKeys("depth", "meaning", "mask");
    int multiple = input.integer("multiple", NetworkSize.MULTIPLE, 1, LARGEST_SIDE);
    return new ModelCard(
        file,
        new ModelCard.Notes(
            card.text("title", ""),
            card.text("licence", ""),
            card.text("home", ""),
            card.text("get", "")),
        input.text("name", ""),
        format(input),
        size(input, multiple),
        rule(input),
        multiple,
        constants(input.group("constants")),
        output.text("depth", ""),
        meaning(output),
        output.text("mask", ""));
  }

  private static InputFormat format(CardValues input) throws MalformedFileException {
    List<Double> deviation = input.three("std", 1);
    if (deviation.stream().anyMatch(value -> !(value > 0))) {
      throw input.wrong("std", "is " + deviation + "; each must be positive");
    }
    double white = input.number("white", 1);
    if (white != 1 && white != 255) {
      throw input.wrong("white", "is " + white + ", neither 1 nor 255");
    }
    return new InputFormat(
        input.oneOf("channels", "RGB", "BGR").equals("BGR"),
        input.oneOf("layout", "NCHW", "NHWC").equals("NHWC"),
        white,
        input.three("mean", 0),
        deviation);
  }

  private static Optional<NetworkSize> size(CardValues input, int multiple)
      throws MalformedFileException {
    List<Integer> sides = input.sides("size", LARGEST_SIDE);
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    if (sides.get(0) % multiple != 0 || sides.get(1) % multiple != 0) {
      throw input.wrong(
          "size",
          "is %d wide and %d high, no multiples of input.multiple, %d"
              .formatted(sides.get(0), sides.get(1), multiple));
    }
    return Optional.of(new NetworkSize(sides.get(0), sides.get(1)));
  }

  private static ResizeRule rule(CardValues input) throws MalformedFileException {
    String text = input.text("resize", ResizeRule.MINIMAL.text());
    return ResizeRule.of(text)
        .orElseThrow(
            () ->
                input.wrong(
                    "resize", "is '" + text + "', which is none of " + ResizeRule.choices()));
  }

  private static DepthMeaning meaning(CardValues output) throws MalformedFileException {
    String text = output.text("meaning", "");
    if (text.isEmpty()) {
      throw output.wrong("meaning", "is missing; it is one of " + DepthMeaning.choices());
    }
    return DepthMeaning.of(text)
        .filter(meaning -> meaning != DepthMeaning.CROP_WIDTHS)
        .orElseThrow(
            () ->
                output.wrong(
                    "meaning", "is '" + text + "', which is none of " + DepthMeaning.choices()));
  }

  private static Map<String, Double> constants(CardValues group) throws MalformedFileException {
    Map<String, Double> constants = new LinkedHashMap<>();
    for (String name : group.keys()) {
      constants.put(name, group.number(name, 0));
    }
    return constants;
  }
}
