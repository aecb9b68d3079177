package facedepth.networks.torch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Settings of libtorch that hold for the whole process. */
public final class TorchRuntime {
  private TorchRuntime() {}

  /**
   * Looks whether libtorch's unpacked libraries, 450 MB without a GPU's, are as their jars have
   * them, and removes those that are not: they are unpacked anew. To be called before anything else
   * of libtorch is, as a damaged library ends the process.
   */
  public static void checkLibraries() {
    List<Path> jars =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .toList();
    try {
      LibraryCache.removeDamaged(Loader.getCacheDir().toPath(), jars);
    } catch (IOException e) {
      // Without a cache that can be written to JavaCPP does what it can, or says what it lacks.
    }
  }

  /**
   * How many threads one operation may use. Left alone, libtorch takes every logical core, which is
   * slower than every physical one. OpenBLAS, which multiplies its matrices, has threads of its own
   * that libtorch does not tell.
   */
  public static void setThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
    torch.set_num_threads(threads);
    openblas_nolapack.blas_set_num_threads(threads);
  }

  /** How many threads one operation may use. */
  public static int threads() {
    return torch.get_num_threads();
  }
}
