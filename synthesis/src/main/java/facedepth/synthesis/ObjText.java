package facedepth.synthesis;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Vertices and polygons of a Wavefront OBJ file; everything else in it is passed over. */
final class ObjText {
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final String name;
  private final byte[] text;
  private int at;
  private float[] vertices = new float[1 << 17];
  private int vertexFloats;
  private int[] triangles = new int[1 << 18];
  private int corners;
  private int[] polygonFirstTriangle = new int[1 << 15];
  private int polygons;

  private ObjText(String name, byte[] text) {
    this.name = name;
    this.text = text;
  }

  static ObjText read(Path file) throws IOException {
    return parse(file.toString(), Files.readAllBytes(file));
  }

  /**
   * Reads the text of a file.
   *
   * @param name for messages
   */
  static ObjText parse(String name, byte[] text) throws IOException {
    ObjText obj = new ObjText(name, text);
    obj.parse(true);
    return obj;
  }

  /** Reads only the vertices, which is all a shape is wanted for. */
  static float[] parseVertices(String name, byte[] text) throws IOException {
    ObjText obj = new ObjText(name, text);
    obj.parse(false);
    return obj.vertices();
  }

  float[] vertices() {
    return Arrays.copyOf(vertices, vertexFloats);
  }

  /** Polygons as fans of triangles, 0-based corners. */
  int[] triangles() {
    return Arrays.copyOf(triangles, corners);
  }

  /** For each polygon of the file the number of triangles before it. */
  int[] polygonFirstTriangle() {
    return Arrays.copyOf(polygonFirstTriangle, polygons);
  }

  private void parse(boolean polygonsToo) throws IOException {
    while (at < text.length) {
      if (text[at] == 'v' && at + 1 < text.length && text[at + 1] == ' ') {
        at += 2;
        vertex();
      } else if (polygonsToo && text[at] == 'f' && at + 1 < text.length && text[at + 1] == ' ') {
        at += 2;
        polygon();
      }
      while (at < text.length && text[at] != '\n') {
        at++;
      }
      at++;
    }
    for (int i = 0; i < corners; i++) {
      if (triangles[i] < 0 || triangles[i] >= vertexFloats / 3) {
        throw new MalformedFileException(
            name, "a polygon names vertex " + (triangles[i] + 1) + " of " + vertexFloats / 3);
      }
    }
  }

  private void vertex() throws IOException {
    if (vertexFloats + 3 > vertices.length) {
      vertices = Arrays.copyOf(vertices, 2 * vertices.length);
    }
    for (int i = 0; i < 3; i++) {
      vertices[vertexFloats++] = number();
    }
  }

  private float number() throws IOException {
    float plain = plainNumber();
    return Float.isNaN(plain) ? anyNumber() : plain;
  }

  /**
   * Reads digits with at most one point among them, as nearly all numbers of such files are
   * written; NaN, without moving on, if it is anything else. Numerator and denominator are exact,
   * so this is as right as the JDK's parser and several times as fast.
   */
  private float plainNumber() {
    int i = at;
    while (i < text.length && text[i] == ' ') {
      i++;
    }
    boolean negative = i < text.length && text[i] == '-';
    if (negative) {
      i++;
    }
    long digits = 0;
    int start = i;
    int point = -1;
    for (; i < text.length && text[i] > ' ' && i - start < 16; i++) {
      if (text[i] == '.' && point < 0) {
        point = i;
      } else if (text[i] >= '0' && text[i] <= '9') {
        digits = 10 * digits + (text[i] - '0');
      } else {
        return Float.NaN;
      }
    }
    boolean ended = i == text.length || text[i] <= ' ';
    if (!ended || i - start - (point < 0 ? 0 : 1) < 1) {
      return Float.NaN;
    }
    at = i;
    double value = point < 0 ? digits : digits / POWERS[i - point - 1];
    return (float) (negative ? -value : value);
  }

  private float anyNumber() throws IOException {
    String word = word();
    try {
      float value = Float.parseFloat(word);
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the place
    }
    throw new MalformedFileException(name, "'" + word + "' is no coordinate (byte " + at + ")");
  }

  private String word() {
    while (at < text.length && text[at] == ' ') {
      at++;
    }
    int start = at;
    while (at < text.length && text[at] > ' ') {
      at++;
    }
    return new String(text, start, Math.min(at - start, 40), StandardCharsets.US_ASCII);
  }

  private void polygon() throws IOException {
    if (polygons == polygonFirstTriangle.length) {
      polygonFirstTriangle = Arrays.copyOf(polygonFirstTriangle, 2 * polygons);
    }
    polygonFirstTriangle[polygons++] = corners / 3;
    int first = -1;
    int previous = -1;
    for (String word = word(); !word.isEmpty(); word = word()) {
      int corner = corner(word);
      if (previous >= 0) {
        if (corners + 3 > triangles.length) {
          triangles = Arrays.copyOf(triangles, 2 * triangles.length);
        }
        triangles[corners++] = first;
        triangles[corners++] = previous;
        triangles[corners++] = corner;
      }
      if (first < 0) {
        first = corner;
      } else {
        previous = corner;
      }
    }
  }

  private int corner(String word) throws IOException {
    int slash = word.indexOf('/');
    try {
      return Integer.parseInt(slash < 0 ? word : word.substring(0, slash)) - 1;
    } catch (NumberFormatException e) {
      throw new MalformedFileException(
          name, "'" + word + "' is no polygon corner (byte " + at + ")");
    }
  }
}
