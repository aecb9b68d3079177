package facedepth.inference;

import java.io.IOException;
import java.util.Optional;

/**
 * The networks of a reconstruction.
 *
 * @param guide the face model, which finds, frames and cuts out
 * @param guideName what it is called where it came from
 * @param other the network whose depth is wanted, where that is not the guide's
 */
record Networks(DepthModel guide, String guideName, Optional<DepthModel> other)
    implements AutoCloseable {

  /**
   * Opens them.
   *
   * @param guide asked for only if {@code model} is no face model; empty for the installation's
   *     default
   */
  static Networks open(ModelSource model, Optional<ModelSource> guide, int threads)
      throws IOException {
    DepthModel opened = model.open(threads);
    if (opened.kind() == ModelKind.FACE) {
      return new Networks(opened, model.name(), Optional.empty());
    }
    DepthModel face = null;
    try {
      ModelSource source = guideFor(model, guide);
      face = source.open(threads);
      if (face.kind() != ModelKind.FACE) {
        throw new IOException(
            face.name() + ": predicts no face mask, so it cannot guide another model");
      }
      return new Networks(face, source.name(), Optional.of(opened));
    } catch (IOException | RuntimeException e) {
      opened.close();
      if (face != null) {
        face.close();
      }
      throw e;
    }
  }

  private static ModelSource guideFor(ModelSource model, Optional<ModelSource> guide)
      throws IOException {
    try {
      return guide.isPresent() ? guide.get() : ModelCatalog.installed().findDefault();
    } catch (IOException e) {
      throw new IOException(
          model
              + ": predicts no face mask, so a face model must find the faces for it, but "
              + e.getMessage(),
          e);
    }
  }

  /** The one that was asked for. */
  DepthModel model() {
    return other.orElse(guide);
  }

  @Override
  public void close() throws IOException {
    try {
      if (other.isPresent()) {
        other.get().close();
      }
    } finally {
      guide.close();
    }
  }
}
