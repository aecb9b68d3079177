package facedepth.networks.torch;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Settings of libtorch that hold for the whole process. */
public final class TorchRuntime {
  private TorchRuntime() {}

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
