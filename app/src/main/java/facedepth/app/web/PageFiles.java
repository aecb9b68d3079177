package facedepth.app.web;

import facedepth.notebook.ViewerScripts;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page and its scripts, all from the class path and known by name beforehand: no path of a
 * client is ever looked up anywhere.
 */
final class PageFiles {
  private static final String OWN = "/facedepth/app/web/";
  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private final Map<String, PageFile> files = new LinkedHashMap<>();
  private final String scriptHash;

  private record PageFile(String contentType, byte[] bytes, String tag) {}

  PageFiles() throws IOException {
    add("/", "text/html; charset=utf-8", OWN + "index.html");
    add("/style.css", "text/css; charset=utf-8", OWN + "style.css");
    add("/icon.svg", "image/svg+xml", OWN + "icon.svg");
    add("/openapi.json", "application/json", OWN + "openapi.json");
    for (String name : new String[] {"app", "api", "photo"}) {
      script("/" + name + ".js", OWN + name + ".js");
    }
    for (String name : new String[] {"viewer", "depth"}) {
      script("/" + name + ".js", ViewerScripts.resource(name));
    }
    three("", "three.module.min");
    three("", "three.core.min");
    three("loaders/", "GLTFLoader");
    three("utils/", "BufferGeometryUtils");
    three("controls/", "OrbitControls");
    Matcher script = SCRIPT.matcher(new String(files.get("/").bytes, StandardCharsets.UTF_8));
    if (!script.find()) {
      throw new IllegalStateException("the page has no import map");
    }
    scriptHash = "'sha256-" + base64Sha256(script.group(1).getBytes(StandardCharsets.UTF_8)) + "'";
  }

  private void three(String folder, String name) throws IOException {
    script("/three/" + folder + name + ".js", ViewerScripts.resource(name));
  }

  private void script(String path, String resource) throws IOException {
    add(path, "text/javascript; charset=utf-8", resource);
  }

  private void add(String path, String contentType, String resource) throws IOException {
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing on the class path");
      }
      byte[] bytes = in.readAllBytes();
      files.put(path, new PageFile(contentType, bytes, '"' + base64Sha256(bytes) + '"'));
    }
  }

  /** Where the files are found. */
  Iterable<String> paths() {
    return files.keySet();
  }

  /** CSP source of the page's import map, the one script that cannot be a file. */
  String scriptHash() {
    return scriptHash;
  }

  /** Answers with a file, or with 304 if the browser has it already. */
  void answer(String path, Context context) {
    PageFile file = files.get(path);
    context.header("Cache-Control", "no-cache"); // ask again, but do not fetch again
    context.header("ETag", file.tag);
    if (file.tag.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.contentType(file.contentType).result(file.bytes);
    }
  }

  private static String base64Sha256(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
