package facedepth.inference;

import facedepth.geometry.AffineMap;
import facedepth.geometry.FaceCrop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Proposes where faces may be. It is meant to propose too much rather than too little: the network
 * decides afterwards.
 */
final class FaceFinder {
  /** How hard to look; each step is taken when the ones before led to no face. */
  enum Effort {
    /** Upright faces that are whole in the picture, frontal and in profile. */
    UPRIGHT,
    /** Leaning faces, faces that the picture's edge cuts, faces in shadow. */
    THOROUGH,
    /** The picture itself may be a crop of a face. */
    WHOLE_PICTURE,
    /** Faces lying on their side or head down. */
    TURNED
  }

  private static final int LONGEST_SIDE = 480;
  private static final int LONGEST_SIDE_PROFILE = 320; // its cascade is the slow one
  private static final double SMALLEST_FACE = 0.05; // of the longer side
  private static final int LEAST_PIXELS = 24;
  private static final double PADDING = 0.3; // of the shorter side, where padding is tried
  private static final double LEAST_VOTES = 2;

  private final Map<CascadeFile, Cascade> cascades = new ConcurrentHashMap<>();
  private final boolean parallel;

  /**
   * A finder.
   *
   * @param parallel whether to use the common thread pool
   */
  FaceFinder(boolean parallel) {
    this.parallel = parallel;
  }

  /** One cascade on one rotation of the picture. */
  private record Search(CascadeFile cascade, boolean mirrored, double degrees, boolean padded) {}

  /**
   * Candidates of one effort, those with most votes first; the same for every number of threads.
   */
  List<FaceCandidate> find(Photo photo, Effort effort) {
    if (effort == Effort.WHOLE_PICTURE) {
      return wholePicture(photo);
    }
    GreyImage fine = GreyImage.of(photo, LONGEST_SIDE).equalized();
    GreyImage coarse = fine.shrunk(LONGEST_SIDE_PROFILE);
    List<Search> searches = searches(effort);
    IntStream indices = IntStream.range(0, searches.size());
    List<List<FaceCandidate>> found =
        (parallel ? indices.parallel() : indices)
            .mapToObj(
                i -> {
                  Search search = searches.get(i);
                  boolean profile = search.cascade == CascadeFile.PROFILE;
                  return search(photo, profile ? coarse : fine, search);
                })
            .toList();
    List<FaceCandidate> all = new ArrayList<>();
    found.forEach(all::addAll);
    return FaceCandidate.grouped(all, 0);
  }

  private static List<Search> searches(Effort effort) {
    List<Search> searches = new ArrayList<>();
    switch (effort) {
      case UPRIGHT -> {
        searches.add(new Search(CascadeFile.FRONTAL, false, 0, false));
        searches.add(new Search(CascadeFile.PROFILE, false, 0, false));
        searches.add(new Search(CascadeFile.PROFILE, true, 0, false));
      }
      case THOROUGH -> {
        for (double degrees : new double[] {0, -25, 25, -45, 45}) {
          searches.add(new Search(CascadeFile.FRONTAL, false, degrees, true));
        }
        searches.add(new Search(CascadeFile.FRONTAL_LOOSE, false, 0, true));
        searches.add(new Search(CascadeFile.FRONTAL_PATTERNS, false, 0, true));
        for (double degrees : new double[] {-25, 0, 25}) {
          searches.add(new Search(CascadeFile.PROFILE, false, degrees, true));
          searches.add(new Search(CascadeFile.PROFILE, true, degrees, true));
        }
      }
      case TURNED -> {
        for (double degrees : new double[] {90, -90, 180}) {
          searches.add(new Search(CascadeFile.FRONTAL, false, degrees, true));
          searches.add(new Search(CascadeFile.FRONTAL_LOOSE, false, degrees, true));
        }
      }
      case WHOLE_PICTURE -> {}
    }
    return searches;
  }

  private List<FaceCandidate> search(Photo photo, GreyImage grey, Search search) {
    double factor = (double) photo.width() / grey.width();
    // The picture that is searched, rotated about its middle, on a canvas that holds it all.
    double pad = search.padded ? PADDING * Math.min(grey.width(), grey.height()) : 0;
    double radians = Math.toRadians(search.degrees);
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    int width =
        (int) Math.round(Math.abs(cos) * grey.width() + Math.abs(sin) * grey.height() + 2 * pad);
    int height =
        (int) Math.round(Math.abs(sin) * grey.width() + Math.abs(cos) * grey.height() + 2 * pad);
    double middleX = (width - 1) / 2.0;
    double middleY = (height - 1) / 2.0;
    AffineMap toGrey =
        new AffineMap(
            cos,
            -sin,
            (grey.width() - 1) / 2.0 - cos * middleX + sin * middleY,
            sin,
            cos,
            (grey.height() - 1) / 2.0 - sin * middleX - cos * middleY);
    boolean same = search.degrees == 0 && pad == 0;
    GreyImage canvas = same ? grey : grey.warped(width, height, toGrey);
    if (search.mirrored) {
      canvas = canvas.mirrored();
    }
    double smallest = Math.max(LEAST_PIXELS, SMALLEST_FACE * Math.max(grey.width(), grey.height()));
    List<FaceCandidate> candidates = new ArrayList<>();
    Cascade cascade = cascades.computeIfAbsent(search.cascade, CascadeFile::load);
    for (Cascade.Hit hit : cascade.detect(canvas, Cascade.Scan.coarse(smallest))) {
      FaceCrop crop = search.cascade.cropOf(hit);
      double x = search.mirrored ? width - 1 - crop.centerX() : crop.centerX();
      double px = toGrey.applyX(x, crop.centerY());
      double py = toGrey.applyY(x, crop.centerY());
      candidates.add(
          new FaceCandidate(
              new FaceCrop(
                  (px + 0.5) * factor - 0.5,
                  (py + 0.5) * factor - 0.5,
                  crop.size() * factor,
                  search.degrees),
              1));
    }
    return FaceCandidate.grouped(candidates, LEAST_VOTES);
  }

  /** Crops of several sizes about the middle: the answer to a picture that is all face. */
  private static List<FaceCandidate> wholePicture(Photo photo) {
    List<FaceCandidate> candidates = new ArrayList<>();
    double x = (photo.width() - 1) / 2.0;
    double y = (photo.height() - 1) / 2.0;
    for (double size : new double[] {1.0, 1.3, 0.75}) {
      double side = size * Math.sqrt((double) photo.width() * photo.height());
      candidates.add(new FaceCandidate(new FaceCrop(x, y, side, 0), 1));
    }
    return candidates;
  }
}
