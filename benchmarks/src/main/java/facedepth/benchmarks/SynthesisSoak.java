package facedepth.benchmarks;

import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.HeadSource;
import facedepth.synthesis.dataset.DatasetFolder;
import facedepth.synthesis.dataset.DatasetRun;
import facedepth.synthesis.dataset.HeadFingerprint;
import facedepth.synthesis.dataset.Layout;
import facedepth.synthesis.dataset.Manifest;
import facedepth.synthesis.dataset.SampleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Renders very many samples into a folder and tells what memory that takes: a leak shows as figures
 * that grow.
 */
public final class SynthesisSoak {
  private static final int EVERY = 1000;

  private SynthesisSoak() {}

  /**
   * Runs.
   *
   * @param arguments folder, number of samples, pixels a side, threads
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    long count = Long.parseLong(arguments[1]);
    int size = Integer.parseInt(arguments[2]);
    HeadModel head = HeadSource.open(HeadSource.BUILTIN, folder);
    Manifest manifest =
        new Manifest(
            Layout.NATIVE,
            Layout.NATIVE.version(),
            "soak",
            HeadFingerprint.of(head),
            1,
            size,
            false,
            false,
            false);
    SampleWriter writer = DatasetFolder.prepare(folder, manifest, false);
    DatasetRun run = new DatasetRun(new FaceGenerator(head, size, 1), writer, size, 0, count);
    AtomicLong done = new AtomicLong();
    long began = System.nanoTime();
    System.out.println("samples\tseconds\theap in use MB\theap MB\tresident MB");
    run.run(
        Integer.parseInt(arguments[3]),
        () -> {
          long samples = done.incrementAndGet();
          if (samples % EVERY == 0) {
            report(samples, (System.nanoTime() - began) / 1e9);
          }
        });
  }

  private static void report(long samples, double seconds) {
    Runtime memory = Runtime.getRuntime();
    long used = (memory.totalMemory() - memory.freeMemory()) >> 20;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d\t%.0f\t%d\t%d\t%d",
            samples,
            seconds,
            used,
            memory.totalMemory() >> 20,
            residentMegabytes()));
  }

  /** Linux only; 0 elsewhere. */
  private static long residentMegabytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
        }
      }
    } catch (IOException e) {
      return 0; // no such file: another system
    }
    return 0;
  }
}
