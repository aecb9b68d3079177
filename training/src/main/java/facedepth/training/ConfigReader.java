package facedepth.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import facedepth.geometry.MalformedFileException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a training configuration from YAML and says in one line what is wrong with it. */
final class ConfigReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private ConfigReader() {}

  /**
   * Reads a configuration.
   *
   * @param name of the file, for messages
   */
  static TrainingConfig read(String name, String text) throws MalformedFileException {
    try {
      JsonNode tree = YAML.readTree(text);
      if (!tree.isObject()) {
        throw new MalformedFileException(name, "holds no keys with values");
      }
      requireKnownKeys(name, tree, TrainingConfig.class, "");
      return YAML.treeToValue(tree, TrainingConfig.class);
    } catch (InvalidFormatException e) {
      throw new MalformedFileException(name, badValue(e), e);
    } catch (ValueInstantiationException e) {
      String reason = e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
      throw new MalformedFileException(name, reason, e);
    } catch (JacksonException e) {
      throw new MalformedFileException(
          name, e.getOriginalMessage().lines().findFirst().orElse("is malformed"), e);
    }
  }

  /** Before anything is built: what is built without a mistyped key complains of something else. */
  private static void requireKnownKeys(String name, JsonNode node, Class<?> type, String place)
      throws MalformedFileException {
    if (node.isArray()) {
      for (JsonNode element : node) {
        requireKnownKeys(name, element, type, place);
      }
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      RecordComponent key =
          Arrays.stream(type.getRecordComponents())
              .filter(component -> component.getName().equals(field.getKey()))
              .findFirst()
              .orElse(null);
      if (key == null) {
        throw new MalformedFileException(name, unknownKey(field.getKey(), type, place));
      }
      Optional<Class<?>> group = group(key);
      if (group.isPresent()) {
        String inner = place.isEmpty() ? key.getName() : place + "." + key.getName();
        requireKnownKeys(name, field.getValue(), group.get(), inner);
      }
    }
  }

  private static String unknownKey(String typed, Class<?> type, String place) {
    Map<String, String> lastParts = new LinkedHashMap<>();
    collectKeys(TrainingConfig.class, "", lastParts);
    // Of keys that are equally near one of the same place is meant, else a full name says where.
    String nearest = Spelling.nearest(typed, lastParts.values());
    boolean here =
        Arrays.stream(type.getRecordComponents()).anyMatch(key -> key.getName().equals(nearest));
    String meant =
        here
            ? nearest
            : lastParts.entrySet().stream()
                .filter(key -> key.getValue().equals(nearest))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(nearest);
    return "there is no key '%s'%s; did you mean '%s'?"
        .formatted(typed, place.isEmpty() ? "" : " in " + place, meant);
  }

  private static String badValue(InvalidFormatException e) {
    String expected =
        e.getTargetType().isEnum()
            ? Arrays.stream(e.getTargetType().getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "))
            : e.getTargetType().getSimpleName().toLowerCase(Locale.ROOT);
    return "%s is '%s', which is no %s".formatted(place(e.getPath()), e.getValue(), expected);
  }

  private static String place(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(field -> field != null)
        .collect(Collectors.joining("."));
  }

  /** Full names of all keys to their last parts, outer ones first. */
  private static void collectKeys(Class<?> type, String prefix, Map<String, String> lastParts) {
    for (RecordComponent component : type.getRecordComponents()) {
      lastParts.put(prefix + component.getName(), component.getName());
    }
    for (RecordComponent component : type.getRecordComponents()) {
      group(component)
          .ifPresent(group -> collectKeys(group, prefix + component.getName() + ".", lastParts));
    }
  }

  /** The record that a key's value is, or consists of if it is a list. */
  private static Optional<Class<?>> group(RecordComponent key) {
    Type type = key.getGenericType();
    if (type instanceof ParameterizedType list) {
      type = list.getActualTypeArguments()[0];
    }
    return type instanceof Class<?> record && record.isRecord()
        ? Optional.of(record)
        : Optional.empty();
  }
}
