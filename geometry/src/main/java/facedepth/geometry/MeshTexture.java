package facedepth.geometry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An encoded picture that a mesh's texture coordinates refer to: JPEG or PNG. */
public final class MeshTexture {
  private final String fileName;
  private final byte[] encoded;
  private final String mediaType;

  /**
   * Wraps the bytes of a picture file; they are shared, not copied.
   *
   * @param fileName the plain name under which formats with separate files store it
   * @param encoded the whole JPEG or PNG file
   * @throws IllegalArgumentException if it is neither, or the name has folders in it
   */
  public MeshTexture(String fileName, byte[] encoded) {
    if (fileName.isEmpty() || fileName.indexOf('/') >= 0 || fileName.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("texture name '" + fileName + "' is no plain file name");
    }
    this.fileName = fileName;
    this.encoded = encoded;
    this.mediaType = mediaType(fileName, encoded);
  }

  /** Reads a JPEG or PNG file, keeping its name. */
  public static MeshTexture read(Path file) throws IOException {
    return new MeshTexture(file.getFileName().toString(), Files.readAllBytes(file));
  }

  /** The plain file name. */
  public String fileName() {
    return fileName;
  }

  /** The picture file's bytes. */
  public byte[] encoded() {
    return encoded;
  }

  /** {@code image/jpeg} or {@code image/png}. */
  public String mediaType() {
    return mediaType;
  }

  private static String mediaType(String fileName, byte[] encoded) {
    if (PngReader.isPng(encoded)) {
      return "image/png";
    }
    if (encoded.length > 2 && encoded[0] == (byte) 0xFF && encoded[1] == (byte) 0xD8) {
      return "image/jpeg";
    }
    throw new IllegalArgumentException("texture " + fileName + " is neither JPEG nor PNG");
  }
}
