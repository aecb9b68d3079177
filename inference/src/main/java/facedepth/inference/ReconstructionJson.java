package facedepth.inference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import facedepth.geometry.AffineMap;
import facedepth.geometry.DepthRange;
import facedepth.geometry.FaceCrop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * {@code reconstruction.json}: everything that the other files of a reconstruction cannot say. Its
 * keys and their order are a contract. Written with Jackson's generator alone, whose start-up costs
 * nothing, where binding to objects would take a third of a second.
 */
final class ReconstructionJson {
  private static final double MILLIONTHS = 1e6;

  private ReconstructionJson() {}

  /** UTF-8, ending in a line break. */
  static byte[] of(FaceReconstruction face, DepthRange range, double writeSeconds)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
      json.setPrettyPrinter(printer);
      write(json, face, range, writeSeconds);
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private static void write(
      JsonGenerator json, FaceReconstruction face, DepthRange range, double writeSeconds)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("photo", face.photo());
    numbers(json, "photo_size", face.photoWidth(), face.photoHeight());
    json.writeStringField("model", face.model());
    json.writeNumberField("face", face.face());
    json.writeNumberField("faces_found", face.facesFound());

    FaceCrop crop = face.crop();
    json.writeObjectFieldStart("crop");
    numbers(json, "center", crop.centerX(), crop.centerY());
    number(json, "size", crop.size());
    number(json, "roll_degrees", crop.rollDegrees());
    json.writeEndObject();

    AffineMap map = face.depthToImage();
    json.writeArrayFieldStart("depth_to_image");
    row(json, map.a(), map.b(), map.c());
    row(json, map.d(), map.e(), map.f());
    json.writeEndArray();

    number(json, "focal_length_crop_widths", face.camera().focalLength());
    json.writeStringField("focal_length_source", face.focalLengthSource().text());
    numbers(json, "depth_range", range.nearest(), range.farthest());
    if (face.relief().isPresent()) {
      Relief relief = face.relief().get();
      json.writeObjectFieldStart("relief");
      json.writeStringField("answers", relief.answers().text());
      json.writeStringField("rule", relief.rule());
      json.writeStringField("guide", relief.guide());
      json.writeNumberField("scale", relief.scale()); // any size: not to be rounded
      json.writeNumberField("shift", relief.shift());
      number(json, "agreement", relief.agreement());
      json.writeEndObject();
    }
    if (face.scale().isPresent()) {
      LengthScale scale = face.scale().get();
      json.writeObjectFieldStart("scale");
      json.writeStringField("mesh_unit", "mm, in .glb m");
      number(json, "millimetres_per_crop_width", scale.millimetres());
      numbers(json, "nine_in_ten_between", Math.rint(scale.shortest()), Math.rint(scale.longest()));
      json.writeStringField("source", scale.source().text());
      number(json, "eye_distance_mm", scale.eyeDistance());
      number(json, "eye_distance_crop_widths", scale.eyeDistanceCropWidths());
      if (scale.eyes().isPresent()) {
        json.writeArrayFieldStart("eyes_in_photo");
        EyePair eyes = scale.eyes().get();
        AffineMap fromCrop = crop.toPhoto(1);
        pixel(json, fromCrop, eyes.leftX() - 0.5, eyes.leftY() - 0.5);
        pixel(json, fromCrop, eyes.rightX() - 0.5, eyes.rightY() - 0.5);
        json.writeEndArray();
      }
      json.writeEndObject();
    }

    ReconstructionTimings timings = face.timings();
    json.writeObjectFieldStart("seconds");
    number(json, "load", timings.load());
    number(json, "find", timings.find());
    number(json, "network", timings.network());
    number(json, "mesh", timings.mesh());
    number(json, "write", writeSeconds);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void numbers(JsonGenerator json, String key, int first, int second)
      throws IOException {
    json.writeArrayFieldStart(key);
    json.writeNumber(first);
    json.writeNumber(second);
    json.writeEndArray();
  }

  private static void numbers(JsonGenerator json, String key, double first, double second)
      throws IOException {
    json.writeArrayFieldStart(key);
    json.writeNumber(rounded(first));
    json.writeNumber(rounded(second));
    json.writeEndArray();
  }

  /** As floats, whose shortest decimals give the same floats back. */
  private static void numbers(JsonGenerator json, String key, float first, float second)
      throws IOException {
    json.writeArrayFieldStart(key);
    json.writeNumber(first);
    json.writeNumber(second);
    json.writeEndArray();
  }

  private static void pixel(JsonGenerator json, AffineMap map, double x, double y)
      throws IOException {
    json.writeStartArray();
    json.writeNumber(rounded(map.applyX(x, y)));
    json.writeNumber(rounded(map.applyY(x, y)));
    json.writeEndArray();
  }

  private static void row(JsonGenerator json, double a, double b, double c) throws IOException {
    json.writeStartArray();
    json.writeNumber(a);
    json.writeNumber(b);
    json.writeNumber(c);
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String key, double value) throws IOException {
    json.writeNumberField(key, rounded(value));
  }

  private static double rounded(double value) {
    return Math.rint(value * MILLIONTHS) / MILLIONTHS;
  }
}
