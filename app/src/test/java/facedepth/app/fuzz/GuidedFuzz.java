package facedepth.app.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What Jazzer calls: an input at the target that the property {@code facedepth.fuzz.target} names.
 * {@code scripts/fuzz} starts it. Beside what {@link Attempt} does not allow, an input must not
 * take long nor make more garbage than the largest sound picture does. Time is the processor's, so
 * that a busy machine finds nothing by itself.
 */
public final class GuidedFuzz {
  private static final long HANG_NANOS = 10_000_000_000L;
  // A picture of the four megapixels that the target allows takes a tenth of it.
  private static final long ALLOCATED_BYTES = 1L << 30;
  private static final FuzzTarget TARGET = named(System.getProperty("facedepth.fuzz.target", ""));
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean(); // HotSpot's, for the bytes allocated

  private GuidedFuzz() {}

  private static FuzzTarget named(String word) {
    return Arrays.stream(FuzzTarget.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no target "
                        + word
                        + ", only "
                        + Arrays.stream(FuzzTarget.values()).map(FuzzTarget::word).toList()));
  }

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    try {
      measured(input);
    } catch (AssertionError e) {
      measured(input); // what is loaded and instrumented on the way costs once, and is no finding
    }
  }

  private static void measured(byte[] input) throws IOException {
    long thread = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(thread);
    long nanos = THREADS.getThreadCpuTime(thread);
    Attempt.of(TARGET, input);
    nanos = THREADS.getThreadCpuTime(thread) - nanos;
    allocated = THREADS.getThreadAllocatedBytes(thread) - allocated;
    if (nanos > HANG_NANOS) {
      throw new AssertionError(nanos / 1_000_000 + " ms of processor time");
    }
    if (allocated > ALLOCATED_BYTES) {
      throw new AssertionError(
          (allocated >> 20) + " MB allocated for an input of " + input.length + " bytes");
    }
  }
}
