package facedepth.networks.torch;

import facedepth.networks.ImageShape;
import facedepth.networks.InitialWeights;
import facedepth.networks.Network;
import facedepth.networks.Parameter;
import facedepth.networks.ShapeOps;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * A network with its weights in libtorch's memory, to be trained or asked.
 *
 * <p>Its parameters live until {@link #close}, whatever {@link PointerScope} it was made in. A
 * forward pass leaves its tensors to the caller's scope: open one for each training step and each
 * prediction. Not for several threads at once, but beside its {@link #twin}.
 */
@SuppressWarnings("try") // scopes do their work by being open
public final class TorchNetwork implements AutoCloseable {
  /** How images and kernels lie in memory. */
  public enum Layout {
    /** Row by row, as PyTorch does unless told otherwise. */
    CONTIGUOUS(MemoryFormat.Contiguous),
    /** Channels innermost: on a CPU 1.3 times as fast in training. */
    CHANNELS_LAST(MemoryFormat.ChannelsLast);

    private final MemoryFormat format;

    Layout(MemoryFormat format) {
      this.format = format;
    }
  }

  private final Network network;
  private final Layout layout;
  private final TorchDevice device;
  private final Map<Parameter, Tensor> tensors = new LinkedHashMap<>();
  private final Map<Parameter, TensorOptional> values = new HashMap<>();
  private final Map<Parameter, Long> counters = new LinkedHashMap<>();
  private final List<Pointer> kept = new ArrayList<>();
  private final TensorOptional none;
  private Precision precision = Precision.FLOAT32;
  private boolean training = true;
  private ImageShape checked = new ImageShape(0, 0, 0, 0);

  private TorchNetwork(Network network, StateDict weights, Layout layout, TorchDevice device) {
    this(network, layout, device.required(), parameter -> zeros(parameter, layout, device));
    loadStateDict(weights);
  }

  private TorchNetwork(
      Network network, Layout layout, TorchDevice device, Function<Parameter, Tensor> memory) {
    this.network = network;
    this.layout = layout;
    this.device = device;
    try (PointerScope scope = new PointerScope()) {
      none = keep(new TensorOptional());
      for (Parameter parameter : network.parameters()) {
        if (parameter.role() == Parameter.Role.COUNTER) {
          continue;
        }
        Tensor tensor = memory.apply(parameter);
        tensor.set_requires_grad(parameter.role() == Parameter.Role.TRAINED);
        tensors.put(parameter, keep(tensor));
        values.put(parameter, keep(new TensorOptional(tensor)));
      }
    }
  }

  private static Tensor zeros(Parameter parameter, Layout layout, TorchDevice device) {
    Tensor tensor = torch.zeros(parameter.shape());
    return device.moved(parameter.shape().length == 4 ? tensor.contiguous(layout.format) : tensor);
  }

  /** A network on the CPU, to be trained from nothing; in training mode. */
  public static TorchNetwork create(Network network, long seed) {
    return create(network, seed, TorchDevice.CPU);
  }

  /**
   * As {@link #create(Network, long)}, on a device.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public static TorchNetwork create(Network network, long seed, TorchDevice device) {
    return new TorchNetwork(
        network, InitialWeights.of(network, seed), Layout.CHANNELS_LAST, device);
  }

  /**
   * A network with these weights, on the CPU; in training mode.
   *
   * @throws IllegalArgumentException if they are those of another network
   */
  public static TorchNetwork create(Network network, StateDict weights) {
    return create(network, weights, Layout.CHANNELS_LAST);
  }

  /** As {@link #create(Network, StateDict)}, with a layout of the caller's choice. */
  public static TorchNetwork create(Network network, StateDict weights, Layout layout) {
    return new TorchNetwork(network, weights, layout, TorchDevice.CPU);
  }

  /**
   * Another network with this one's weights, in the same memory: who changes them changes both. Its
   * statistics, which begin as these, and its gradients are its own, so that both may compute at
   * once.
   */
  public TorchNetwork twin() {
    TorchNetwork twin =
        new TorchNetwork(
            network,
            layout,
            device,
            parameter -> {
              Tensor tensor = tensors.get(parameter).detach();
              return parameter.role() == Parameter.Role.TRAINED ? tensor : tensor.clone();
            });
    twin.counters.putAll(counters);
    twin.precision = precision;
    twin.training = training;
    return twin;
  }

  /** The definition it follows. */
  public Network network() {
    return network;
  }

  /** Where it computes, and where images must be. */
  public TorchDevice device() {
    return device;
  }

  /** How exactly it computes in training mode; otherwise as exactly as the process allows. */
  public void trainIn(Precision chosen) {
    precision = chosen;
  }

  /** Training mode, or not: what batch normalisation normalises by. */
  public void train(boolean on) {
    training = on;
  }

  public boolean isTraining() {
    return training;
  }

  /**
   * Computes, recording for autograd unless a {@code NoGradGuard} is open.
   *
   * @param image [N, inChannels, H, W], float32, values in [-1, 1], on this network's device
   * @return [N, outChannels, H, W], float32; belongs to the caller's scope
   * @throws IllegalArgumentException if the size does not fit, naming the layer
   */
  public Tensor forward(Tensor image) {
    if (image.dim() != 4) {
      throw new IllegalArgumentException("image must have 4 dimensions, not " + image.dim());
    }
    ImageShape shape = new ImageShape(image.size(0), image.size(1), image.size(2), image.size(3));
    if (!shape.equals(checked)) {
      ShapeOps.of(network, shape);
      checked = shape;
    }
    Tensor input = image.contiguous(layout.format);
    if (!training || precision != Precision.BFLOAT16) {
      return network.apply(ops(), input);
    }
    try (Autocast rounded = new Autocast(device)) {
      return network.apply(ops(), input).to(torch.ScalarType.Float);
    }
  }

  /** The reading that runs this network as it stands. */
  TorchOps ops() {
    return new TorchOps(values, none, training, counter -> counters.merge(counter, 1L, Long::sum));
  }

  /**
   * The trained parameters as leaf tensors, in the order of PyTorch's {@code parameters()}. They
   * stay this network's.
   */
  public List<Tensor> parameters() {
    return tensors(Parameter.Role.TRAINED);
  }

  private List<Tensor> tensors(Parameter.Role role) {
    List<Tensor> chosen = new ArrayList<>();
    tensors.forEach(
        (parameter, tensor) -> {
          if (parameter.role() == role) {
            chosen.add(tensor);
          }
        });
    return chosen;
  }

  /** Forgets the parameters' gradients. */
  public void zeroGradients() {
    try (PointerScope scope = new PointerScope()) {
      parameters().forEach(parameter -> parameter.mutable_grad().reset());
    }
  }

  /** {@link #parameters()} as an optimiser takes them; belongs to the caller's scope. */
  public TensorVector parameterVector() {
    return new TensorVector(parameters().toArray(new Tensor[0]));
  }

  /** A copy of the weights and statistics. */
  public StateDict stateDict() {
    Map<String, StateTensor> entries = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      Tensor tensor = tensors.get(parameter);
      entries.put(
          parameter.name(),
          tensor == null
              ? StateTensor.ofIntegers(new float[] {counters.get(parameter)}, parameter.shape())
              : StateTensor.of(Tensors.toArray(tensor), parameter.shape()));
    }
    return new StateDict(entries);
  }

  /**
   * Takes over weights and statistics; an optimiser that holds the parameters goes on holding them.
   *
   * @throws IllegalArgumentException if they are those of another network; nothing is changed then
   */
  public void loadStateDict(StateDict weights) {
    weights.requireFits(network);
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      for (Parameter parameter : network.parameters()) {
        if (parameter.role() == Parameter.Role.UNUSED && !weights.has(parameter)) {
          continue;
        }
        float[] source = weights.values(parameter);
        Tensor tensor = tensors.get(parameter);
        if (tensor == null) {
          counters.put(parameter, (long) source[0]);
        } else {
          tensor.copy_(Tensors.of(source, parameter.shape()));
        }
      }
    }
  }

  /**
   * Finds normalisations again that were folded into the convolutions before them, so that what
   * this network answers stays the same and it can be trained: measures what each reads.
   *
   * @param folded the weights of this network that were taken from a file; a normalisation that is
   *     not among them, while the convolution before it is, was folded
   * @param images [N, inChannels, H, W] as {@link #forward} takes them, of the kind that the
   *     network is for; a hundred are enough
   * @return the names of the parameters that were found
   */
  public Set<String> recoverNorms(StateDict folded, Tensor images) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      NormRecovery reading = new NormRecovery(values, none, folded);
      network.apply(reading, images.contiguous(layout.format));
      return reading.recovered();
    }
  }

  /**
   * Moves all weights and statistics by a share of the way towards those of another network of the
   * same definition, on the same device; counters become its.
   *
   * @param share 0 to 1, which makes them equal
   */
  public void moveTowards(TorchNetwork other, double share) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      TensorLists.moveTowards(
          List.copyOf(tensors.values()), List.copyOf(other.tensors.values()), share);
    }
    counters.putAll(other.counters);
  }

  /**
   * Moves gradients and statistics by a share of the way towards those of a {@link #twin}; both
   * must have gradients.
   *
   * @param share 0 to 1
   */
  public void blend(TorchNetwork twin, double share) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      TensorLists.moveTowards(gradients(), twin.gradients(), share);
      moveStatistics(twin, share);
    }
  }

  private List<Tensor> gradients() {
    return parameters().stream().map(Tensor::grad).toList();
  }

  /** Makes the statistics those of another network of the same definition. */
  public void takeStatistics(TorchNetwork other) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      moveStatistics(other, 1);
    }
    counters.putAll(other.counters);
  }

  private void moveStatistics(TorchNetwork other, double share) {
    List<Tensor> statistics = tensors(Parameter.Role.STATISTIC);
    if (!statistics.isEmpty()) {
      TensorLists.moveTowards(statistics, other.tensors(Parameter.Role.STATISTIC), share);
    }
  }

  /** Frees the parameters. */
  @Override
  public void close() {
    kept.forEach(Pointer::releaseReference);
    kept.clear();
    tensors.clear();
    values.clear();
  }

  private <P extends Pointer> P keep(P pointer) {
    pointer.retainReference();
    kept.add(pointer);
    return pointer;
  }
}
