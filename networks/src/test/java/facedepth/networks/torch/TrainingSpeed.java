package facedepth.networks.torch;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Prints how many images a second a training step (forward, backward, Adam) takes. On a busy
 * machine compare the processor time of a run with one thread.
 *
 * <p>Arguments: threads, batch, side, start filters, steps.
 */
@SuppressWarnings("try")
public final class TrainingSpeed {
  private TrainingSpeed() {}

  public static void main(String[] arguments) {
    int[] given = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    int[] settings = {2, 16, 128, 16, 10};
    System.arraycopy(given, 0, settings, 0, given.length);
    TorchRuntime.setThreads(settings[0]);
    AttentionUNet definition =
        new AttentionUNet(new AttentionUNetConfig(3, 2, settings[3], 5, true));
    for (TorchNetwork.Layout layout : TorchNetwork.Layout.values()) {
      System.out.print(layout + ": ");
      measure(definition, layout, settings);
    }
  }

  private static void measure(
      AttentionUNet definition, TorchNetwork.Layout layout, int[] settings) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int batch = settings[1];
    int side = settings[2];
    double[] seconds = new double[settings[4]];
    double[] busy = new double[settings[4]];
    try (TorchNetwork network =
            TorchNetwork.create(definition, InitialWeights.of(definition, 1), layout);
        PointerScope life = new PointerScope();
        Adam adam = new Adam(network.parameterVector(), new AdamOptions(1e-3))) {
      Tensor image = noise(batch, 3, side);
      Tensor target = noise(batch, 2, side);
      for (int i = -2; i < seconds.length; i++) {
        long start = System.nanoTime();
        long startBusy = threads.getCurrentThreadCpuTime();
        try (PointerScope step = new PointerScope()) {
          Tensor loss = torch.l1_loss(network.forward(image), target);
          adam.zero_grad();
          loss.backward();
          adam.step();
        }
        if (i >= 0) {
          seconds[i] = (System.nanoTime() - start) * 1e-9;
          busy[i] = (threads.getCurrentThreadCpuTime() - startBusy) * 1e-9;
        }
      }
    }
    Arrays.sort(seconds);
    Arrays.sort(busy);
    System.out.printf(
        Locale.ROOT,
        "threads %d, batch %d of %dx%d, %d start filters: median %.3f s, best %.3f s a step, %.1f images/s (best %.1f);"
            + " this thread was busy %.3f s%n",
        settings[0],
        batch,
        side,
        side,
        settings[3],
        seconds[seconds.length / 2],
        seconds[0],
        batch / seconds[seconds.length / 2],
        batch / seconds[0],
        busy[busy.length / 2]);
  }

  private static Tensor noise(int batch, int channels, int side) {
    Random random = new Random(1);
    float[] values = new float[batch * channels * side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return Tensors.of(values, batch, channels, side, side);
  }
}
