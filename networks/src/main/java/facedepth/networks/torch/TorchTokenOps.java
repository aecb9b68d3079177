package facedepth.networks.torch;

import facedepth.networks.Heads;
import facedepth.networks.LayerNorm;
import facedepth.networks.Linear;
import facedepth.networks.Parameter;
import facedepth.networks.TokenEmbedding;
import facedepth.networks.TokenOps;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The part of {@link TorchOps} that computes on tokens. */
final class TorchTokenOps implements TokenOps<Tensor> {
  private final Map<Parameter, TensorOptional> values;

  TorchTokenOps(Map<Parameter, TensorOptional> values) {
    this.values = values;
  }

  @Override
  public Tensor embed(TokenEmbedding layer, Tensor image) {
    long batch = image.size(0);
    Tensor pixels = image.flatten(2, -1).transpose(1, 2);
    Tensor first = value(layer.classToken()).expand(batch, 1, layer.channels());
    Tensor tokens = torch.cat(new TensorVector(first, pixels), 1);
    return torch.add(tokens, positions(layer, image.size(2), image.size(3)));
  }

  private Tensor positions(TokenEmbedding layer, long height, long width) {
    Tensor learnt = value(layer.positions());
    int side = layer.gridSide();
    if (height == side && width == side) {
      return learnt;
    }
    Tensor grid =
        torch
            .narrow(learnt, 1, 1, (long) side * side)
            .transpose(1, 2)
            .reshape(1, layer.channels(), side, side);
    Tensor resized =
        torch.upsample_bilinear2d(grid, new long[] {height, width}, false).flatten(2, -1);
    Tensor ofClass = torch.narrow(learnt, 1, 0, 1);
    return torch.cat(new TensorVector(ofClass, resized.transpose(1, 2)), 1);
  }

  @Override
  public Tensor image(Tensor tokens, Tensor like) {
    long[] shape = {tokens.size(0), tokens.size(2), like.size(2), like.size(3)};
    return tokens.transpose(1, 2).reshape(shape);
  }

  @Override
  public Tensor joinClassToken(Tensor x) {
    long others = x.size(1) - 1;
    Tensor rest = torch.narrow(x, 1, 1, others);
    Tensor first = torch.narrow(x, 1, 0, 1).expand(x.size(0), others, x.size(2));
    return torch.cat(new TensorVector(rest, first), 2);
  }

  @Override
  public Tensor linear(Linear layer, Tensor x) {
    return torch.linear(x, value(layer.weight()), values.get(layer.bias()));
  }

  @Override
  public Tensor layerNorm(LayerNorm layer, Tensor x) {
    return torch.layer_norm(
        x,
        new long[] {layer.channels()},
        values.get(layer.weight()),
        values.get(layer.bias()),
        LayerNorm.EPSILON,
        false);
  }

  @Override
  public Tensor gelu(Tensor x) {
    return torch.gelu(x);
  }

  @Override
  public Tensor attention(Heads heads, Tensor x) {
    long batch = x.size(0);
    long tokens = x.size(1);
    Tensor split =
        x.reshape(batch, tokens, 3, heads.count(), heads.channels()).permute(2, 0, 3, 1, 4);
    Tensor answer =
        torch.scaled_dot_product_attention(
            split.select(0, 0), split.select(0, 1), split.select(0, 2));
    return answer.transpose(1, 2).reshape(batch, tokens, heads.width());
  }

  private Tensor value(Parameter parameter) {
    return values.get(parameter).get();
  }
}
