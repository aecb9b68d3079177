package facedepth.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long {@link MeshBenchmark#depthToDecimatedGlb} takes on a machine that others use too: beside
 * the time on the clock, which they lengthen, the time that the one thread was on a processor, and
 * the most memory that the process ever had.
 */
public final class MeshTime {
  private static final int WARM_UP = 30;

  private MeshTime() {}

  /** Arguments: pixels a side, rounds. */
  public static void main(String[] arguments) throws IOException {
    MeshBenchmark benchmark = new MeshBenchmark();
    benchmark.side = Integer.parseInt(arguments[0]);
    benchmark.prepare();
    int rounds = Integer.parseInt(arguments[1]);
    double[] clock = new double[rounds];
    double[] processor = new double[rounds];
    int bytes = 0;
    for (int i = -WARM_UP; i < rounds; i++) {
      long wall = System.nanoTime();
      long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      bytes = benchmark.depthToDecimatedGlb().length;
      if (i >= 0) {
        processor[i] =
            (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e6;
        clock[i] = (System.nanoTime() - wall) / 1e6;
      }
    }
    Arrays.sort(clock);
    Arrays.sort(processor);
    System.out.printf(
        Locale.ROOT,
        "%dx%d to %d bytes of GLB: median %.1f ms of processor time (%.1f to %.1f), %.1f ms on the"
            + " clock; %s%n",
        benchmark.side,
        benchmark.side,
        bytes,
        processor[rounds / 2],
        processor[rounds / 10],
        processor[rounds * 9 / 10],
        clock[rounds / 2],
        peak());
  }

  private static String peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse("")
            .replaceAll("\\s+", " ")
        : "";
  }
}
