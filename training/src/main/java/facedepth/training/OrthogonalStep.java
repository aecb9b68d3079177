package facedepth.training;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Muon's step for one kernel (Jordan et al. 2024): momentum whose singular values are all made one
 * by a Newton-Schulz iteration, so that directions that gradients seldom show are learned as fast
 * as the common ones. Scaled to the root mean square that Adam's steps have (Liu et al. 2025, "Muon
 * is scalable", section 2.2), so that both share one learning rate.
 */
final class OrthogonalStep {
  private static final double MOMENTUM = 0.95;
  private static final double ADAMS_ROOT_MEAN_SQUARE = 0.2;
  private static final int ITERATIONS = 5;
  private static final int FEWEST = 4;

  // a x + b x^3 + c x^5 takes singular values from 0.001 up to about 1 in five rounds
  private static final double A = 3.4445;
  private static final double B = -4.7750;
  private static final double C = 2.0315;

  private OrthogonalStep() {}

  /**
   * Whether a parameter is a matrix within the network: not a bias or a scale, nor the first or the
   * last convolution, whose rows or columns are colours or answers and too few to be made alike.
   */
  static boolean suits(Tensor parameter) {
    return (parameter.dim() == 2 || parameter.dim() == 4)
        && parameter.size(0) >= FEWEST
        && parameter.size(1) >= FEWEST;
  }

  /**
   * The step against a gradient.
   *
   * @param gradient of the kernel
   * @param momentum of it; is brought up to date
   * @return what to take off the kernel, times the learning rate
   */
  static Tensor of(Tensor gradient, Tensor momentum) {
    momentum.mul_(new Scalar(MOMENTUM)).add_(gradient);
    long rows = gradient.size(0);
    long columns = gradient.numel() / rows;
    Tensor x = gradient.add(momentum, new Scalar(MOMENTUM)).reshape(new long[] {rows, columns});
    boolean tall = rows > columns;
    x = tall ? x.t() : x;
    x = x.div(x.norm().add(new Scalar(1e-7)));
    x = orthogonalising(x.matmul(x.t())).matmul(x);
    x = tall ? x.t() : x;
    double scale = ADAMS_ROOT_MEAN_SQUARE * Math.sqrt((double) Math.max(rows, columns));
    return x.reshape(gradient.shape()).mul(new Scalar(scale));
  }

  /**
   * The matrix by which x is to be multiplied. Every factor of the iteration {@code x <- (aI + bG +
   * cG^2) x} with {@code G = x x'} is a polynomial of the first G, so they commute, and nothing
   * larger than G has to be multiplied: 2.5 times less work for a 3x3 kernel.
   *
   * @param gram {@code x x'}
   */
  private static Tensor orthogonalising(Tensor gram) {
    Tensor product = null;
    for (int i = 0; i < ITERATIONS; i++) {
      Tensor factor = gram.matmul(gram).mul_(new Scalar(C)).add_(gram, new Scalar(B));
      factor.diagonal().add_(new Scalar(A));
      product = product == null ? factor : factor.matmul(product);
      if (i < ITERATIONS - 1) {
        gram = factor.matmul(gram.matmul(factor));
      }
    }
    return product;
  }
}
