package facedepth.inference;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthCreases;
import facedepth.geometry.DepthMap;
import facedepth.geometry.FaceCrop;
import facedepth.geometry.Mesh;
import facedepth.geometry.TextureMapping;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * From a photo to the faces in it, in three dimensions:
 *
 * <pre>{@code
 * try (FaceReconstructor reconstructor = FaceReconstructor.open()) {
 *   Photo photo = Photo.read(Path.of("portrait.jpg"));
 *   for (FaceReconstruction face : reconstructor.reconstruct(photo, ReconstructionOptions.DEFAULT)) {
 *     ReconstructionWriter.DEFAULT.write(face, Path.of("portrait"), false);
 *   }
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads at once; the same photo gives the same numbers in each.
 */
public final class FaceReconstructor implements AutoCloseable {
  private static final double CONTENDER = 0.8; // of the largest rough crop's side

  private final FutureTask<Networks> networks;
  private final FaceFinder finder;

  private FaceReconstructor(FutureTask<Networks> networks, boolean parallel) {
    this.networks = networks;
    finder = new FaceFinder(parallel);
  }

  /** Opens the installation's default model with one thread a processor. */
  public static FaceReconstructor open() throws IOException {
    return open(ModelCatalog.installed().findDefault(), Runtime.getRuntime().availableProcessors());
  }

  /** Opens a model file with one thread a processor. */
  public static FaceReconstructor open(Path model) throws IOException {
    return open(ModelSource.of(model), Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens a model. One that is no face model, see {@link ModelKind}, is guided by the
   * installation's default model, which finds and frames the faces, cuts them out, and settles what
   * the other leaves open of their depth: see {@link Relief}.
   *
   * @param threads how many threads one reconstruction may use
   * @throws facedepth.geometry.MalformedFileException if it is no depth model
   * @throws IOException if it needs a guide and none is installed
   */
  public static FaceReconstructor open(ModelSource model, int threads) throws IOException {
    FaceReconstructor reconstructor = openInBackground(model, threads);
    reconstructor.model();
    return reconstructor;
  }

  /** As {@link #open(ModelSource, int)}, with a guide of the caller's choice. */
  public static FaceReconstructor open(ModelSource model, ModelSource guide, int threads)
      throws IOException {
    FaceReconstructor reconstructor = openInBackground(model, Optional.of(guide), threads);
    reconstructor.model();
    return reconstructor;
  }

  /**
   * As {@link #open(ModelSource, int)}, but returns at once and loads the model meanwhile, beside
   * the reading of the first photo. What is wrong with the model is thrown by the first {@link
   * #reconstruct}.
   */
  public static FaceReconstructor openInBackground(ModelSource model, int threads) {
    return openInBackground(model, Optional.empty(), threads);
  }

  /**
   * As {@link #openInBackground(ModelSource, int)}.
   *
   * @param guide the face model for a model that is none; empty for the installation's default
   */
  public static FaceReconstructor openInBackground(
      ModelSource model, Optional<ModelSource> guide, int threads) {
    FutureTask<Networks> opening = new FutureTask<>(() -> Networks.open(model, guide, threads));
    Thread thread = new Thread(opening, "facedepth-model");
    thread.setDaemon(true);
    thread.start();
    return new FaceReconstructor(opening, threads > 1);
  }

  /** The model, once it is loaded. */
  public DepthModel model() throws IOException {
    return networks().model();
  }

  private Networks networks() throws IOException {
    try {
      return networks.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IOException("the model cannot be loaded", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the model was loading");
    }
  }

  /** Reads a photo and reconstructs its faces. */
  public List<FaceReconstruction> reconstruct(Path photo, ReconstructionOptions options)
      throws IOException {
    long start = System.nanoTime();
    return reconstruct(Photo.read(photo), options, start);
  }

  /**
   * Reconstructs the faces of a photo, largest first.
   *
   * @return an empty list if there is no face in it
   * @throws IOException if the model cannot be loaded or run
   */
  public List<FaceReconstruction> reconstruct(Photo photo, ReconstructionOptions options)
      throws IOException {
    return reconstruct(photo, options, System.nanoTime());
  }

  private List<FaceReconstruction> reconstruct(
      Photo photo, ReconstructionOptions options, long start) throws IOException {
    Networks opened = networks();
    FaceLocator locator = new FaceLocator(finder, opened.guide());
    double load = ReconstructionTimings.secondsSince(start);
    start = System.nanoTime();
    List<LocatedFace> located = locator.locate(photo);
    double find = ReconstructionTimings.secondsSince(start);
    boolean all = options.faces() == ReconstructionOptions.Faces.ALL;
    List<FramedFace> framed = framed(photo, locator, located, all);
    List<FaceReconstruction> faces = new ArrayList<>();
    for (FramedFace one : all ? framed : framed.subList(0, Math.min(1, framed.size()))) {
      start = System.nanoTime();
      LocatedFace face = options.mirror() ? locator.mirrorAveraged(photo, one.face) : one.face;
      Optional<Relief> relief = Optional.empty();
      if (opened.other().isPresent()) {
        ReliefNetwork.Seen seen =
            new ReliefNetwork(opened.other().get(), opened.guideName()).see(photo, face, options);
        face = seen.face();
        relief = Optional.of(seen.relief());
      }
      double network = one.seconds + ReconstructionTimings.secondsSince(start);
      ReconstructionTimings timings = new ReconstructionTimings(load, find, network, 0);
      int number = faces.size() + 1;
      faces.add(build(photo, options, face, relief, number, located.size(), timings));
    }
    return faces;
  }

  /** A face in its final frame, and how long it took to get there. */
  private record FramedFace(LocatedFace face, double seconds) {}

  /**
   * Frames faces finally, largest first. Where only the largest is wanted, those that are too small
   * in their rough frames to turn out the largest are left out.
   */
  private static List<FramedFace> framed(
      Photo photo, FaceLocator locator, List<LocatedFace> located, boolean all) throws IOException {
    List<FramedFace> framed = new ArrayList<>();
    for (LocatedFace rough : located) {
      if (all || rough.crop().size() >= CONTENDER * located.get(0).crop().size()) {
        long start = System.nanoTime();
        LocatedFace face = locator.refined(photo, rough);
        // Frames that began apart may have settled on the same face.
        if (framed.stream().noneMatch(other -> other.face.isSame(face))) {
          framed.add(new FramedFace(face, ReconstructionTimings.secondsSince(start)));
        }
      }
    }
    framed.sort(Comparator.comparingDouble((FramedFace one) -> one.face.crop().size()).reversed());
    return framed;
  }

  private FaceReconstruction build(
      Photo photo,
      ReconstructionOptions options,
      LocatedFace face,
      Optional<Relief> relief,
      int number,
      int found,
      ReconstructionTimings timings)
      throws IOException {
    long start = System.nanoTime();
    FaceCrop crop = face.crop();
    DepthMap seen = face.mask().depthMap(face.prediction().depth());
    FocalLength focalLength = FocalLength.of(photo, crop, seen, options);
    CropCamera camera = new CropCamera(focalLength.cropWidths());
    double tears = options.mesh().surface().maximumSlope();
    DepthMap depth = DepthCreases.limited(seen, camera, tears).centred();
    int side =
        Math.min(options.largestTexture(), Math.max(depth.width(), (int) Math.ceil(crop.size())));
    Photo texture = new CropSampler(photo, crop, side).picture(photo.name());
    Optional<LengthScale> scale = options.scale().map(guess -> guess.of(texture, depth, camera));
    // Millimetres of a relief became crop widths by the guess.
    MeshRecipe recipe =
        scale.isEmpty()
            ? options.mesh()
            : options.mesh().stretched(scale.get().cropWidths(options.scale().get().millimetres()));
    Mesh mesh =
        DepthMesher.mesh(
            depth,
            face.mask().outline(face.prediction().maskLogits()),
            camera,
            recipe,
            TextureMapping.stretched(depth.width(), depth.height(), side, side));
    return new FaceReconstruction(
        photo.name(),
        photo.width(),
        photo.height(),
        model().name(),
        number,
        found,
        crop,
        depth,
        camera,
        focalLength.source(),
        relief,
        scale,
        mesh,
        texture,
        timings.withMesh(ReconstructionTimings.secondsSince(start)));
  }

  /** Frees the models; nothing happens if they could not be loaded. */
  @Override
  public void close() throws IOException {
    Networks loaded;
    try {
      loaded = networks();
    } catch (IOException | RuntimeException e) {
      return; // said when it was first asked for
    }
    loaded.close();
  }
}
