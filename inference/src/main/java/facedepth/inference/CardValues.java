package facedepth.inference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of a JSON card, whose values are asked for by key and kind. Read with Jackson's parser
 * alone, whose start-up costs nothing.
 */
final class CardValues {
  private static final int DEEPEST = 8;

  private final String file;
  private final String place;
  private final Map<String, Object> values;

  private CardValues(String file, String place, Map<String, Object> values) {
    this.file = file;
    this.place = place;
    this.values = values;
  }

  static CardValues parse(String file, String text) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      json.nextToken();
      if (!(value(json, 0) instanceof Map<?, ?> object)) {
        throw new MalformedFileException(file, "holds no JSON object");
      }
      if (json.nextToken() != null) {
        throw new JsonParseException(json, "something follows the object");
      }
      return new CardValues(file, "", strings(object));
    }
  }

  private static Object value(JsonParser json, int depth) throws IOException {
    JsonToken token = json.currentToken();
    if (token == null || depth > DEEPEST) {
      throw new JsonParseException(json, token == null ? "it is empty" : "it is nested too deeply");
    }
    return switch (token) {
      case START_OBJECT -> object(json, depth);
      case START_ARRAY -> array(json, depth);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      default -> json.getText(); // true, false and null are no value of a card's key
    };
  }

  private static Map<String, Object> object(JsonParser json, int depth) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      object.put(key, value(json, depth + 1));
    }
    return object;
  }

  private static List<Object> array(JsonParser json, int depth) throws IOException {
    List<Object> array = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(json, depth + 1));
    }
    return array;
  }

  private static Map<String, Object> strings(Map<?, ?> object) {
    Map<String, Object> strings = new LinkedHashMap<>();
    object.forEach((key, value) -> strings.put(String.valueOf(key), value));
    return strings;
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** Refuses every other key: a mistyped one would go unheard. */
  void requireKeys(String... known) throws MalformedFileException {
    for (String key : values.keySet()) {
      if (!List.of(known).contains(key)) {
        throw wrong(key, "is no key of a model card; here it has " + String.join(", ", known));
      }
    }
  }

  /** An object within; an empty one if there is none. */
  CardValues group(String key) throws MalformedFileException {
    Object value = values.getOrDefault(key, Map.of());
    if (value instanceof Map<?, ?> object) {
      return new CardValues(file, place(key), strings(object));
    }
    throw wrong(key, "is " + value + ", not an object in braces");
  }

  String text(String key, String otherwise) throws MalformedFileException {
    Object value = values.getOrDefault(key, otherwise);
    if (value instanceof String text) {
      return text;
    }
    throw wrong(key, "is " + value + ", not a text in quotes");
  }

  /** One of two texts; the first if there is none. */
  String oneOf(String key, String first, String second) throws MalformedFileException {
    String text = text(key, first);
    if (!text.equals(first) && !text.equals(second)) {
      throw wrong(key, "is '" + text + "', neither " + first + " nor " + second);
    }
    return text;
  }

  double number(String key, double otherwise) throws MalformedFileException {
    Object value = values.getOrDefault(key, otherwise);
    if (value instanceof Double number && Double.isFinite(number)) {
      return number;
    }
    throw wrong(key, "is " + value + ", not a number");
  }

  int integer(String key, int otherwise, int least, int greatest) throws MalformedFileException {
    return integer(key, number(key, otherwise), least, greatest);
  }

  private int integer(String key, Object value, int least, int greatest)
      throws MalformedFileException {
    if (value instanceof Double number
        && number >= least
        && number <= greatest
        && Math.rint(number) == number) {
      return number.intValue();
    }
    throw wrong(key, "is " + value + ", no whole number from " + least + " to " + greatest);
  }

  /** Three numbers, or one for all three. */
  List<Double> three(String key, double otherwise) throws MalformedFileException {
    Object value = values.getOrDefault(key, otherwise);
    if (value instanceof Double number && Double.isFinite(number)) {
      return List.of(number, number, number);
    }
    List<Double> numbers = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Double number && Double.isFinite(number)) {
          numbers.add(number);
        }
      }
      if (numbers.size() == 3 && list.size() == 3) {
        return numbers;
      }
    }
    throw wrong(key, "is " + value + ", not three numbers in brackets: red, green, blue");
  }

  /** Width and height: two numbers, or one for both; empty if there is none. */
  List<Integer> sides(String key, int greatest) throws MalformedFileException {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.size() == 2) {
      return List.of(
          integer(key, list.get(0), 1, greatest), integer(key, list.get(1), 1, greatest));
    }
    int side = integer(key, value, 1, greatest);
    return List.of(side, side);
  }

  MalformedFileException wrong(String key, String what) {
    return new MalformedFileException(file, place(key) + " " + what);
  }

  private String place(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
