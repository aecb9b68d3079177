package facedepth.networks;

/** Two convolutions, each rectified before, added to what went in. */
final class ResidualUnit {
  private final Conv2d conv1;
  private final Conv2d conv2;

  ResidualUnit(ParameterSpace space, int channels) {
    conv1 = Conv2d.same3x3(space.child("conv1"), channels, channels);
    conv2 = Conv2d.same3x3(space.child("conv2"), channels, channels);
  }

  /** Declares the entries of a unit that is in the state dict and computes nothing. */
  static void declareUnused(ParameterSpace space, int channels) {
    for (String conv : new String[] {"conv1", "conv2"}) {
      space
          .child(conv)
          .declare("weight", Parameter.Role.UNUSED, Initial.ZEROS, channels, channels, 3, 3);
      space.child(conv).declare("bias", Parameter.Role.UNUSED, Initial.ZEROS, channels);
    }
  }

  <V> V apply(Ops<V> ops, V x) {
    V y = ops.conv2d(conv1, ops.relu(x)); // x itself is read again below
    return ops.add(ops.conv2d(conv2, ops.reluOverwriting(y)), x);
  }
}
