package facedepth.inference;

import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthReader;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.tinyexr.EXRBox2i;
import org.lwjgl.util.tinyexr.EXRHeader;
import org.lwjgl.util.tinyexr.EXRImage;
import org.lwjgl.util.tinyexr.EXRVersion;
import org.lwjgl.util.tinyexr.TinyEXR;

/**
 * Reads depth from OpenEXR files of one part in scan lines, by tinyexr.
 *
 * <p>A channel {@code Z}, or one whose name ends in {@code .Z}, is a distance that grows away from
 * the camera, in whatever unit, as renderers write it; their background (1e9 and more, or infinite)
 * is no face. Without one the channel {@code Y}, the only channel, or {@code R} is relative depth,
 * larger = nearer. Both are stretched to the assumed relief.
 */
public final class ExrFile {
  private static final byte[] MAGIC = {0x76, 0x2f, 0x31, 0x01};
  private static final float BACKGROUND = 1e9f;

  /** Of all channels; a depth map of 8192 x 8192 with one channel has 268 million bytes. */
  private static final long MOST_BYTES = 1L << 30;

  /** No compression of the format shrinks more than this. */
  private static final long LARGEST_RATIO = 2000;

  private final String name;

  private ExrFile(String name) {
    this.name = name;
  }

  /** Whether a file begins as OpenEXR files do. */
  public static boolean isExr(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /**
   * Reads a depth map.
   *
   * @param relief crop widths that its whole range becomes
   * @throws MalformedFileException if the file holds none that can be read
   * @throws IllegalStateException if tinyexr does not run on this machine
   */
  public static DepthFile read(Path file, double relief) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer memory = MemoryUtil.memAlloc(bytes.length);
    try {
      return new ExrFile(file.toString()).read(memory.put(bytes).flip(), relief);
    } catch (LinkageError e) {
      throw new IllegalStateException("OpenEXR cannot be read on this machine: " + e, e);
    } finally {
      MemoryUtil.memFree(memory);
    }
  }

  private DepthFile read(ByteBuffer bytes, double relief) throws MalformedFileException {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      EXRVersion version = EXRVersion.calloc(stack);
      require(TinyEXR.ParseEXRVersionFromMemory(version, bytes), null);
      if (version.multipart() || version.non_image()) {
        throw wrong(
            "has several parts or deep pixels, of which none is taken; save one flat image");
      }
      PointerBuffer error = stack.callocPointer(1);
      EXRHeader header = EXRHeader.calloc(stack);
      TinyEXR.InitEXRHeader(header);
      try {
        require(TinyEXR.ParseEXRHeaderFromMemory(header, version, bytes, error), error);
        return read(bytes, header, relief, stack);
      } finally {
        TinyEXR.FreeEXRHeader(header);
      }
    }
  }

  private DepthFile read(ByteBuffer bytes, EXRHeader header, double relief, MemoryStack stack)
      throws MalformedFileException {
    if (header.tiled()) {
      throw wrong("is tiled; save it in scan lines");
    }
    EXRBox2i window = header.data_window();
    long width = (long) window.max_x() - window.min_x() + 1;
    long height = (long) window.max_y() - window.min_y() + 1;
    int channels = header.num_channels();
    long size = Math.max(0, width) * Math.max(0, height) * Float.BYTES * channels;
    if (width < 1 || height < 1 || size > MOST_BYTES || size / LARGEST_RATIO > bytes.limit()) {
      throw wrong(
          "claims %d x %d pixels of %d channels, which its %d bytes do not hold"
              .formatted(width, height, channels, bytes.limit()));
    }
    int channel = depthChannel(header);
    for (int c = 0; c < channels; c++) {
      header.requested_pixel_types().put(c, TinyEXR.TINYEXR_PIXELTYPE_FLOAT);
    }
    PointerBuffer error = stack.callocPointer(1);
    EXRImage image = EXRImage.calloc(stack);
    TinyEXR.InitEXRImage(image);
    require(TinyEXR.LoadEXRImageFromMemory(image, header, bytes, error), error);
    try {
      if (image.width() != width || image.height() != height || image.images() == null) {
        throw wrong("holds no pixels");
      }
      float[] values = new float[(int) (width * height)];
      FloatBuffer plane = MemoryUtil.memFloatBuffer(image.images().get(channel), values.length);
      plane.get(values);
      return depth(
          new DepthMap((int) width, (int) height, values), isDistance(header, channel), relief);
    } finally {
      TinyEXR.FreeEXRImage(image);
    }
  }

  private DepthFile depth(DepthMap map, boolean distance, double relief)
      throws MalformedFileException {
    if (distance) {
      float[] values = map.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = values[i] < BACKGROUND ? -values[i] : Float.NaN;
      }
    }
    return DepthReader.relative(name, map, relief);
  }

  private static boolean isDistance(EXRHeader header, int channel) {
    String channelName = header.channels().get(channel).nameString();
    return channelName.equals("Z") || channelName.endsWith(".Z");
  }

  private int depthChannel(EXRHeader header) throws MalformedFileException {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < header.num_channels(); c++) {
      names.add(header.channels().get(c).nameString());
      if (header.channels().get(c).x_sampling() != 1
          || header.channels().get(c).y_sampling() != 1) {
        throw wrong("has channels that skip pixels");
      }
    }
    for (int c = 0; c < names.size(); c++) {
      if (isDistance(header, c)) {
        return c;
      }
    }
    int channel = names.contains("Y") ? names.indexOf("Y") : names.indexOf("R");
    if (channel < 0 && names.size() == 1) {
      channel = 0;
    }
    if (channel < 0) {
      throw wrong("has no channel Z, Y or R, only " + String.join(", ", names));
    }
    return channel;
  }

  private void require(int code, PointerBuffer error) throws MalformedFileException {
    if (code == TinyEXR.TINYEXR_SUCCESS) {
      return;
    }
    String reason = "";
    if (error != null && error.get(0) != 0) {
      reason = ": " + MemoryUtil.memUTF8(error.get(0)).strip();
      TinyEXR.nFreeEXRErrorMessage(error.get(0));
    }
    throw wrong("cannot be read as OpenEXR (tinyexr's code " + code + ")" + reason);
  }

  private MalformedFileException wrong(String reason) {
    return new MalformedFileException(name, reason);
  }
}
