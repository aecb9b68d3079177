package facedepth.training;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Depth without a unit as tensors: stretched as the origin does, or fitted as MiDaS does. */
final class RelativeDepth {
  private static final long[] PICTURE = {1, 2, 3};
  private static final double FLAT = 1e-8; // variance of what has no relief
  private static final double LEAST_SCALE = 0.05; // of the one that makes both spread alike

  private RelativeDepth() {}

  /**
   * The origin's target: depth stretched picture by picture to [-1, 1] over all of it, 1 the
   * nearest. Outside the mask lies the farthest; a picture without relief is -1 throughout.
   *
   * @param depth [N, 1, H, W], growing away from the camera
   * @param mask [N, 1, H, W]
   */
  static Tensor origins(Tensor depth, Tensor mask) {
    Tensor outside = torch.ones_like(mask).sub(mask);
    Scalar far = new Scalar(1e9);
    Tensor nearest = depth.mul(mask).add(outside.mul(far)).amin(PICTURE, true);
    Tensor farthest = depth.mul(mask).sub(outside.mul(far)).amax(PICTURE, true);
    Tensor range = farthest.sub(nearest).clamp_min(new Scalar(1e-12));
    Tensor nearness = farthest.sub(depth).div(range).mul(mask);
    return nearness.mul(new Scalar(2.0)).sub(new Scalar(1.0));
  }

  /**
   * What is left of the difference when each picture's prediction has been scaled and shifted to
   * fit the truth best inside the mask (least squares). The scale is kept positive: a prediction
   * that is inside out must not count as a good one.
   *
   * @return [N, 1, H, W], of no meaning outside the mask
   */
  static Tensor alignedError(Tensor predicted, Tensor depth, Tensor mask) {
    Tensor area = mask.sum(PICTURE).reshape(mask.size(0), 1, 1, 1).clamp_min(new Scalar(1.0));
    Tensor p = predicted.sub(mean(predicted, mask, area));
    Tensor d = depth.sub(mean(depth, mask, area));
    Tensor spread = mean(p.mul(p), mask, area).add(new Scalar(FLAT));
    Tensor best = mean(p.mul(d), mask, area).div(spread);
    Tensor alike = mean(d.mul(d), mask, area).div(spread).sqrt();
    Tensor scale = torch.maximum(best, alike.mul(new Scalar(LEAST_SCALE)).detach());
    return p.mul(scale).sub(d);
  }

  private static Tensor mean(Tensor values, Tensor mask, Tensor area) {
    return values.mul(mask).sum(PICTURE).reshape(mask.size(0), 1, 1, 1).div(area);
  }
}
