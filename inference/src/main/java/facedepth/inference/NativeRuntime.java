package facedepth.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Starts ONNX Runtime, once a process.
 *
 * <p>On its own it unpacks its 28 MB library into a fresh temporary folder at every start. Here the
 * library is kept in the user's cache folder, which saves most of the start; where that cannot be
 * written to, ONNX Runtime does as it always does. The property {@code onnxruntime.native.path}
 * overrules this, {@code facedepth.cache} names another cache folder.
 */
final class NativeRuntime {
  private static final String LIBRARY_PATH = "onnxruntime.native.path";

  private NativeRuntime() {}

  /** The process' only environment. */
  static OrtEnvironment environment() {
    return Holder.ENVIRONMENT;
  }

  private static final class Holder {
    static final OrtEnvironment ENVIRONMENT = start();
  }

  private static OrtEnvironment start() {
    if (System.getProperty(LIBRARY_PATH) == null) {
      Path cached = cachedLibraries();
      if (cached != null) {
        System.setProperty(LIBRARY_PATH, cached.toString());
      }
    }
    // While ONNX Runtime 1.29 loads it needs more stack the longer the process' command line is:
    // with
    // 4,000 characters of it (a hundred photos) the process dies on an ordinary thread.
    FutureTask<OrtEnvironment> starting = new FutureTask<>(NativeRuntime::environmentOnThisThread);
    Thread thread = new Thread(null, starting, "onnxruntime-start", startingStackBytes());
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return starting.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("ONNX Runtime does not start", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static OrtEnvironment environmentOnThisThread() {
    // What goes wrong is thrown too; its own log would only repeat it on standard error.
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "facedepth");
  }

  /** Reserved, not used, unless the command line is long: a kilobyte for each of its characters. */
  private static long startingStackBytes() {
    long characters = 0;
    try (InputStream commandLine = Files.newInputStream(Path.of("/proc/self/cmdline"))) {
      characters = commandLine.readAllBytes().length;
    } catch (IOException e) {
      // Not Linux: nothing is known of this there.
    }
    return (16L << 20) + 1024 * characters;
  }

  /** The folder with the libraries, or null if they must be unpacked the usual way. */
  private static Path cachedLibraries() {
    String platform = platform();
    String suffix = platform.startsWith("osx") ? ".dylib" : ".so";
    if (platform.isEmpty()) {
      return null;
    }
    try {
      long size = UnpackedLibrary.size(resource(platform, "libonnxruntime" + suffix));
      Path folder =
          cacheFolder().resolve(String.format(Locale.ROOT, "onnxruntime-%s-%d", platform, size));
      Files.createDirectories(folder);
      for (String library : List.of("libonnxruntime" + suffix, "libonnxruntime4j_jni" + suffix)) {
        UnpackedLibrary.provide(resource(platform, library), folder.resolve(library));
      }
      return folder;
    } catch (IOException | RuntimeException e) {
      return null; // no such resource, or no place to write to
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    if (system.contains("linux")) {
      return arm ? "linux-aarch64" : "linux-x64";
    }
    return system.contains("mac") && arm ? "osx-aarch64" : "";
  }

  private static Path cacheFolder() {
    String chosen = System.getProperty("facedepth.cache");
    if (chosen != null) {
      return Path.of(chosen);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return xdg != null && !xdg.isBlank()
        ? Path.of(xdg, "facedepth")
        : Path.of(System.getProperty("user.home"), ".cache", "facedepth");
  }

  private static URL resource(String platform, String library) throws IOException {
    URL url =
        OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform + "/" + library);
    if (url == null) {
      throw new IOException("no " + library + " for " + platform);
    }
    return url;
  }
}
