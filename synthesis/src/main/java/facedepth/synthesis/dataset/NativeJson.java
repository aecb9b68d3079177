package facedepth.synthesis.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import facedepth.geometry.DepthRange;
import facedepth.synthesis.HeadPlacement;
import facedepth.synthesis.SyntheticFace;
import java.io.IOException;
import java.io.StringWriter;

/**
 * What is true of a sample, as the JSON file of the layout {@code native} tells it. Keys carry
 * their units; pixel coordinates have pixel centres at integers.
 */
final class NativeJson {
  /** Diagonal of a 36x24 mm frame over that of a square of side 1. */
  private static final double MILLIMETRES_PER_CROP_WIDTH = Math.hypot(36, 24) / Math.sqrt(2);

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Manifest manifest;

  NativeJson(Manifest manifest) {
    this.manifest = manifest;
  }

  /** One object in one line. */
  String of(SyntheticFace face, long index) throws IOException {
    StringWriter text = new StringWriter(8192);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("layout", manifest.layout().toString());
      json.writeNumberField("layout_version", manifest.layoutVersion());
      json.writeStringField("generator", manifest.generator());
      json.writeStringField("head_model", manifest.headModel());
      json.writeNumberField("seed", manifest.seed());
      json.writeNumberField("index", index);
      json.writeNumberField("size", face.resolution());
      depth(json, face);
      camera(json, face);
      landmarks(json, face);
      json.writeFieldName("parameters");
      json.writeRawValue(face.parametersJson());
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void depth(JsonGenerator json, SyntheticFace face) throws IOException {
    boolean any = face.depth().faceArea() > 0;
    double distance = face.placement().faceDistance();
    json.writeNumberField("face_area_pixels", face.depth().faceArea());
    json.writeFieldName("depth_range");
    if (any) {
      DepthRange range = DepthRange.of(face.depth());
      json.writeStartArray();
      json.writeNumber(range.nearest());
      json.writeNumber(range.farthest());
      json.writeEndArray();
    } else {
      json.writeNull();
    }
    number(json, "face_distance_cm", distance);
    number(json, "crop_width_cm", distance / face.camera().focalLength());
  }

  private static void camera(JsonGenerator json, SyntheticFace face) throws IOException {
    double focalLength = face.camera().focalLength();
    double pixels = focalLength * face.resolution();
    double centre = (face.resolution() - 1) / 2.0;
    json.writeNumberField("focal_length_crop_widths", focalLength);
    json.writeNumberField("focal_length_35mm", focalLength * MILLIMETRES_PER_CROP_WIDTH);
    json.writeFieldName("intrinsics_pixels");
    matrix(json, new double[] {pixels, 0, centre, 0, pixels, centre, 0, 0, 1}, 3);
    HeadPlacement placement = face.placement();
    json.writeFieldName("head_to_camera_cm");
    matrix(json, placement.headToCamera(), 4);
    json.writeNumberField("yaw_degrees", face.pose().yaw());
    json.writeNumberField("pitch_degrees", face.pose().pitch());
    json.writeNumberField("roll_degrees", face.pose().roll());
  }

  private static void landmarks(JsonGenerator json, SyntheticFace face) throws IOException {
    float[] points = face.landmarks();
    json.writeArrayFieldStart("landmarks");
    for (int i = 0; i < points.length; i += 3) {
      json.writeStartArray();
      json.writeNumber(points[i]);
      json.writeNumber(points[i + 1]);
      if (Float.isFinite(points[i + 2])) {
        json.writeNumber(points[i + 2]);
      } else {
        json.writeNull();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("landmarks_seen");
    for (boolean seen : face.landmarkSeen()) {
      json.writeBoolean(seen);
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String key, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(key, value);
    } else {
      json.writeNullField(key);
    }
  }

  private static void matrix(JsonGenerator json, double[] rows, int columns) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < rows.length; i++) {
      if (i % columns == 0) {
        json.writeStartArray();
      }
      json.writeNumber(rows[i]);
      if (i % columns == columns - 1) {
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }
}
