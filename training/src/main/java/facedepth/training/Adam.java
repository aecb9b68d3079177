package facedepth.training;

import facedepth.networks.StateTensor;
import facedepth.networks.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019) with gradient clipping, and Muon
 * ({@link OrthogonalStep}), which is AdamW for what is no matrix. Our own, because libtorch's
 * binding cannot hand out its moments, without which a run cannot resume to the identical next
 * step.
 */
@SuppressWarnings("try") // scopes do their work by being open
final class Adam implements AutoCloseable {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final List<Tensor> parameters;
  private final List<Tensor> firstMoments = new ArrayList<>();
  private final List<Tensor> secondMoments = new ArrayList<>();
  private final OptimiserSettings settings;
  private long steps;

  Adam(List<Tensor> parameters, OptimiserSettings settings) {
    this.parameters = parameters;
    this.settings = settings;
    try (PointerScope scope = new PointerScope()) {
      for (Tensor parameter : parameters) {
        firstMoments.add(kept(torch.zeros_like(parameter)));
        secondMoments.add(kept(torch.zeros_like(parameter)));
      }
    }
  }

  private static Tensor kept(Tensor tensor) {
    tensor.retainReference();
    return tensor;
  }

  /** Forgets the gradients of the last step. */
  void zeroGradients() {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      for (Tensor parameter : parameters) {
        Tensor gradient = parameter.grad();
        if (gradient.defined()) {
          gradient.zero_();
        }
      }
    }
  }

  /**
   * One step.
   *
   * @return the norm of all gradients before clipping
   */
  double step(double learningRate) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Tensor sum = torch.zeros(new long[0]);
      for (Tensor parameter : parameters) {
        Tensor gradient = parameter.grad();
        sum = sum.add(gradient.mul(gradient).sum());
      }
      double norm = Math.sqrt(sum.item_double());
      if (!Double.isFinite(norm)) {
        return norm;
      }
      steps++;
      double clipNorm = settings.clipNorm();
      double scale = clipNorm == 0 ? 1 : Math.min(1, clipNorm / (norm + 1e-12));
      double decay = settings.weightDecay();
      boolean decoupled = settings.kind() != OptimiserSettings.Kind.ADAM;
      boolean orthogonal = settings.kind() == OptimiserSettings.Kind.MUON;
      double correction1 = 1 - Math.pow(BETA1, (double) steps);
      double correction2 = Math.sqrt(1 - Math.pow(BETA2, (double) steps));
      for (int i = 0; i < parameters.size(); i++) {
        try (PointerScope inner = new PointerScope()) {
          Tensor parameter = parameters.get(i);
          Tensor gradient = parameter.grad().mul(new Scalar(scale));
          Tensor m = firstMoments.get(i);
          Tensor v = secondMoments.get(i);
          boolean decays = decay > 0 && parameter.dim() > 1;
          if (decays && !decoupled) {
            gradient = gradient.add(parameter, new Scalar(decay));
          }
          if (orthogonal && OrthogonalStep.suits(parameter)) {
            parameter.mul_(new Scalar(1 - learningRate * decay));
            parameter.add_(OrthogonalStep.of(gradient, m), new Scalar(-learningRate));
            continue;
          }
          m.mul_(new Scalar(BETA1)).add_(gradient, new Scalar(1 - BETA1));
          v.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
          if (decays && decoupled) {
            parameter.mul_(new Scalar(1 - learningRate * decay));
          }
          Tensor denominator = v.sqrt().div_(new Scalar(correction2)).add_(new Scalar(EPSILON));
          parameter.addcdiv_(m, denominator, new Scalar(-learningRate / correction1));
        }
      }
      return norm;
    }
  }

  /** The moments by index of the parameter, for a checkpoint. */
  void saveTo(Map<String, StateTensor> entries) {
    for (int i = 0; i < parameters.size(); i++) {
      long[] shape = parameters.get(i).shape();
      entries.put("adam.m." + i, StateTensor.of(Tensors.toArray(firstMoments.get(i)), shape));
      entries.put("adam.v." + i, StateTensor.of(Tensors.toArray(secondMoments.get(i)), shape));
    }
    entries.put("adam.steps", StateTensor.of(new float[] {steps}, 1));
  }

  /** Takes over what {@link #saveTo} saved. */
  void loadFrom(Map<String, StateTensor> entries) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      for (int i = 0; i < parameters.size(); i++) {
        long[] shape = parameters.get(i).shape();
        firstMoments.get(i).copy_(Tensors.of(entries.get("adam.m." + i).values(), shape));
        secondMoments.get(i).copy_(Tensors.of(entries.get("adam.v." + i).values(), shape));
      }
      steps = (long) entries.get("adam.steps").values()[0];
    }
  }

  @Override
  public void close() {
    firstMoments.forEach(Tensor::releaseReference);
    secondMoments.forEach(Tensor::releaseReference);
  }
}
