package facedepth.synthesis.dataset;

import facedepth.geometry.MalformedFileException;
import facedepth.synthesis.FaceGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Renders a range of samples into a data set, several threads at once. Samples that are there
 * already are left as they are, so that a run that was stopped goes on where it was.
 */
public final class DatasetRun {
  /** Mean difference of a picture's channels above which it is not the same picture. */
  private static final double SAME = 1;

  private final FaceGenerator faces;
  private final SampleWriter writer;
  private final int size;
  private final long end;
  private final AtomicLong next;

  /**
   * A run over samples {@code start} to {@code start + count - 1}.
   *
   * @param size side of the pictures in pixels
   */
  public DatasetRun(FaceGenerator faces, SampleWriter writer, int size, long start, long count) {
    this.faces = faces;
    this.writer = writer;
    this.size = size;
    end = start + count;
    next = new AtomicLong(start);
  }

  /** How many samples of the range are not there yet. */
  public long missing() throws IOException {
    if (!writer.hasSamples()) {
      return end - next.get();
    }
    long missing = 0;
    for (long index = next.get(); index < end; index++) {
      missing += writer.isWhole(index) ? 0 : 1;
    }
    return missing;
  }

  /**
   * Checks that the samples that are there are the ones that this run would write, by rendering one
   * of them again: another version of the program or of a head would mix two data sets.
   *
   * @throws MalformedFileException if they are not
   */
  public void requireSame() throws IOException {
    boolean any = writer.hasSamples();
    for (long index = next.get(); any && index < end; index++) {
      if (writer.isWhole(index)) {
        Path file = writer.picture(index);
        float[] there = PictureFile.read(file).rgb();
        float[] here = writer.render(faces.forAnotherThread(size), index).rgb();
        if (there.length != here.length || difference(there, here) > SAME) {
          throw new MalformedFileException(
              file.toString(), "is not what this version renders; the data set is another one's");
        }
        return;
      }
    }
  }

  /**
   * Renders what is missing.
   *
   * @param rendered called after every sample that was, by several threads
   * @throws IOException if a file cannot be written; no sample is left half-written
   */
  public void run(int threads, Runnable rendered) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            pool.submit(
                () -> {
                  work(rendered);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      rethrow(e.getCause());
    } finally {
      stop();
      pool.shutdown();
    }
  }

  /** Lets every thread finish the sample that it is at, and no more. */
  public void stop() {
    next.set(end);
  }

  private void work(Runnable rendered) throws IOException {
    try {
      FaceGenerator own = faces.forAnotherThread(size);
      for (long index = next.getAndIncrement(); index < end; index = next.getAndIncrement()) {
        if (!writer.isWhole(index)) {
          writer.write(own, index);
          rendered.run();
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      stop();
      throw e;
    }
  }

  private static double difference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  private static void rethrow(Throwable cause) throws IOException {
    if (cause instanceof IOException failure) {
      throw failure;
    } else if (cause instanceof Error failure) {
      throw failure;
    } else if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    throw new IllegalStateException(cause);
  }
}
