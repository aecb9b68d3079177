package facedepth.benchmarks;

import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.HeadSource;
import facedepth.synthesis.SyntheticFace;
import facedepth.synthesis.dataset.DatasetFolder;
import facedepth.synthesis.dataset.HeadFingerprint;
import facedepth.synthesis.dataset.Layout;
import facedepth.synthesis.dataset.Manifest;
import facedepth.synthesis.dataset.SampleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Samples a second of all threads together; JMH's {@code -t 1} and {@code -t 2} show how that
 * scales. The same thousand samples are rendered over and over.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
@Fork(1)
public class SynthesisBenchmark {
  private static final int SAMPLES = 1000;

  /** What the threads share. */
  @State(Scope.Benchmark)
  public static class Supply {
    /** A head: builtin, or a FaceKit's folder or cache file. */
    @Param("builtin")
    public String head;

    /** Pixels a side. */
    @Param("256")
    public int size;

    private final AtomicLong next = new AtomicLong();
    private FaceGenerator faces;
    private SampleWriter writer;
    private Path folder;

    /** Opens the head and makes a folder for the samples. */
    @Setup
    public void prepare() throws IOException {
      folder = Files.createTempDirectory("synthesis-benchmark");
      HeadModel model = HeadSource.open(head, folder);
      faces = new FaceGenerator(model, size, 1);
      Manifest manifest =
          new Manifest(
              Layout.NATIVE,
              Layout.NATIVE.version(),
              "benchmark",
              HeadFingerprint.of(model),
              1,
              size,
              false,
              false,
              false);
      writer = DatasetFolder.prepare(folder, manifest, true);
    }

    /** Deletes the samples. */
    @TearDown
    public void clean() throws IOException {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }

    private long index() {
      return next.getAndIncrement() % SAMPLES;
    }
  }

  /** One thread's scratch memory. */
  @State(Scope.Thread)
  public static class Renderer {
    private FaceGenerator faces;

    /** Takes part in the supply. */
    @Setup
    public void prepare(Supply supply) {
      faces = supply.faces.forAnotherThread(supply.size);
    }
  }

  /** Picture, depth, normals, landmarks, in memory. */
  @Benchmark
  public SyntheticFace inMemory(Supply supply, Renderer renderer) {
    return renderer.faces.face(supply.index());
  }

  /** The same, and the files of the layout native. */
  @Benchmark
  public void toDisk(Supply supply, Renderer renderer) throws IOException {
    supply.writer.write(renderer.faces, supply.index());
  }
}
