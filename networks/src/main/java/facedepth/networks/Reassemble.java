package facedepth.networks;

import java.util.Optional;

/**
 * Makes an image of a transformer block's tokens, at one of the decoder's four resolutions (Ranftl
 * et al. 2021, "Reassemble", readout "project").
 */
final class Reassemble {
  private final Linear project;
  private final Conv2d pointwise;
  private final Optional<ConvTranspose2d> enlarge;
  private final Optional<Conv2d> halve;

  /**
   * Declares its weights.
   *
   * @param level 0, the finest, to 3: 4, 2, 1 and 1/2 times the resolution of the patches
   */
  Reassemble(ParameterSpace space, int width, int outChannels, int level) {
    project = new Linear(space.child("0.project.0"), 2 * width, width);
    pointwise = Conv2d.pointwise(space.child("3"), width, outChannels);
    enlarge =
        level < 2
            ? Optional.of(
                new ConvTranspose2d(space.child("4"), outChannels, outChannels, 4 >> level))
            : Optional.empty();
    halve =
        level == 3
            ? Optional.of(Conv2d.halving3x3(space.child("4"), outChannels, outChannels))
            : Optional.empty();
  }

  /**
   * The image.
   *
   * @param x tokens, the class token first
   * @param patches the image whose pixels they are
   */
  <V> V apply(Ops<V> ops, V x, V patches) {
    TokenOps<V> tokens = ops.tokens();
    V read = tokens.gelu(tokens.linear(project, tokens.joinClassToken(x)));
    V image = ops.conv2d(pointwise, tokens.image(read, patches));
    if (enlarge.isPresent()) {
      return ops.convTranspose2d(enlarge.get(), image);
    }
    return halve.isPresent() ? ops.conv2d(halve.get(), image) : image;
  }
}
