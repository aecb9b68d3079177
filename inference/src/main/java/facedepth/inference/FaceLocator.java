package facedepth.inference;

import facedepth.geometry.FaceCrop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Has the network judge what {@link FaceFinder} proposes, and frames what it accepts. */
final class FaceLocator {
  private static final int DEFAULT_RESOLUTION = 128;
  private static final int MOST_CANDIDATES = 12; // of one effort; each costs a run of the network
  private static final int MOST_REFINEMENTS = 3;
  // The network has only ever seen faces and finds something face-like in much else, if less
  // surely.
  // So where the detector is sure the network may be less so, and the other way round.
  private static final double STRONG_VOTES = 4;
  private static final double CONFIDENCE_IF_STRONG = 0.80;
  private static final double CONFIDENCE_IF_WEAK = 0.90;

  private static final double SETTLED = 0.02;

  private final FaceFinder finder;
  private final DepthModel model;
  private final int resolution;

  FaceLocator(FaceFinder finder, DepthModel model) {
    this.finder = finder;
    this.model = model;
    NetworkSize size = model.size(DEFAULT_RESOLUTION);
    resolution = size.width();
  }

  /**
   * The faces of a photo, largest first, each seen once in a rough crop; none if there is no face.
   */
  List<LocatedFace> locate(Photo photo) throws IOException {
    for (FaceFinder.Effort effort : FaceFinder.Effort.values()) {
      List<LocatedFace> faces = new ArrayList<>();
      List<FaceCandidate> candidates = finder.find(photo, effort);
      for (int i = 0; i < Math.min(MOST_CANDIDATES, candidates.size()); i++) {
        accept(photo, candidates.get(i).crop(), leastConfidence(effort, candidates.get(i)), faces);
      }
      if (!faces.isEmpty()) {
        faces.sort(Comparator.comparingDouble((LocatedFace face) -> face.crop().size()).reversed());
        return faces;
      }
    }
    return List.of();
  }

  private static double leastConfidence(FaceFinder.Effort effort, FaceCandidate candidate) {
    boolean strong = effort == FaceFinder.Effort.UPRIGHT && candidate.votes() >= STRONG_VOTES;
    return strong ? CONFIDENCE_IF_STRONG : CONFIDENCE_IF_WEAK;
  }

  private void accept(Photo photo, FaceCrop crop, double leastConfidence, List<LocatedFace> faces)
      throws IOException {
    LocatedFace seen = see(photo, crop);
    if (!seen.isFace()) {
      return;
    }
    // A second look in the frame that the mask asks for: chance finds do not survive it, and faces
    // found twice come to lie on each other.
    LocatedFace again = see(photo, seen.mask().reframed(crop));
    if (!again.isFramedFace(leastConfidence)) {
      return;
    }
    for (int i = 0; i < faces.size(); i++) {
      if (faces.get(i).isSame(again)) {
        if (again.quality() > faces.get(i).quality()) {
          faces.set(i, again);
        }
        return;
      }
    }
    faces.add(again);
  }

  /** Reframes until the frame settles. */
  LocatedFace refined(Photo photo, LocatedFace face) throws IOException {
    LocatedFace seen = face;
    for (int i = 0; i < MOST_REFINEMENTS; i++) {
      FaceCrop next = seen.mask().reframed(seen.crop());
      if (isSettled(seen.crop(), next)) {
        return seen;
      }
      LocatedFace again = see(photo, next);
      if (!again.isFace()) {
        return seen;
      }
      seen = again;
    }
    return seen;
  }

  private static boolean isSettled(FaceCrop from, FaceCrop to) {
    double moved = Math.hypot(to.centerX() - from.centerX(), to.centerY() - from.centerY());
    return moved < SETTLED * from.size() && Math.abs(to.size() / from.size() - 1) < SETTLED;
  }

  private LocatedFace see(Photo photo, FaceCrop crop) throws IOException {
    float[] planes = new CropSampler(photo, crop, resolution).planes();
    DepthPrediction prediction = model.predict(planes, resolution, resolution);
    return new LocatedFace(crop, prediction, FaceMask.of(prediction));
  }

  /** The same face, the prediction averaged with that of the mirrored crop. */
  LocatedFace mirrorAveraged(Photo photo, LocatedFace face) throws IOException {
    float[] planes = new CropSampler(photo, face.crop(), resolution).planes();
    DepthPrediction mean = MirrorAverage.of(model, planes, resolution, face.prediction());
    return new LocatedFace(face.crop(), mean, FaceMask.of(mean));
  }
}
