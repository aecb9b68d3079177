package facedepth.synthesis.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthPng;
import facedepth.geometry.DepthRange;
import facedepth.geometry.MalformedFileException;
import facedepth.synthesis.HeadPose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the layout {@code native}; see {@link NativeWriter}. */
final class NativeDataset implements Dataset {
  private static final Pattern JSON = Pattern.compile("(\\d{6,18})\\.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final List<String> names;

  private NativeDataset(Path folder, List<String> names) {
    this.folder = folder;
    this.names = names;
  }

  static NativeDataset open(Path folder) throws IOException {
    return new NativeDataset(folder, SampleNames.in(folder, JSON));
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Sample read(String name) throws IOException {
    long index = Long.parseLong(name);
    Path jsonFile = NativeNames.json(folder, index);
    JsonNode json = json(jsonFile);
    Picture picture = PictureFile.read(NativeNames.picture(folder, index));
    Path depthFile = NativeNames.depth(folder, index);
    DepthMap depth;
    JsonNode range = json.path("depth_range");
    if (range.isNull()) {
      float[] nowhere = new float[picture.size() * picture.size()];
      Arrays.fill(nowhere, Float.NaN);
      depth = new DepthMap(picture.size(), picture.size(), nowhere);
    } else {
      depth = DepthPng.read(depthFile, range(jsonFile, range));
    }
    requireMask(NativeNames.mask(folder, index), depth);
    if (depth.width() != picture.size() || depth.height() != picture.size()) {
      throw new MalformedFileException(
          depthFile.toString(), "is not as large as the picture of " + picture.size() + " pixels");
    }
    return new Sample(
        name, picture, depth, DepthFile.Kind.CROP_WIDTHS, true, Optional.of(view(jsonFile, json)));
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(file.toString(), "is no JSON", e);
    }
  }

  private static DepthRange range(Path file, JsonNode ends) throws MalformedFileException {
    try {
      return new DepthRange((float) number(file, ends, 0), (float) number(file, ends, 1));
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(file.toString(), e.getMessage(), e);
    }
  }

  private static double number(Path file, JsonNode array, int at) throws MalformedFileException {
    if (!array.path(at).isNumber()) {
      throw new MalformedFileException(file.toString(), "\"depth_range\" holds no two numbers");
    }
    return array.get(at).asDouble();
  }

  private static Sample.View view(Path file, JsonNode json) throws MalformedFileException {
    double focalLength = number(file, json, "focal_length_crop_widths");
    if (!(focalLength > 0)) {
      throw new MalformedFileException(
          file.toString(), "focal length " + focalLength + " is not positive");
    }
    return new Sample.View(
        new CropCamera(focalLength),
        Optional.of(
            new HeadPose(
                number(file, json, "yaw_degrees"),
                number(file, json, "pitch_degrees"),
                number(file, json, "roll_degrees"))));
  }

  private static double number(Path file, JsonNode json, String key) throws MalformedFileException {
    if (!json.path(key).isNumber()) {
      throw new MalformedFileException(file.toString(), "has no number \"" + key + "\"");
    }
    return json.get(key).asDouble();
  }

  /** The mask says nothing that depth does not; but somebody may have edited one of the two. */
  private static void requireMask(Path file, DepthMap depth) throws IOException {
    boolean[] mask = PictureFile.readMask(file);
    float[] values = depth.values();
    for (int i = 0; i < Math.max(mask.length, values.length); i++) {
      if (mask.length != values.length || mask[i] != Float.isFinite(values[i])) {
        throw new MalformedFileException(file.toString(), "is not the mask of the depth beside it");
      }
    }
  }
}
