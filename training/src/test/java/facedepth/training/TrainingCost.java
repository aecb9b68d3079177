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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Prints how long a training step takes beside the bare one: forward, backward and step of the same
 * network with L1 and libtorch's own Adam, on a batch that is there already and on the same
 * threads, which in the bare one share every operation. By turns in one process on the wall's
 * clock: nothing else should run.
 *
 * <p>Arguments: batch, side, start filters, patch, rounds, scenes, threads, muon or adamw.
 */
@SuppressWarnings("try")
public final class TrainingCost {
  private static final int TAKES = 4;

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final OptimiserSettings.Kind kind;
  private final int threads;
  private long began;

  private TrainingCost(OptimiserSettings.Kind kind, int threads) {
    this.kind = kind;
    this.threads = threads;
  }

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    int[] settings = {16, 128, 24, 2, 8, 20, 2};
    for (int i = 0; i < Math.min(settings.length, arguments.length); i++) {
      settings[i] = Integer.parseInt(arguments[i]);
    }
    String kind = arguments.length > settings.length ? arguments[settings.length] : "muon";
    new TrainingCost(OptimiserSettings.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), settings[6])
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
      if (scene >= scenes) { // compiled by then; the rest of the threads helps as much
        stop("rendering a batch", batch / (double) TAKES / threads);
      }
    }
    Batch made = new Batch(List.copyOf(faces.subList(0, batch)));
    AttentionUNet definition =
        new AttentionUNet(
            patch == 1
                ? new AttentionUNetConfig(3, 2, filters, 5, true)
                : new AttentionUNetConfig(3, 2, filters, 5, true, patch, 8, 192, 8, 2, List.of()));
    int replicas = Replicas.count(TorchDevice.CPU, threads, batch);
    OptimiserSettings optimiser = new OptimiserSettings(kind, null, null, null, null);
    try (TorchNetwork bare = TorchNetwork.create(definition, 1);
        TorchNetwork network = TorchNetwork.create(definition, 1);
        TorchNetwork averaged = TorchNetwork.create(definition, 1);
        PointerScope life = new PointerScope();
        org.bytedeco.pytorch.Adam theirs =
            new org.bytedeco.pytorch.Adam(bare.parameterVector(), new AdamOptions(1e-3));
        Adam ours = new Adam(network.parameters(), optimiser);
        ThreadTeam team = new ThreadTeam(replicas);
        Replicas shares = new Replicas(network, new DepthLoss(LossWeights.DEFAULT), team);
        StepSums sums = new StepSums()) {
      Tensor images = made.images(TorchDevice.CPU);
      Tensor target = Tensors.of(new float[batch * 2 * side * side], batch, 2, side, side);
      WeightAverage average = new WeightAverage(averaged, 0.98);
      average.update(network);
      for (int round = -2; round < rounds; round++) {
        if (round == 0) {
          seconds.keySet().removeIf(name -> !name.startsWith("rendering"));
        }
        TorchRuntime.setThreads(threads);
        bareStep(bare, theirs, images, target);
        TorchRuntime.setThreads(threads / replicas);
        ourStep(made, shares, ours, sums);
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

  private void ourStep(Batch made, Replicas shares, Adam adam, StepSums sums) {
    try (PointerScope step = new PointerScope()) {
      start();
      Map<String, Tensor> figures = shares.learn(made);
      stop("forward, loss and backward", 1);
      start();
      figures.put(Learner.NORM, adam.step(1e-3, shares.team()));
      stop("optimiser", 1);
      start();
      sums.add(figures);
      sums.means();
      stop("reading figures", 1);
    }
  }

  private void start() {
    began = System.nanoTime();
  }

  private void stop(String name, double factor) {
    long now = System.nanoTime();
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
        "bare %.3f s, ours %.3f s a batch of %d: %.3f times%n",
        bare,
        ours,
        batch,
        ours / bare);
  }
}
