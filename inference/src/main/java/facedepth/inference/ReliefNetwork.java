package facedepth.inference;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.FaceCrop;
import java.io.IOException;

/**
 * A network without a face mask or without a unit at work on faces that a face model, the guide,
 * has found and framed: it sees the square crop at its own size, and {@link ReliefFitting} makes
 * depth in crop widths of its answer.
 */
final class ReliefNetwork {
  private static final int LEAST_PIXELS = 32;

  private final DepthModel network;
  private final String guide;

  ReliefNetwork(DepthModel network, String guide) {
    this.network = network;
    this.guide = guide;
  }

  /**
   * A face whose depth is this network's.
   *
   * @param face as the guide sees it
   * @param relief how the depth came about
   */
  record Seen(LocatedFace face, Relief relief) {}

  Seen see(Photo photo, LocatedFace face, ReconstructionOptions options) throws IOException {
    FaceCrop crop = face.crop();
    NetworkSize size = network.size(CropDepth.DEFAULT_RESOLUTION);
    int side = Math.max(size.width(), size.height());
    DepthPrediction answer =
        CropDepth.ofSquare(network, new CropSampler(photo, crop, side).planes(), side);
    int resolution = Math.max(answer.width(), answer.height());
    if (answer.width() != resolution || answer.height() != resolution) {
      answer = CropDepth.resized(answer, resolution, resolution);
    }
    DepthPrediction guided = CropDepth.resized(face.prediction(), resolution, resolution);
    float[] logits = guided.maskLogits();
    for (int i = 0; i < answer.maskLogits().length; i++) {
      logits[i] = Math.min(logits[i], answer.maskLogits()[i]);
    }
    FaceMask mask = FaceMask.of(guided);
    if (mask.area() < LEAST_PIXELS) {
      throw new IOException(
          photo.name()
              + ": "
              + network.name()
              + " trusts its depth in "
              + mask.area()
              + " pixels of the face only");
    }
    DepthMap depth = mask.depthMap(guided.depth());
    CropCamera camera = new CropCamera(FocalLength.of(photo, crop, depth, options).cropWidths());
    ReliefFitting.Fitted fitted;
    try {
      fitted =
          new ReliefFitting(answer, depth.values(), mask.inside(), camera).fit(network.meaning());
    } catch (IOException e) {
      throw new IOException(photo.name() + ": " + network.name() + ": " + e.getMessage(), e);
    }
    Relief relief = fitted.relief();
    DepthPrediction prediction =
        new DepthPrediction(resolution, resolution, fitted.depth(), logits);
    return new Seen(
        new LocatedFace(crop, prediction, mask),
        new Relief(
            relief.answers(),
            relief.rule(),
            guide,
            relief.scale(),
            relief.shift(),
            relief.agreement()));
  }
}
