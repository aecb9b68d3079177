package facedepth.app.web;

import facedepth.geometry.MalformedFileException;
import facedepth.inference.FaceReconstruction;
import facedepth.inference.FaceReconstructor;
import facedepth.inference.Photo;
import facedepth.inference.PhotoLimits;
import facedepth.inference.ReconstructionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes photos in, works on a few at a time and lets a few more wait. A place is taken before a
 * photo is even read from its connection, so that memory is bounded by the number of places.
 */
final class ReconstructionDesk implements AutoCloseable {
  private static final String NAME = "photo"; // never what a client calls it

  private final LoadedModels models;
  private final ReconstructionShelf shelf;
  private final ServerMetrics metrics;
  private final PhotoLimits limits;
  private final Path scratch;
  private final Semaphore places;
  private final ThreadPoolExecutor workers;

  /**
   * Opens for work.
   *
   * @param scratch a folder for files that live for milliseconds
   */
  ReconstructionDesk(
      LoadedModels models,
      ReconstructionShelf shelf,
      ServerMetrics metrics,
      ServerSettings settings,
      Path scratch) {
    this.models = models;
    this.shelf = shelf;
    this.metrics = metrics;
    this.scratch = scratch;
    limits = new PhotoLimits(settings.photoPixels(), settings.photoBytes());
    places = new Semaphore(settings.workers() + settings.waiting());
    workers =
        new ThreadPoolExecutor(
            settings.workers(),
            settings.workers(),
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // as many as there are places
            task -> {
              Thread thread = new Thread(task, "facedepth-reconstruction");
              thread.setDaemon(true);
              return thread;
            });
    metrics.watchWaiting(() -> workers.getQueue().size());
  }

  /** Where the bytes of a photo come from. */
  interface PhotoBytes {
    byte[] read() throws IOException;
  }

  /**
   * Takes a photo in and returns at once.
   *
   * @param model name of a model, null for the default
   * @throws ApiException if there is no place left or the upload is no good
   */
  Reconstruction accept(String model, PhotoBytes upload) throws IOException {
    models.requireKnown(model);
    if (!places.tryAcquire()) {
      metrics.refused();
      throw ApiException.busy();
    }
    boolean handedOn = false;
    try {
      byte[] bytes = upload.read();
      Reconstruction reconstruction = shelf.add(model);
      workers.execute(() -> work(reconstruction, bytes));
      handedOn = true;
      return reconstruction;
    } finally {
      if (!handedOn) {
        places.release();
      }
    }
  }

  private void work(Reconstruction reconstruction, byte[] bytes) {
    try {
      List<FaceReconstruction> faces = reconstruct(reconstruction, bytes);
      List<FaceFiles> files = new ArrayList<>();
      for (FaceReconstruction face : faces) {
        files.add(FaceFiles.begin(face, scratch));
      }
      reconstruction.succeed(files);
      metrics.succeeded(reconstruction.seconds());
      finish(faces, files);
    } catch (ApiException e) {
      reconstruction.fail(e);
      metrics.failed(e.code());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      reconstruction.fail(
          new ApiException(500, "internal", "the server failed on this photo; try another"));
      metrics.failed("internal");
    } finally {
      places.release();
      shelf.tidy();
    }
  }

  /** Makes the files that nobody has to wait for. What fails here is missing, nothing more. */
  private void finish(List<FaceReconstruction> faces, List<FaceFiles> files) {
    for (int i = 0; i < files.size(); i++) {
      try {
        files.get(i).finish(faces.get(i), scratch);
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        metrics.failed("files");
      }
    }
  }

  private List<FaceReconstruction> reconstruct(Reconstruction reconstruction, byte[] bytes)
      throws IOException {
    reconstruction.enter(Reconstruction.Stage.READING);
    Photo photo;
    try {
      photo = Photo.decode(NAME, bytes, limits);
    } catch (MalformedFileException e) {
      throw new ApiException(422, "unreadable_photo", e.getMessage());
    }
    reconstruction.photoSize(photo.width(), photo.height());
    reconstruction.enter(Reconstruction.Stage.RECONSTRUCTING);
    FaceReconstructor reconstructor = models.reconstructor(reconstruction.model());
    List<FaceReconstruction> faces =
        reconstructor.reconstruct(
            photo, ReconstructionOptions.DEFAULT.withFaces(ReconstructionOptions.Faces.ALL));
    if (faces.isEmpty()) {
      throw new ApiException(
          422,
          "no_face",
          "no face found; show one face larger and from the front, or crop the photo to it");
    }
    reconstruction.enter(Reconstruction.Stage.WRITING);
    String model = models.nameOf(reconstruction.model());
    return faces.stream().map(face -> face.withModel(model)).toList();
  }

  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(10, TimeUnit.SECONDS); // a network under way cannot be interrupted
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
