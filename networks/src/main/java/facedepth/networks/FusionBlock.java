package facedepth.networks;

import java.util.Optional;

/**
 * One resolution of the decoder: takes in the encoder's value, refines, goes up to the next finer
 * resolution (Lin et al. 2017, RefineNet, as MiDaS has it).
 */
final class FusionBlock {
  private final Conv2d outConv;
  private final Optional<ResidualUnit> unit1;
  private final ResidualUnit unit2;

  private FusionBlock(Conv2d outConv, Optional<ResidualUnit> unit1, ResidualUnit unit2) {
    this.outConv = outConv;
    this.unit1 = unit1;
    this.unit2 = unit2;
  }

  /** One that joins what comes from below with the encoder's value. */
  static FusionBlock joining(ParameterSpace space, int features) {
    return new FusionBlock(
        Conv2d.pointwise(space.child("out_conv"), features, features),
        Optional.of(new ResidualUnit(space.child("resConfUnit1"), features)),
        new ResidualUnit(space.child("resConfUnit2"), features));
  }

  /**
   * The coarsest, below which there is nothing.
   *
   * @param withUnused whether the state dict has the unit that would have joined
   */
  static FusionBlock coarsest(ParameterSpace space, int features, boolean withUnused) {
    Conv2d outConv = Conv2d.pointwise(space.child("out_conv"), features, features);
    if (withUnused) {
      ResidualUnit.declareUnused(space.child("resConfUnit1"), features);
    }
    return new FusionBlock(
        outConv, Optional.empty(), new ResidualUnit(space.child("resConfUnit2"), features));
  }

  /** The coarsest's answer, at the size of {@code finer}. */
  <V> V apply(Ops<V> ops, V encoder, V finer) {
    return ops.conv2d(outConv, ops.stretchTo(unit2.apply(ops, encoder), finer));
  }

  /** The answer of one that joins, at the size of {@code finer}. */
  <V> V apply(Ops<V> ops, V below, V encoder, V finer) {
    return ops.conv2d(outConv, ops.stretchTo(joined(ops, below, encoder), finer));
  }

  /** As the finest, which has nothing finer to go by: at twice the size. */
  <V> V applyTwofold(Ops<V> ops, V below, V encoder) {
    return ops.conv2d(outConv, ops.stretch2x(joined(ops, below, encoder)));
  }

  private <V> V joined(Ops<V> ops, V below, V encoder) {
    return unit2.apply(ops, ops.add(below, unit1.orElseThrow().apply(ops, encoder)));
  }
}
