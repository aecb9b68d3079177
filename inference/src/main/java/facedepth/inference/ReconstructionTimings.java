package facedepth.inference;

/**
 * Wall-clock seconds of the parts of a reconstruction.
 *
 * @param load reading the photo and waiting for the model
 * @param find finding the photo's faces, all of them, the network's judgement included
 * @param network framing this face and predicting its depth
 * @param mesh building the mesh and its texture
 */
public record ReconstructionTimings(double load, double find, double network, double mesh) {
  ReconstructionTimings withMesh(double seconds) {
    return new ReconstructionTimings(load, find, network, seconds);
  }

  static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) * 1e-9;
  }
}
