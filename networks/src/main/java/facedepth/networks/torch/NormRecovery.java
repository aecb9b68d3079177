package facedepth.networks.torch;

import facedepth.networks.BatchNorm2d;
import facedepth.networks.Conv2d;
import facedepth.networks.Parameter;
import facedepth.networks.StateDict;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The reading that finds normalisations again that were folded into the convolutions before them.
 * On the way through the network each is given the mean and the deviation of what it reads, both as
 * what it divides by and as what it answers: it changes nothing, and training can move it.
 */
final class NormRecovery extends TorchOps {
  private static final long[] EACH_CHANNEL = {0, 2, 3};
  private static final long[] EACH_KERNEL = {1, 2, 3};
  private static final double SMALLEST = 1e-9;

  private final Map<Parameter, TensorOptional> values;
  private final StateDict folded;
  private final Set<String> recovered = new LinkedHashSet<>();
  private final IdentityHashMap<Tensor, Conv2d> makers = new IdentityHashMap<>();

  /**
   * @param values of every parameter that is a tensor
   * @param folded the weights that were taken from a file: a normalisation was folded if the
   *     convolution before it is among them and it is not
   */
  NormRecovery(Map<Parameter, TensorOptional> values, TensorOptional none, StateDict folded) {
    super(values, none, false, counter -> {});
    this.values = values;
    this.folded = folded;
  }

  /** Names of the parameters that have been found. */
  Set<String> recovered() {
    return recovered;
  }

  @Override
  public Tensor conv2d(Conv2d layer, Tensor x) {
    Tensor made = super.conv2d(layer, x);
    makers.put(made, layer);
    return made;
  }

  @Override
  public Tensor cropTo(Tensor x, Tensor like) {
    Tensor cropped = super.cropTo(x, like);
    makers.put(cropped, makers.get(x));
    return cropped;
  }

  @Override
  public Tensor batchNorm2d(BatchNorm2d layer, Tensor x) {
    Conv2d before = makers.get(x);
    if (!wasFolded(before, layer)) {
      return super.batchNorm2d(layer, x);
    }
    Tensor scale = unscaled(before);
    Tensor mean = x.mean(EACH_CHANNEL);
    set(layer.runningMean(), mean.div(scale));
    Tensor given = x.div(scale.view(1, -1, 1, 1));
    Tensor variance = torch.var(given, EACH_CHANNEL, false, false);
    set(layer.runningVariance(), variance);
    set(layer.weight(), variance.add(new Scalar(BatchNorm2d.EPSILON)).sqrt_().mul_(scale));
    set(layer.bias(), mean);
    recovered.add(layer.batchesTracked().name());
    return super.batchNorm2d(layer, given);
  }

  /** Where the convolution had no bias to take it up, the file has names that no network knows. */
  private boolean wasFolded(Conv2d before, BatchNorm2d layer) {
    return before != null
        && before.bias().isPresent()
        && folded.has(before.weight())
        && !folded.has(layer.weight());
  }

  /**
   * Brings each kernel to the size that kernels begin with, which the normalisation undoes: folded
   * ones may be a hundred times too small for an optimiser's steps.
   *
   * @return by what each was divided
   */
  private Tensor unscaled(Conv2d conv) {
    Tensor kernels = values.get(conv.weight()).get();
    double initial = conv.weight().initial().deviation();
    double usual = initial == 0 ? 1 : initial; // of those that begin in silence
    Tensor size = kernels.square().mean(EACH_KERNEL).sqrt_().div_(new Scalar(usual));
    Tensor scale = torch.where(size.gt(new Scalar(SMALLEST)), size, torch.ones_like(size));
    kernels.div_(scale.view(-1, 1, 1, 1));
    conv.bias().ifPresent(bias -> values.get(bias).get().div_(scale));
    return scale;
  }

  private void set(Parameter parameter, Tensor value) {
    values.get(parameter).get().copy_(value);
    recovered.add(parameter.name());
  }
}
