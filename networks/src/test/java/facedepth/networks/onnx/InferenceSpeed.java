package facedepth.networks.onnx;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.StateDict;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;

/**
 * Prints how long one image takes on libtorch, eager, and on ONNX Runtime: the origin's network,
 * turn and turn about, with as many threads. On a busy machine compare the processor time of a run
 * with one thread.
 *
 * <p>Arguments: threads, rounds, sides.
 */
@SuppressWarnings("try")
public final class InferenceSpeed {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private InferenceSpeed() {}

  private interface Prediction {
    void run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    TorchRuntime.setThreads(threads);
    AttentionUNet definition = new AttentionUNet(AttentionUNetConfig.ORIGIN);
    Path file = Files.createTempFile("speed", ".onnx");
    StateDict weights = InitialWeights.of(definition, 1);
    OnnxExport.write(definition, weights, Map.of(), OnnxOptions.DEFAULT, file);
    try (OnnxRunner runner = new OnnxRunner(file, threads)) {
      for (TorchNetwork.Layout layout : TorchNetwork.Layout.values()) {
        System.out.println("libtorch " + layout);
        try (TorchNetwork network = TorchNetwork.create(definition, weights, layout)) {
          network.train(false);
          for (int i = 2; i < arguments.length; i++) {
            compare(network, runner, Integer.parseInt(arguments[i]), rounds, threads);
          }
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void compare(
      TorchNetwork network, OnnxRunner runner, int side, int rounds, int threads) throws Exception {
    float[] image = new float[3 * side * side];
    Random random = new Random(1);
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextInt(256);
    }
    Prediction torch =
        () -> {
          try (PointerScope scope = new PointerScope();
              AutoGradMode off = new AutoGradMode(false)) {
            Tensors.toArray(network.forward(Tensors.of(image, 1, 3, side, side)));
          }
        };
    Prediction onnx = () -> runner.run(image, 1, 3, side, side);
    double[][] wall = new double[2][rounds];
    double[][] busy = new double[2][rounds];
    for (int round = -3; round < rounds; round++) {
      for (int which = 0; which < 2; which++) {
        long start = System.nanoTime();
        long startBusy = THREADS.getCurrentThreadCpuTime();
        (which == 0 ? torch : onnx).run();
        if (round >= 0) {
          wall[which][round] = (System.nanoTime() - start) * 1e-6;
          busy[which][round] = (THREADS.getCurrentThreadCpuTime() - startBusy) * 1e-6;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%dx%d, %d threads, median of %d: libtorch %.1f ms, ONNX Runtime %.1f ms, ratio %.2f;"
            + " processor time %.1f and %.1f ms, ratio %.2f%n",
        side,
        side,
        threads,
        rounds,
        median(wall[0]),
        median(wall[1]),
        median(wall[0]) / median(wall[1]),
        median(busy[0]),
        median(busy[1]),
        median(busy[0]) / median(busy[1]));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
