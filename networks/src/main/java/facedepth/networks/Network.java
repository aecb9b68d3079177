package facedepth.networks;

import java.util.List;

/** A network: what it is made of and how it computes, without any values. */
public interface Network {
  /** The name of its architecture, as the command line knows it. */
  String architecture();

  /** Channels of the image it takes. */
  int inChannels();

  /** Channels of its answer; the first is depth, a second the logit of the face mask. */
  int outChannels();

  /** What the height and the width of an image must be multiples of. */
  default int sizeMultiple() {
    return 1;
  }

  /** Every entry of its state dict, in PyTorch's order. */
  List<Parameter> parameters();

  /**
   * Computes.
   *
   * @param ops what computing means
   * @param image [N, inChannels, H, W], values in [-1, 1]
   * @return [N, outChannels, H, W]
   */
  <V> V apply(Ops<V> ops, V image);
}
