package facedepth.networks;

/**
 * The attention gate of a skip connection (Oktay et al. 2018, "Attention U-Net", grid attention):
 * the coarser decoder value says where the encoder's value matters.
 */
final class GridAttention {
  /**
   * A gate's normalisation starts with weights around 1, deviation 0.02, where all others start at
   * 1 exactly.
   */
  private static final Initial INITIAL_GAIN = new Initial(1, 0.02);

  private final Conv2d w;
  private final BatchNorm2d norm;
  private final Conv2d theta;
  private final Conv2d phi;
  private final Conv2d psi;

  GridAttention(ParameterSpace space, int encoderChannels, int decoderChannels) {
    int inter = encoderChannels / 2;
    w = Conv2d.pointwise(space.child("w.0"), encoderChannels, encoderChannels);
    norm = new BatchNorm2d(space.child("w.1"), encoderChannels, INITIAL_GAIN);
    theta = Conv2d.patches(space.child("theta"), encoderChannels, inter, 2);
    phi = Conv2d.pointwise(space.child("phi"), decoderChannels, inter);
    psi = Conv2d.pointwise(space.child("psi"), inter, 1);
  }

  /**
   * The gated encoder value, of its size.
   *
   * @param decoder from one resolution below, before it is upsampled
   */
  <V> V apply(Ops<V> ops, V encoder, V decoder) {
    V query = ops.conv2d(theta, encoder);
    // Of the same size already unless the encoder's is odd: theta drops an odd last row, where
    // pooling made it a row of its own.
    V gate = ops.resizeTo(ops.conv2d(phi, decoder), query);
    V attention = ops.sigmoid(ops.conv2d(psi, ops.reluOverwriting(ops.add(query, gate))));
    V mask = ops.resizeTo(attention, encoder);
    return ops.batchNorm2d(norm, ops.conv2d(w, ops.multiplyByMask(mask, encoder)));
  }
}
