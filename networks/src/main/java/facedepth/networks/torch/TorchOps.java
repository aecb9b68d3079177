package facedepth.networks.torch;

import static org.bytedeco.pytorch.global.torch.upsample_bilinear2d;

import facedepth.networks.BatchNorm2d;
import facedepth.networks.Conv2d;
import facedepth.networks.Ops;
import facedepth.networks.Parameter;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The reading that runs a network. Opens no scope and closes no tensor: the caller does. */
final class TorchOps implements Ops<Tensor> {
  private static final long[] DILATION = {1, 1};

  private final Map<Parameter, TensorOptional> values;
  private final TensorOptional none;
  private final boolean training;
  private final Consumer<Parameter> count;

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
  }

  @Override
  public Tensor conv2d(Conv2d layer, Tensor x) {
    return torch.conv2d(
        x,
        values.get(layer.weight()).get(),
        layer.bias().map(values::get).orElse(none),
        new long[] {layer.stride(), layer.stride()},
        new long[] {layer.padding(), layer.padding()},
        DILATION,
        1);
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
  public Tensor pixelShuffle(Tensor x, int factor) {
    return torch.pixel_shuffle(x, factor);
  }

  @Override
  public Tensor add(Tensor a, Tensor b) {
    return torch.add(a, b);
  }

  @Override
  public Tensor multiplyByMask(Tensor mask, Tensor x) {
    return torch.mul(x, mask);
  }
}
