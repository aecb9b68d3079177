package facedepth.training;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchDevice;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadSource;
import facedepth.synthesis.SyntheticFace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Prints what a training step costs beside the bare one: forward, backward and step of the same
 * network with L1 and libtorch's own Adam, on a batch that is there already. Measured is processor
 * time on one thread, by turns in one process, so that other programs disturb both alike.
 *
 * <p>Arguments: batch, side, start filters, patch, rounds, scenes.
 */
@SuppressWarnings("try")
public final class TrainingCost {
  private static final int TAKES = 4;

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private long began;

  private TrainingCost() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    int[] settings = {16, 128, 24, 2, 8, 40};
    for (int i = 0; i < arguments.length; i++) {
      settings[i] = Integer.parseInt(arguments[i]);
    }
    TorchRuntime.setThreads(1);
    new TrainingCost()
        .run(settings[0], settings[1], settings[2], settings[3], settings[4], settings[5]);
  }

  private void run(int batch, int side, int filters, int patch, int rounds, int scenes)
      throws IOException {
    FaceGenerator generator =
        new FaceGenerator(HeadSource.open(HeadSource.BUILTIN, Path.of(".")), side, 5);
    List<TrainingFace> faces = new ArrayList<>();
    for (int scene = 0; scene < 2 * scenes; scene++) {
      start();
      List<SyntheticFace> takes = generator.takes(scene, TAKES);
      takes.forEach(take -> faces.add(TrainingFace.of(take)));
      if (scene >= scenes) { // compiled by then
        stop("rendering a batch", batch / (double) TAKES);
      }
    }
    Batch made = new Batch(List.copyOf(faces.subList(0, batch)));
    AttentionUNet definition =
        new AttentionUNet(new AttentionUNetConfig(3, 2, filters, 5, true, patch));
    DepthLoss loss = new DepthLoss(LossWeights.DEFAULT);
    try (TorchNetwork bare = TorchNetwork.create(definition, 1);
        TorchNetwork network = TorchNetwork.create(definition, 1);
        TorchNetwork averaged = TorchNetwork.create(definition, 1);
        PointerScope life = new PointerScope();
        ThreadTeam team = new ThreadTeam(1);
        org.bytedeco.pytorch.Adam theirs =
            new org.bytedeco.pytorch.Adam(bare.parameterVector(), new AdamOptions(1e-3));
        Adam ours = new Adam(network.parameters(), OptimiserSettings.DEFAULT);
        StepSums sums = new StepSums()) {
      Tensor images = made.images(TorchDevice.CPU);
      Tensor target = Tensors.of(new float[batch * 2 * side * side], batch, 2, side, side);
      WeightAverage average = new WeightAverage(averaged, 0.98);
      average.update(network);
      for (int round = -1; round < rounds; round++) {
        if (round == 0) {
          seconds.keySet().removeIf(name -> !name.startsWith("rendering"));
        }
        bareStep(bare, theirs, images, target);
        ourStep(made, network, loss, ours, team, sums);
        start();
        average.update(network);
        stop("average, a quarter of the steps", 0.25);
      }
    }
    print(batch);
  }

  private void bareStep(
      TorchNetwork network, org.bytedeco.pytorch.Adam adam, Tensor images, Tensor target) {
    try (PointerScope step = new PointerScope()) {
      start();
      Tensor loss = torch.l1_loss(network.forward(images), target);
      adam.zero_grad();
      loss.backward();
      stop("bare: forward and backward", 1);
      start();
      adam.step();
      stop("bare: libtorch's Adam", 1);
    }
  }

  private void ourStep(
      Batch made, TorchNetwork network, DepthLoss loss, Adam adam, ThreadTeam team, StepSums sums) {
    try (PointerScope step = new PointerScope()) {
      start();
      Batch.OnDevice faces = made.on(network.device());
      stop("batch to tensors", 1);
      network.zeroGradients();
      start();
      Tensor output = network.forward(faces.images());
      Tensor cut = output.detach();
      cut.set_requires_grad(true);
      stop("forward", 1);
      start();
      DepthLoss.Parts parts = loss.of(cut, faces.depth(), faces.mask());
      parts.total().backward();
      stop("loss and its gradient", 1);
      start();
      output.backward(cut.grad(), new BoolOptional(), false, new TensorArrayRefOptional());
      stop("backward", 1);
      start();
      Map<String, Tensor> figures = parts.byName();
      figures.put("norm", adam.step(1e-3, team));
      stop("our Adam", 1);
      start();
      sums.add(figures);
      sums.means();
      stop("reading figures", 1);
    }
  }

  private void start() {
    began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void stop(String name, double factor) {
    long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    seconds.computeIfAbsent(name, n -> new ArrayList<>()).add((now - began) * 1e-9 * factor);
  }

  private void print(int batch) {
    double bare = 0;
    double ours = 0;
    for (Map.Entry<String, List<Double>> part : seconds.entrySet()) {
      double[] sorted =
          part.getValue().stream().mapToDouble(Double::doubleValue).sorted().toArray();
      // Rendering differs from face to face, so its mean counts; elsewhere the median.
      double typical =
          part.getKey().startsWith("rendering")
              ? Arrays.stream(sorted).average().orElse(Double.NaN)
              : sorted[sorted.length / 2];
      System.out.printf(
          Locale.ROOT,
          "%-32s %8.1f ms, best %8.1f%n",
          part.getKey(),
          1e3 * typical,
          1e3 * sorted[0]);
      if (part.getKey().startsWith("bare")) {
        bare += typical;
      } else {
        ours += typical;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "bare %.3f s, ours %.3f s of processor a batch of %d: %.3f times%n",
        bare,
        ours,
        batch,
        ours / bare);
  }
}
