package facedepth.networks.onnx;

/**
 * How a graph is stored.
 *
 * @param halfWeights whether kernels are stored as float16, which halves the file; the graph widens
 *     them to float32, once, when it is loaded, and computes in float32
 * @param foldBatchNorm whether batch normalisation moves into the convolutions before it
 */
public record OnnxOptions(boolean halfWeights, boolean foldBatchNorm) {
  /** Float32, folded. */
  public static final OnnxOptions DEFAULT = new OnnxOptions(false, true);

  /** Float16 storage, folded. */
  public static final OnnxOptions HALF_WEIGHTS = new OnnxOptions(true, true);
}
