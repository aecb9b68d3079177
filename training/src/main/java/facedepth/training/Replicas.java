package facedepth.training;

import facedepth.networks.torch.TorchDevice;
import facedepth.networks.torch.TorchNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A network and its twins, each of which goes through a share of the batch on a thread of its own:
 * on a CPU much faster than one network whose every operation is spread over the threads, most of
 * which are too small for that. Batch normalisation sees its share, as it does where PyTorch
 * spreads a batch over several GPUs.
 *
 * <p>Not for several threads at once. The result depends on the number of replicas, but not on how
 * their threads run.
 */
@SuppressWarnings("try") // scopes do their work by being open
final class Replicas implements AutoCloseable {
  private static final int FEWEST_FACES = 8; // of a share: what batch normalisation wants to see

  private final List<TorchNetwork> networks = new ArrayList<>();
  private final DepthLoss loss;
  private final ThreadTeam team;

  /**
   * One network for each thread of the team.
   *
   * @param network whose parameters get the gradients; stays the caller's
   */
  Replicas(TorchNetwork network, DepthLoss loss, ThreadTeam team) {
    this.loss = loss;
    this.team = team;
    networks.add(network);
    while (networks.size() < team.size()) {
      networks.add(network.twin());
    }
  }

  /** How many replicas make sense: one on a GPU, and none that would see few faces. */
  static int count(TorchDevice device, int threads, int batch) {
    return device == TorchDevice.CPU ? Math.max(1, Math.min(threads, batch / FEWEST_FACES)) : 1;
  }

  /** Who computes. */
  ThreadTeam team() {
    return team;
  }

  /**
   * Computes a batch's loss and gradients, which are then those of the network's parameters.
   *
   * @return the loss and its parts, scalars of the caller's scope
   */
  Map<String, Tensor> learn(Batch batch) {
    List<Supplier<Figures>> shares = new ArrayList<>();
    int count = networks.size();
    for (int i = 0; i < count; i++) {
      Batch share = batch.part(i * batch.size() / count, (i + 1) * batch.size() / count);
      TorchNetwork network = networks.get(i);
      shares.add(() -> learn(share, network));
    }
    List<Figures> figures = team.run(shares);
    figures.forEach(share -> passOn(share.values, PointerScope.getInnerScope()));
    Figures all = figures.get(0);
    int faces = all.faces;
    try (AutoGradMode off = new AutoGradMode(false)) {
      for (int i = 1; i < count; i++) {
        Figures share = figures.get(i);
        faces += share.faces;
        double weight = (double) share.faces / faces;
        all.values.lerp_(share.values, new Scalar(weight));
        networks.get(0).blend(networks.get(i), weight);
      }
      for (TorchNetwork twin : networks.subList(1, count)) {
        twin.takeStatistics(networks.get(0));
      }
      return all.byName();
    }
  }

  /** Makes a scope the only owner of what was retained. */
  private static void passOn(Tensor tensor, PointerScope scope) {
    scope.attach(tensor);
    tensor.releaseReference();
  }

  private Figures learn(Batch share, TorchNetwork network) {
    try (PointerScope scope = new PointerScope()) {
      Batch.OnDevice faces = share.on(network.device());
      network.zeroGradients();
      DepthLoss.Parts parts = loss.of(network.forward(faces.images()), faces.depth(), faces.mask());
      parts.total().backward();
      Map<String, Tensor> figures = parts.byName();
      Tensor values =
          torch.stack(new TensorVector(figures.values().toArray(new Tensor[0]))).detach();
      values.retainReference(); // beyond this scope
      return new Figures(List.copyOf(figures.keySet()), values, share.size());
    }
  }

  /** What a share came to; its values belong to no scope yet. */
  private record Figures(List<String> names, Tensor values, int faces) {
    Map<String, Tensor> byName() {
      Map<String, Tensor> named = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        named.put(names.get(i), values.select(0, i));
      }
      return named;
    }
  }

  /** Frees the twins. */
  @Override
  public void close() {
    networks.subList(1, networks.size()).forEach(TorchNetwork::close);
  }
}
