package facedepth.networks.onnx;

import facedepth.networks.Dpt;
import facedepth.networks.DptConfig;
import facedepth.networks.Npy;
import facedepth.networks.Pictures;
import facedepth.networks.Reference;
import facedepth.networks.ReferenceWeights;
import facedepth.networks.StateDict;
import facedepth.networks.checkpoint.TorchSave;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;

/**
 * Prints how far a whole published DPT is from MiDaS's answers, and how long it takes: too long and
 * too large for a test. The reference must be there.
 *
 * <p>Arguments: {@code dpt-large}, {@code dpt-base} or {@code dpt-hybrid}; what to do: {@code save}
 * writes the reference's weights as a checkpoint, {@code convert} makes an ONNX file of that,
 * {@code onnx} and {@code torch} compare and time; a folder for the files; threads; rounds. On a
 * busy machine compare the processor time of a run with one thread.
 */
@SuppressWarnings("try")
public final class DptParity {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private DptParity() {}

  private interface Prediction {
    float[] of(float[] rgb, long height, long width) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    String architecture = arguments[0];
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    int threads = Integer.parseInt(arguments[3]);
    int rounds = Integer.parseInt(arguments[4]);
    Path checkpoint = folder.resolve(architecture + ".pt");
    Path graph = folder.resolve(architecture + ".onnx");
    Dpt definition = new Dpt(DptConfig.named(architecture).orElseThrow().withNonNegative(false));
    StateDict weights = ReferenceWeights.of(definition);
    switch (arguments[1]) {
      case "save" -> TorchSave.write(weights, checkpoint);
      case "convert" -> {
        Conversion.convert(
            checkpoint, architecture, Optional.of(false), graph, OnnxOptions.DEFAULT);
        if (Files.isReadable(Path.of("/proc/self/status"))) {
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmHWM") || line.startsWith("RssAnon"))
              .forEach(System.out::println);
        }
        System.out.printf(
            Locale.ROOT,
            "checkpoint %d kB, graph %d kB%n",
            Files.size(checkpoint) / 1024,
            Files.size(graph) / 1024);
      }
      case "onnx" -> {
        try (OnnxRunner runner = new OnnxRunner(graph, threads)) {
          compare(
              architecture,
              rounds,
              (rgb, height, width) -> runner.run(rgb, 1, 3, height, width).get(OnnxExport.DEPTH));
        }
      }
      case "torch" -> {
        TorchRuntime.setThreads(threads);
        try (TorchNetwork network = TorchNetwork.create(definition, weights)) {
          network.train(false);
          compare(
              architecture,
              rounds,
              (rgb, height, width) -> {
                try (PointerScope scope = new PointerScope();
                    AutoGradMode off = new AutoGradMode(false)) {
                  float[] image = Pictures.normalised(rgb);
                  return Tensors.toArray(network.forward(Tensors.of(image, 1, 3, height, width)));
                }
              });
        }
      }
      default -> throw new IllegalArgumentException(arguments[1]);
    }
  }

  private static void compare(String architecture, int rounds, Prediction prediction)
      throws Exception {
    String backbone = ReferenceWeights.backbone(architecture);
    for (String size : new String[] {"128x128", "160x96", "384x384"}) {
      Path picture = Reference.file("dpt/input_" + size + ".png");
      float[] expected =
          Npy.read(Reference.file("dpt/" + backbone + "/out_" + size + "_raw.npy")).values();
      float[] rgb = Pictures.planes(picture);
      String[] sides = size.split("x", -1);
      float[] answer = new float[0];
      double best = Double.POSITIVE_INFINITY;
      double leastBusy = Double.POSITIVE_INFINITY;
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        long startBusy = THREADS.getCurrentThreadCpuTime();
        answer = prediction.of(rgb, Long.parseLong(sides[1]), Long.parseLong(sides[0]));
        best = Math.min(best, (System.nanoTime() - start) * 1e-9);
        leastBusy = Math.min(leastBusy, (THREADS.getCurrentThreadCpuTime() - startBusy) * 1e-9);
      }
      double worst = 0;
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < expected.length; i++) {
        worst = Math.max(worst, Math.abs((double) answer[i] - expected[i]));
        least = Math.min(least, expected[i]);
        most = Math.max(most, expected[i]);
      }
      System.out.printf(
          Locale.ROOT,
          "%s %s: off by at most %.2e, %.2e of the range; fastest of %d: %.3f s, this thread %.3f s%n",
          architecture,
          size,
          worst,
          worst / (most - least),
          rounds,
          best,
          leastBusy);
    }
  }
}
