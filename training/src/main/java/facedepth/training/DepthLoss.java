package facedepth.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The training loss on depth and face mask. Depth counts inside the true mask only, so the network
 * is free outside it; the origin's loss alone counts everywhere.
 */
final class DepthLoss {
  private static final int[] STRIDES = {1, 2, 4, 8, 16, 32};

  private static final long[] PICTURE = {1, 2, 3};

  private final LossWeights weights;

  DepthLoss(LossWeights weights) {
    this.weights = weights;
  }

  /**
   * The parts of the loss on one batch, each a scalar tensor of the caller's scope; 0 for what does
   * not count.
   *
   * @param total all parts by their weights
   * @param depth the error of depth itself: in crop widths, else aligned, else the origin's
   */
  record Parts(Tensor total, Tensor depth, Tensor gradient, Tensor normals, Tensor mask) {
    /** By name, for reports. */
    Map<String, Tensor> byName() {
      Map<String, Tensor> parts = new LinkedHashMap<>();
      parts.put(TrainingStep.LOSS, total);
      parts.put("depth", depth);
      parts.put("gradient", gradient);
      parts.put("normals", normals);
      parts.put("mask", mask);
      return parts;
    }
  }

  /**
   * Computes the loss.
   *
   * @param output [N, C, H, W]: depth, and where the mask is learned its logit
   * @param depth [N, 1, H, W]: the truth, growing away from the camera, 0 outside the mask
   * @param mask [N, 1, H, W]: 1 inside
   */
  Parts of(Tensor output, Tensor depth, Tensor mask) {
    Tensor predicted = output.narrow(1, 0, 1);
    Tensor zero = depth.new_zeros(new long[0]);
    if (weights.isOrigins()) {
      Tensor loss = predicted.sub(RelativeDepth.origins(depth, mask)).abs().mean();
      return new Parts(loss.mul(new Scalar(weights.minMax())), loss, zero, zero, zero);
    }
    Tensor error = predicted.sub(depth);
    Tensor depthLoss = weights.depth() > 0 ? masked(error.abs(), mask) : zero;
    Tensor gradientLoss = weights.gradient() > 0 ? gradient(error, mask) : zero;
    Tensor normalLoss = weights.normals() > 0 ? normals(predicted, depth, mask) : zero;
    Tensor total =
        depthLoss
            .mul(new Scalar(weights.depth()))
            .add(gradientLoss.mul(new Scalar(weights.gradient())))
            .add(normalLoss.mul(new Scalar(weights.normals())));
    Tensor crossEntropy = zero;
    if (weights.wantsMask()) {
      Tensor logits = output.narrow(1, 1, 1);
      crossEntropy = torch.binary_cross_entropy_with_logits(logits, mask);
      total =
          total
              .add(crossEntropy.mul(new Scalar(weights.mask())))
              .add(dice(logits, mask).mul(new Scalar(weights.dice())));
    }
    if (weights.aligned() > 0) {
      Tensor aligned = masked(RelativeDepth.alignedError(predicted, depth, mask).abs(), mask);
      total = total.add(aligned.mul(new Scalar(weights.aligned())));
      depthLoss = weights.depth() > 0 ? depthLoss : aligned;
    }
    return new Parts(total, depthLoss, gradientLoss, normalLoss, crossEntropy);
  }

  private static Tensor gradient(Tensor error, Tensor mask) {
    Tensor sum = null;
    for (int stride : STRIDES) {
      if (stride >= mask.size(2)) {
        break; // no two pixels so far apart
      }
      Tensor both =
          axisDifference(error, mask, 2, stride).add(axisDifference(error, mask, 3, stride));
      sum = sum == null ? both : sum.add(both);
    }
    return sum;
  }

  private static Tensor dice(Tensor logits, Tensor mask) {
    Tensor inside = torch.sigmoid(logits);
    Tensor overlap = inside.mul(mask).sum().mul(new Scalar(2.0)).add(new Scalar(1.0));
    Tensor both = inside.sum().add(mask.sum()).add(new Scalar(1.0));
    return overlap.div(both).neg().add(new Scalar(1.0));
  }

  /**
   * Mean inside the mask of each picture, then over the pictures that show a face: a small face
   * counts as much as a large one, as it does in every metric, a sliver of one less.
   */
  private static Tensor masked(Tensor values, Tensor mask) {
    double sliver = mask.size(2) * mask.size(3) / 40.0;
    Tensor area = mask.sum(PICTURE);
    Tensor means = values.mul(mask).sum(PICTURE).div(area.clamp_min(new Scalar(sliver)));
    Tensor faces = area.gt(new Scalar(0.0)).sum().clamp_min(new Scalar(1L));
    return means.sum().div(faces);
  }

  /**
   * Mean absolute difference of the error between pixels {@code stride} apart, both in the face.
   */
  private static Tensor axisDifference(Tensor error, Tensor mask, int axis, int stride) {
    long length = error.size(axis) - stride;
    Tensor difference = error.narrow(axis, stride, length).sub(error.narrow(axis, 0, length));
    Tensor inside = mask.narrow(axis, stride, length).mul(mask.narrow(axis, 0, length));
    return masked(difference.abs(), inside);
  }

  /**
   * Normals by central differences, rays taken as parallel: over a face they spread by so little
   * that the angle between the two normals does not notice.
   */
  private static Tensor normals(Tensor predicted, Tensor truth, Tensor mask) {
    long height = mask.size(2);
    long width = mask.size(3);
    Tensor inside =
        mask.narrow(2, 1, height - 2)
            .narrow(3, 1, width - 2)
            .mul(mask.narrow(2, 0, height - 2).narrow(3, 1, width - 2))
            .mul(mask.narrow(2, 2, height - 2).narrow(3, 1, width - 2))
            .mul(mask.narrow(2, 1, height - 2).narrow(3, 0, width - 2))
            .mul(mask.narrow(2, 1, height - 2).narrow(3, 2, width - 2));
    Tensor px = slope(predicted, 3, 2);
    Tensor py = slope(predicted, 2, 3);
    Tensor tx = slope(truth, 3, 2);
    Tensor ty = slope(truth, 2, 3);
    Scalar one = new Scalar(1.0);
    Tensor dot = px.mul(tx).add(py.mul(ty)).add(one);
    Tensor lengths =
        px.mul(px).add(py.mul(py)).add(one).mul(tx.mul(tx).add(ty.mul(ty)).add(one)).sqrt();
    return masked(torch.ones_like(dot).sub(dot.div(lengths)), inside);
  }

  /** Slope along {@code axis} in crop widths per crop width, without the border. */
  private static Tensor slope(Tensor depth, int axis, int other) {
    long length = depth.size(axis) - 2;
    return depth
        .narrow(axis, 2, length)
        .sub(depth.narrow(axis, 0, length))
        .narrow(other, 1, depth.size(other) - 2)
        .mul(new Scalar(depth.size(axis) / 2.0));
  }
}
