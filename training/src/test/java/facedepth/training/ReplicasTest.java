package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.StateDict;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchDevice;
import facedepth.networks.torch.TorchNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes do their work by being open
class ReplicasTest {
  private static final int SIDE = 32;
  private static final AttentionUNet DEFINITION =
      new AttentionUNet(new AttentionUNetConfig(3, 2, 4, 3, true));

  /** No Dice: it is a property of all faces together. */
  private static final LossWeights LOSSES = new LossWeights(1, 0.5, 1, 0.1, 0, 0, 0);

  /**
   * Normalised by statistics that are given, a face's gradient does not depend on the others: the
   * mean over shares is the mean over the batch, also where the shares differ in size.
   */
  @Test
  void sharesHaveTheGradientsAndTheLossOfTheWholeBatch() {
    Batch batch = faces(7);
    Outcome whole = learn(batch, 1, 1, false);
    for (int replicas : new int[] {2, 3}) {
      Outcome shared = learn(batch, replicas, 1, false);
      whole.losses.forEach(
          (name, loss) -> assertThat(shared.losses.get(name)).isCloseTo(loss, within(1e-5)));
      assertThat(shared.gradients).hasSameSizeAs(whole.gradients);
      for (int i = 0; i < whole.gradients.size(); i++) {
        float[] expected = whole.gradients.get(i);
        double largest = 1e-6;
        for (float value : expected) {
          largest = Math.max(largest, Math.abs(value));
        }
        assertThat(shared.gradients.get(i))
            .containsExactly(expected, within((float) (2e-4 * largest)));
      }
    }
  }

  /** What the first normalisation reads has not been normalised: its mean is that of all shares. */
  @Test
  void statisticsAreThoseOfAllShares() {
    Batch batch = faces(8);
    String mean = "down_convs.0.norm0.running_mean";
    float[] whole = learn(batch, 1, 1, true).state.get(mean).values();
    assertThat(learn(batch, 2, 1, true).state.get(mean).values())
        .containsExactly(whole, within(1e-5f));
    String counter = "down_convs.0.norm0.num_batches_tracked";
    assertThat(learn(batch, 2, 3, true).state.get(counter).values()).containsExactly(3);
  }

  @Test
  void threadsDoNotChangeTheResult() {
    Batch batch = faces(12);
    Outcome first = learn(batch, 3, 4, true);
    Outcome second = learn(batch, 3, 4, true);
    assertThat(second.losses).isEqualTo(first.losses);
    for (String name : first.state.names()) {
      assertThat(second.state.get(name).values())
          .as(name)
          .containsExactly(first.state.get(name).values());
    }
  }

  @Test
  void leavesNothingBehind() {
    Batch batch = faces(8);
    learn(batch, 2, 2, true);
    long before = Pointer.totalCount();
    learn(batch, 2, 20, true);
    // Each of the two threads leaves one small thing of its own to the collector; a step has
    // dozens.
    assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before + 2);
  }

  @Test
  void noReplicaSeesFewFaces() {
    assertThat(Replicas.count(TorchDevice.CPU, 2, 16)).isEqualTo(2);
    assertThat(Replicas.count(TorchDevice.CPU, 16, 32)).isEqualTo(4);
    assertThat(Replicas.count(TorchDevice.CPU, 2, 5)).isEqualTo(1);
    assertThat(Replicas.count(TorchDevice.CUDA, 16, 64)).isEqualTo(1);
  }

  @Test
  void whatGoesWrongOnATeamsThreadIsTheCallers() {
    try (ThreadTeam team = new ThreadTeam(2)) {
      assertThatThrownBy(
              () ->
                  team.run(
                      List.of(
                          () -> 1,
                          () -> {
                            throw new IllegalArgumentException("the second");
                          })))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the second");
      assertThat(team.run(List.of(() -> 1, () -> 2, () -> 3))).containsExactly(1, 2, 3);
      assertThatThrownBy(
              () ->
                  team.runAll(
                      List.of(
                          () -> {
                            throw new IllegalArgumentException("the first");
                          })))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the first");
    }
  }

  private record Outcome(Map<String, Double> losses, List<float[]> gradients, StateDict state) {}

  /** Some steps on the same batch; gradients and losses are the last one's. */
  private static Outcome learn(Batch batch, int replicas, int steps, boolean training) {
    Map<String, Double> losses = new HashMap<>();
    List<float[]> gradients = new ArrayList<>();
    try (TorchNetwork network = TorchNetwork.create(DEFINITION, 5);
        ThreadTeam team = new ThreadTeam(replicas)) {
      network.train(training);
      try (Adam optimiser = new Adam(network.parameters(), OptimiserSettings.DEFAULT);
          Replicas shares = new Replicas(network, new DepthLoss(LOSSES), team)) {
        for (int step = 0; step < steps; step++) {
          try (PointerScope scope = new PointerScope()) {
            Map<String, Tensor> figures = shares.learn(batch);
            figures.forEach((name, tensor) -> losses.put(name, tensor.item_double()));
            gradients.clear();
            network.parameters().forEach(one -> gradients.add(Tensors.toArray(one.grad())));
            if (steps > 1) {
              optimiser.step(1e-3, team);
            }
          }
        }
      }
      return new Outcome(losses, gradients, network.stateDict());
    }
  }

  /** Discs of noise, each vaulted differently. */
  private static Batch faces(int count) {
    Random random = new Random(11);
    List<TrainingFace> faces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] rgb = new byte[3 * SIDE * SIDE];
      random.nextBytes(rgb);
      float[] depth = new float[SIDE * SIDE];
      double vault = 0.1 + 0.2 * random.nextDouble();
      for (int p = 0; p < depth.length; p++) {
        double x = (p % SIDE + 0.5) / SIDE - 0.5;
        double y = (p / SIDE + 0.5) / SIDE - 0.5;
        double square = x * x + y * y;
        depth[p] = square < 0.16 ? (float) (vault * square * 6) : Float.NaN;
      }
      faces.add(new TrainingFace(SIDE, rgb, depth));
    }
    return new Batch(faces);
  }
}
