package facedepth.app;

import java.nio.file.Path;

/** Where the program keeps what it can make again: the user's cache folder. */
final class CacheFolder {
  private CacheFolder() {}

  /** {@code $XDG_CACHE_HOME/facedepth}, by default {@code ~/.cache/facedepth}. */
  static Path path() {
    String base = System.getenv("XDG_CACHE_HOME");
    Path caches =
        base == null || base.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(base);
    return caches.resolve("facedepth");
  }
}
