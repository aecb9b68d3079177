package facedepth.training;

import facedepth.networks.StateTensor;
import facedepth.networks.torch.TensorLists;
import facedepth.networks.torch.TensorLists.AdamChoices;
import facedepth.networks.torch.Tensors;
import java.util.ArrayList;
import java.util.Comparator;
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
 *
 * <p>All of it happens on the parameters' device, and nothing is waited for.
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

  /**
   * One step.
   *
   * @param team among whom kernels are shared out
   * @return the norm of all gradients before clipping: a scalar on the device, which is the
   *     caller's scope's. If it is no number the weights are of no use any more
   */
  Tensor step(double learningRate, ThreadTeam team) {
    steps++;
    try (AutoGradMode off = new AutoGradMode(false)) {
      List<Tensor> gradients = parameters.stream().map(Tensor::grad).toList();
      Tensor norm = TensorLists.norm(gradients);
      Tensor divisor =
          settings.clipNorm() == 0
              ? torch.ones_like(norm)
              : norm.div(new Scalar(settings.clipNorm())).clamp_min(new Scalar(1.0));
      Tensor skip = torch.isfinite(norm).logical_not().to(torch.ScalarType.Float);
      Tensor count = torch.full_like(norm, new Scalar((double) steps));
      List<Integer> decaying = new ArrayList<>();
      List<Integer> others = new ArrayList<>();
      List<Integer> orthogonal = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        Tensor parameter = parameters.get(i);
        if (settings.kind() == OptimiserSettings.Kind.MUON && OrthogonalStep.suits(parameter)) {
          orthogonal.add(i);
        } else {
          (parameter.dim() > 1 ? decaying : others).add(i);
        }
      }
      // The largest first, so that nobody is left with one while the others wait.
      orthogonal.sort(Comparator.comparingLong(i -> -parameters.get(i).numel()));
      List<Runnable> kernels = new ArrayList<>();
      for (int i : orthogonal) {
        kernels.add(() -> orthogonalStep(i, gradients.get(i), divisor, learningRate));
      }
      team.runAll(kernels);
      for (List<Integer> chosen : List.of(decaying, others)) {
        TensorLists.adam(
            choose(parameters, chosen),
            choose(gradients, chosen),
            choose(firstMoments, chosen),
            choose(secondMoments, chosen),
            count,
            divisor,
            skip,
            choices(learningRate, chosen == decaying ? settings.weightDecay() : 0));
      }
      return norm;
    }
  }

  private void orthogonalStep(int i, Tensor gradient, Tensor divisor, double learningRate) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Tensor parameter = parameters.get(i);
      parameter.mul_(new Scalar(1 - learningRate * settings.weightDecay()));
      Tensor step = OrthogonalStep.of(gradient.div(divisor), firstMoments.get(i));
      parameter.add_(step, new Scalar(-learningRate));
    }
  }

  private AdamChoices choices(double learningRate, double weightDecay) {
    boolean decoupled = settings.kind() != OptimiserSettings.Kind.ADAM;
    return new AdamChoices(learningRate, BETA1, BETA2, weightDecay, EPSILON, decoupled);
  }

  private static List<Tensor> choose(List<Tensor> tensors, List<Integer> indices) {
    return indices.stream().map(tensors::get).toList();
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
