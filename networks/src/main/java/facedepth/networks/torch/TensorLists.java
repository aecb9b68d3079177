package facedepth.networks.torch;

import java.util.List;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch;

/**
 * Operations on many tensors in one call: a hundred small ones would cost more than they compute.
 * libtorch has them, its binding has not, so they are called by name. All that is made belongs to
 * the caller's scope; autograd must be off.
 */
public final class TensorLists {
  private TensorLists() {}

  /** The Euclidean norm of all tensors together: a scalar on their device. */
  public static Tensor norm(List<Tensor> tensors) {
    IValueVector stack =
        call("aten::_foreach_norm", "Scalar", list(tensors), new IValue(2.0), new IValue());
    return torch.stack(stack.get(0).toTensorVector()).norm();
  }

  /** Moves each of {@code tensors} by a share of the way towards its counterpart, in place. */
  public static void moveTowards(List<Tensor> tensors, List<Tensor> others, double share) {
    call("aten::_foreach_lerp_", "Scalar", list(tensors), list(others), new IValue(share));
  }

  /**
   * What Adam is told beside tensors.
   *
   * @param decoupled whether weight decay is taken off the weights (AdamW) instead of being added
   *     to their gradients
   */
  public record AdamChoices(
      double learningRate,
      double beta1,
      double beta2,
      double weightDecay,
      double epsilon,
      boolean decoupled) {}

  /**
   * One step of Adam in one pass over all values. Works on each tensor's memory as it lies, so the
   * four of a parameter must lie alike, as autograd and {@code zeros_like} see to.
   *
   * @param gradients are divided by {@code divisor} first, in place
   * @param steps scalar on the device, how many steps there are with this one
   * @param divisor scalar on the device
   * @param skip scalar on the device: 1 to change nothing, else 0
   */
  public static void adam(
      List<Tensor> parameters,
      List<Tensor> gradients,
      List<Tensor> firstMoments,
      List<Tensor> secondMoments,
      Tensor steps,
      Tensor divisor,
      Tensor skip,
      AdamChoices choices) {
    if (parameters.isEmpty()) {
      return;
    }
    call(
        choices.decoupled() ? "aten::_fused_adamw_" : "aten::_fused_adam_",
        "",
        list(parameters),
        list(gradients),
        list(firstMoments),
        list(secondMoments),
        list(List.of()),
        list(parameters.stream().map(parameter -> steps).toList()),
        new IValue(choices.learningRate()),
        new IValue(choices.beta1()),
        new IValue(choices.beta2()),
        new IValue(choices.weightDecay()),
        new IValue(choices.epsilon()),
        new IValue(false), // AMSGrad
        new IValue(false), // maximise
        new IValue(divisor),
        new IValue(skip));
  }

  private static IValueVector call(String name, String overload, IValue... arguments) {
    IValueVector stack = new IValueVector(arguments);
    Dispatcher.singleton().findSchemaOrThrow(name, overload).callBoxed(stack);
    return stack;
  }

  private static IValue list(List<Tensor> tensors) {
    GenericList list = new GenericList(new Type.TypePtr(TensorType.get()));
    for (Tensor tensor : tensors) {
      list.push_back(new IValue(tensor));
    }
    return new IValue(list);
  }
}
