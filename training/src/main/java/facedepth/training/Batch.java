package facedepth.training;

import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchDevice;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Faces for one step, all of one size, as plain arrays: they are made on other threads than the one
 * that owns native memory.
 */
record Batch(List<TrainingFace> faces) {

  /**
   * A batch as tensors.
   *
   * @param images [N, 3, H, W], values in [-1, 1]
   * @param depth [N, 1, H, W], crop widths, 0 outside the face
   * @param mask [N, 1, H, W], 1 inside the face, else 0
   */
  record OnDevice(Tensor images, Tensor depth, Tensor mask) {}

  /** How many faces. */
  int size() {
    return faces.size();
  }

  /** The faces from one position up to another. */
  Batch part(int from, int to) {
    return new Batch(faces.subList(from, to));
  }

  /** Side in pixels. */
  int resolution() {
    return faces.get(0).resolution();
  }

  /** Sends bytes and depths, and makes of them there what the network wants; the caller's scope. */
  OnDevice on(TorchDevice device) {
    Tensor depth =
        Tensors.ofFloats(faces.stream().map(TrainingFace::depth).toList(), device, shape(1));
    Tensor inside = torch.isfinite(depth);
    return new OnDevice(
        images(device),
        torch.where(inside, depth, new Scalar(0.0)),
        inside.to(torch.ScalarType.Float));
  }

  /** The images of {@link #on} alone. */
  Tensor images(TorchDevice device) {
    return Tensors.ofBytes(faces.stream().map(TrainingFace::rgb).toList(), device, shape(3))
        .to(torch.ScalarType.Float)
        .div_(new Scalar(127.5))
        .sub_(new Scalar(1.0));
  }

  private long[] shape(int channels) {
    return new long[] {size(), channels, resolution(), resolution()};
  }
}
