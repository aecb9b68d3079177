package facedepth.training;

/**
 * How weights follow gradients.
 *
 * @param kind default muon, which needs less than half the steps of adamw for the same error
 * @param learningRate at its peak; default 3e-3: as large as a short run stands, since clipping and
 *     warm-up take the edge off it
 * @param weightDecay default 0.02, with adam 0 as PyTorch: keeps kernels small where batch
 *     normalisation makes their size meaningless; default 0 with adam, as PyTorch
 * @param clipNorm largest norm of all gradients together, 0 for none; default 1: one odd batch must
 *     not undo a hundred good ones
 * @param averaging decay of the running average of the weights that is exported, every four steps;
 *     0 exports the weights themselves; default 0.98: over 200 steps, short enough for the average
 *     not to lag behind
 */
public record OptimiserSettings(
    Kind kind, Double learningRate, Double weightDecay, Double clipNorm, Double averaging) {
  /** All defaults. */
  public static final OptimiserSettings DEFAULT =
      new OptimiserSettings(null, null, null, null, null);

  /** What weight decay is. Kernels decay, biases and scales do not. */
  public enum Kind {
    /** A share of the weights, taken off them beside the step. */
    ADAMW,
    /** A share of the weights, added to their gradients: PyTorch's Adam. */
    ADAM,
    /**
     * Steps of equal size in all directions for matrices within the network, ADAMW for the rest.
     */
    MUON
  }

  /** Fills in the defaults and checks what is left. */
  public OptimiserSettings {
    kind = Defaults.or(kind, Kind.MUON);
    learningRate = Defaults.or(learningRate, 3e-3);
    weightDecay = Defaults.or(weightDecay, kind == Kind.ADAM ? 0.0 : 0.02);
    clipNorm = Defaults.or(clipNorm, 1.0);
    averaging = Defaults.or(averaging, 0.98);
    Defaults.atLeast("optimiser.learningRate", learningRate, Double.MIN_VALUE);
    Defaults.atLeast("optimiser.weightDecay", weightDecay, 0);
    Defaults.atLeast("optimiser.clipNorm", clipNorm, 0);
    if (!(averaging >= 0 && averaging < 1)) {
      throw new IllegalArgumentException("optimiser.averaging " + averaging + " is not in [0, 1)");
    }
  }
}
