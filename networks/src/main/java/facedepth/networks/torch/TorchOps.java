package facedepth.networks.torch;

import static org.bytedeco.pytorch.global.torch.upsample_bilinear2d;

import facedepth.networks.BatchNorm2d;
import facedepth.networks.Conv2d;
import facedepth.networks.ConvTranspose2d;
import facedepth.networks.GroupNorm;
import facedepth.networks.Ops;
import facedepth.networks.Parameter;
import facedepth.networks.TokenOps;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The reading that runs a network. Opens no scope and closes no tensor: the caller does. */
class TorchOps implements Ops<Tensor> {
  private static final long[] DILATION = {1, 1};

  private final Map<Parameter, TensorOptional> values;
  private final TensorOptional none;
  private final boolean training;
  private final Consumer<Parameter> count;
  private final TokenOps<Tensor> tokens;

  /**
   * @param values of every parameter that is a tensor
   * @param none the absent tensor
   * @param training whether batch normalisation uses and records the batch's own statistics
   * @param count told of every counter that goes up by one
   */
  TorchOps(
      Map<Parameter, TensorOptional> values,
      TensorOptional none,
      boolean training,
      Consumer<Parameter> count) {
    this.values = values;
    this.none = none;
    this.training = training;
    this.count = count;
    this.tokens = new TorchTokenOps(values);
  }

  @Override
  public TokenOps<Tensor> tokens() {
    return tokens;
  }

  @Override
  public Tensor conv2d(Conv2d layer, Tensor x) {
    int padding = layer.paddingBefore();
    Tensor input = x;
    if (layer.paddingAfter() != padding) {
      int after = layer.paddingAfter();
      input = torch.constant_pad_nd(x, padding, after, padding, after);
      padding = 0;
    }
    return torch.conv2d(
        input,
        kernel(layer),
        layer.bias().map(values::get).orElse(none),
        square(layer.stride()),
        square(padding),
        DILATION,
        1);
  }

  private Tensor kernel(Conv2d layer) {
    Tensor learnt = values.get(layer.weight()).get();
    if (!layer.isStandardised()) {
      return learnt;
    }
    long[] one = {layer.inChannels(), layer.kernel(), layer.kernel()};
    return torch.layer_norm(learnt, one, none, none, Conv2d.STANDARDISING_EPSILON, false);
  }

  @Override
  public Tensor convTranspose2d(ConvTranspose2d layer, Tensor x) {
    return torch.conv_transpose2d(
        x,
        values.get(layer.weight()).get(),
        values.get(layer.bias()),
        square(layer.factor()),
        square(0),
        square(0),
        1,
        DILATION);
  }

  @Override
  public Tensor batchNorm2d(BatchNorm2d layer, Tensor x) {
    if (training) {
      count.accept(layer.batchesTracked());
    }
    return torch.batch_norm(
        x,
        values.get(layer.weight()),
        values.get(layer.bias()),
        values.get(layer.runningMean()),
        values.get(layer.runningVariance()),
        training,
        BatchNorm2d.MOMENTUM,
        BatchNorm2d.EPSILON,
        true);
  }

  @Override
  public Tensor groupNorm(GroupNorm layer, Tensor x) {
    return torch.group_norm(
        x,
        layer.groups(),
        values.get(layer.weight()),
        values.get(layer.bias()),
        GroupNorm.EPSILON,
        false);
  }

  @Override
  public Tensor relu(Tensor x) {
    return torch.relu(x);
  }

  @Override
  public Tensor reluOverwriting(Tensor x) {
    return torch.relu_(x);
  }

  @Override
  public Tensor sigmoid(Tensor x) {
    return torch.sigmoid(x);
  }

  @Override
  public Tensor maxPool2x2(Tensor x) {
    return torch.max_pool2d(
        x, new long[] {2, 2}, new long[] {2, 2}, new long[] {0, 0}, DILATION, true);
  }

  @Override
  public Tensor maxPool3x3(Tensor x) {
    Tensor padded =
        torch.constant_pad_nd(x, new long[] {0, 1, 0, 1}, new Scalar(Double.NEGATIVE_INFINITY));
    return torch.max_pool2d(padded, square(3), square(2), square(0), DILATION, false);
  }

  @Override
  public Tensor average(Tensor x) {
    return torch.mean(x, new long[] {2, 3}, true, new ScalarTypeOptional());
  }

  @Override
  public Tensor upsample2x(Tensor x) {
    return upsample_bilinear2d(x, new long[] {2 * x.size(2), 2 * x.size(3)}, false);
  }

  @Override
  public Tensor resizeTo(Tensor x, Tensor like) {
    if (x.size(2) == like.size(2) && x.size(3) == like.size(3)) {
      return x;
    }
    return upsample_bilinear2d(x, new long[] {like.size(2), like.size(3)}, false);
  }

  @Override
  public Tensor stretch2x(Tensor x) {
    return upsample_bilinear2d(x, new long[] {2 * x.size(2), 2 * x.size(3)}, true);
  }

  @Override
  public Tensor stretchTo(Tensor x, Tensor like) {
    return upsample_bilinear2d(x, new long[] {like.size(2), like.size(3)}, true);
  }

  @Override
  public Tensor cropTo(Tensor x, Tensor like) {
    Tensor cropped = x;
    for (int dimension = 2; dimension <= 3; dimension++) {
      if (cropped.size(dimension) != like.size(dimension)) {
        cropped = torch.narrow(cropped, dimension, 0, like.size(dimension));
      }
    }
    return cropped;
  }

  @Override
  public Tensor concat(Tensor first, Tensor second) {
    return torch.cat(new TensorVector(first, second), 1);
  }

  @Override
  public Tensor add(Tensor a, Tensor b) {
    return torch.add(a, b);
  }

  @Override
  public Tensor multiplyByMask(Tensor mask, Tensor x) {
    return torch.mul(x, mask);
  }

  private static long[] square(int side) {
    return new long[] {side, side};
  }
}
