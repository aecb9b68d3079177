package facedepth.app.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Feeds a target spoiled seeds for a while; {@code scripts/fuzz} runs it. An input on which
 * anything but a reading or a proper refusal came out, or that took more than ten seconds of
 * processor time, is written to the folder of findings.
 */
final class Fuzz {
  private static final long HANG_NANOS =
      10_000_000_000L; // of processor time: the machine may be busy
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int DIFFERENT_FINDINGS = 20;

  private final FuzzTarget target;
  private final Path findings;
  private final Set<String> places = new LinkedHashSet<>();
  private final AtomicReference<byte[]> current = new AtomicReference<>();
  private final long reader = Thread.currentThread().getId();
  private volatile long began;

  private Fuzz(FuzzTarget target, Path findings) {
    this.target = target;
    this.findings = findings;
  }

  /**
   * Runs.
   *
   * @param arguments target, seconds, folder for findings, and the random seed if it is to be a
   *     known one
   */
  public static void main(String[] arguments) throws IOException {
    FuzzTarget target =
        Arrays.stream(FuzzTarget.values())
            .filter(one -> one.word().equals(arguments[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no target " + arguments[0]));
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
    Fuzz fuzz = new Fuzz(target, Path.of(arguments[2]));
    fuzz.watch();
    System.exit(fuzz.run(Long.parseLong(arguments[1]), seed) ? 0 : 1);
  }

  private boolean run(long seconds, long seed) throws IOException {
    Mutator mutator = new Mutator(seed, target.seeds());
    long start = System.nanoTime();
    long slowest = 0;
    long count = 0;
    while (System.nanoTime() - start < seconds * 1_000_000_000L) {
      byte[] input = mutator.next();
      began = THREADS.getThreadCpuTime(reader);
      current.set(input);
      try {
        Attempt.of(target, input);
      } catch (Throwable e) { // whatever comes out is the finding
        record(input, e);
      }
      current.set(null);
      slowest = Math.max(slowest, THREADS.getThreadCpuTime(reader) - began);
      count++;
      if (places.size() >= DIFFERENT_FINDINGS) {
        break;
      }
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s: %d inputs in %.0f s from seed %d, the slowest took %d ms of processor time, %d"
                + " different findings",
            target.word(),
            count,
            (System.nanoTime() - start) / 1e9,
            seed,
            slowest / 1_000_000,
            places.size()));
    return places.isEmpty();
  }

  /** Inputs that fail at the same place are one finding. */
  private void record(byte[] input, Throwable failure) throws IOException {
    String where =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("facedepth."))
            .findFirst()
            .map(StackTraceElement::toString)
            .orElse("");
    if (places.add(failure.getClass().getName() + " " + where)) {
      Path file = save(input);
      System.out.println(file + ": " + failure + " at " + where);
    }
  }

  private Path save(byte[] input) throws IOException {
    Files.createDirectories(findings);
    String name = target.word() + "-" + HexFormat.of().toHexDigits(Arrays.hashCode(input));
    return Files.write(findings.resolve(name), input);
  }

  /** A hang cannot be ended from inside: it is written down, and the process ends. */
  private void watch() {
    Thread watcher =
        new Thread(
            () -> {
              while (true) {
                byte[] input = current.get();
                if (input != null && THREADS.getThreadCpuTime(reader) - began > HANG_NANOS) {
                  end(input);
                }
                try {
                  Thread.sleep(500);
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            "watcher");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void end(byte[] input) {
    try {
      System.out.println(save(input) + ": took more than 10 s of processor time");
    } catch (IOException e) {
      System.out.println("a hang whose input cannot be written: " + e);
    }
    Runtime.getRuntime().halt(3);
  }
}
