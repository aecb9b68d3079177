package facedepth.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The scripts that show a mesh in a browser: our viewer, and those of three.js from its webjar. All
 * lie on the class path.
 */
public final class ViewerScripts {
  private static final String THREE = "/META-INF/resources/webjars/three/0.181.1/";
  private static final String OWN = "/facedepth/notebook/";

  /** By the last part of the name they import each other by; each before those that import it. */
  private static final Map<String, String> RESOURCES = new LinkedHashMap<>();

  static {
    RESOURCES.put("three.core.min", THREE + "build/three.core.min.js");
    RESOURCES.put("three.module.min", THREE + "build/three.module.min.js");
    RESOURCES.put("BufferGeometryUtils", THREE + "examples/jsm/utils/BufferGeometryUtils.js");
    RESOURCES.put("GLTFLoader", THREE + "examples/jsm/loaders/GLTFLoader.js");
    RESOURCES.put("OrbitControls", THREE + "examples/jsm/controls/OrbitControls.js");
    RESOURCES.put("depth", OWN + "depth.js");
    RESOURCES.put("viewer", OWN + "viewer.js");
  }

  private ViewerScripts() {}

  /**
   * Where a script lies on the class path.
   *
   * @param name its file's name without {@code .js}: {@code viewer}, {@code depth}, or one of
   *     three.js
   */
  public static String resource(String name) {
    String resource = RESOURCES.get(name);
    if (resource == null) {
      throw new IllegalArgumentException("no script '" + name + "' among " + RESOURCES.keySet());
    }
    return resource;
  }

  /** All of them as a JSON object: name to gzipped, base64-encoded source, in order of import. */
  static String packed() {
    StringBuilder json = new StringBuilder("{");
    for (Map.Entry<String, String> script : RESOURCES.entrySet()) {
      json.append(json.length() > 1 ? "," : "").append('"').append(script.getKey());
      json.append("\":\"").append(packed(read(script.getValue()))).append('"');
    }
    return json.append('}').toString();
  }

  private static String packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory could not be packed", e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  static byte[] read(String resource) {
    try (InputStream in = ViewerScripts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
