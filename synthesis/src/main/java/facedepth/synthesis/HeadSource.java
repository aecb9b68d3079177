package facedepth.synthesis;

import facedepth.synthesis.builtin.BuiltinHead;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the head a user names. */
public final class HeadSource {
  /** The name of the head that comes with the product. */
  public static final String BUILTIN = "builtin";

  private HeadSource() {}

  /**
   * Opens a head.
   *
   * @param nameOrPath {@link #BUILTIN}, or what {@link HeadCache#open} takes: a cache file, or an
   *     ICT FaceKit as a folder or an archive
   * @param cacheFolder where the cache of a FaceKit is kept
   * @throws facedepth.geometry.MalformedFileException if there is no head in it
   */
  public static HeadModel open(String nameOrPath, Path cacheFolder) throws IOException {
    return nameOrPath.equals(BUILTIN)
        ? BuiltinHead.create()
        : HeadCache.open(Path.of(nameOrPath), cacheFolder);
  }
}
