package facedepth.app.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One photo's way through the server. Written by one worker, read by any request. */
final class Reconstruction {
  /** How far it is. */
  enum Stage {
    WAITING,
    READING,
    RECONSTRUCTING,
    WRITING,
    DONE,
    FAILED;

    boolean isLast() {
      return this == DONE || this == FAILED;
    }
  }

  private final String id;
  private final String model;
  private final Instant created;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long start = System.nanoTime();
  private volatile Stage stage = Stage.WAITING;
  private volatile List<FaceFiles> faces = List.of();
  private volatile ApiException failure;
  private volatile int photoWidth;
  private volatile int photoHeight;
  private volatile double seconds;

  Reconstruction(String id, String model, Instant created) {
    this.id = id;
    this.model = model;
    this.created = created;
  }

  String id() {
    return id;
  }

  /** Name of the model that was asked for; null for the default. */
  String model() {
    return model;
  }

  Instant created() {
    return created;
  }

  Stage stage() {
    return stage;
  }

  void enter(Stage next) {
    stage = next;
  }

  void photoSize(int width, int height) {
    photoWidth = width;
    photoHeight = height;
  }

  int photoWidth() {
    return photoWidth;
  }

  int photoHeight() {
    return photoHeight;
  }

  void succeed(List<FaceFiles> result) {
    faces = result;
    end(Stage.DONE);
  }

  void fail(ApiException reason) {
    failure = reason;
    end(Stage.FAILED);
  }

  private void end(Stage last) {
    seconds = (System.nanoTime() - start) * 1e-9;
    stage = last;
    ended.countDown();
  }

  /** Waits for the end; false if it takes longer than that. */
  boolean await(Duration patience) throws InterruptedException {
    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Largest face first; none before the end. */
  List<FaceFiles> faces() {
    return faces;
  }

  /** Why it failed; null if it did not. */
  ApiException failure() {
    return failure;
  }

  /** From the photo's arrival to the end. */
  double seconds() {
    return seconds;
  }

  /** What its files take up. */
  long bytes() {
    return faces.stream().mapToLong(FaceFiles::bytes).sum();
  }
}
