package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.MalformedFileException;
import facedepth.synthesis.RandomFaults;
import facedepth.synthesis.dataset.Dataset;
import facedepth.synthesis.dataset.Part;
import facedepth.synthesis.dataset.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Faces of data sets in folders, of any layout that {@link Dataset} knows.
 *
 * <p>Each folder's first samples by name are held out, as the origin's notebooks do, or, where a
 * data set comes in parts, the first ones of its part {@code val}; the rest, or the part {@code
 * train}, are learned from.
 *
 * <p>A sample that cannot be read is named in one line and left out, its place taken by the one
 * after it; one in a hundred may be so (and ten in any case), then the run stops: something is
 * wrong with the data as a whole.
 */
final class FolderFaces implements FaceSupply {
  private final List<Entry> training = new ArrayList<>();
  private final List<Entry> heldOut = new ArrayList<>();
  private final Set<Entry> damaged = ConcurrentHashMap.newKeySet();
  private final long seed;
  private final DataSettings data;
  private final Consumer<String> log;
  private final ThreadLocal<RandomFaults> faults = ThreadLocal.withInitial(RandomFaults::new);

  /** A sample by the data set that holds it. */
  record Entry(Path folder, Dataset dataset, String name) {}

  /**
   * Opens all folders.
   *
   * @param seed of the order
   * @param losses what is to be learned
   * @param log receives a line for each sample that cannot be read
   * @throws MalformedFileException if a folder holds no data set, or one that cannot teach what
   *     {@code losses} ask for
   */
  FolderFaces(DataSettings data, long seed, LossWeights losses, Consumer<String> log)
      throws IOException {
    this.data = data;
    this.seed = seed;
    this.log = log;
    int folders = data.folders().size();
    int share = (data.heldOut() + folders - 1) / folders;
    for (Path folder : data.folders()) {
      List<Entry> all = entries(folder, Part.TRAIN);
      List<Entry> apart = Part.VAL.isIn(folder) ? entries(folder, Part.VAL) : all;
      int count = Math.min(share, apart == all ? Math.max(1, all.size() / 4) : apart.size());
      if (all.size() < 2 || count == 0) {
        throw new MalformedFileException(
            folder.toString(), "holds " + all.size() + " samples, too few to learn from");
      }
      heldOut.addAll(apart.subList(0, count));
      training.addAll(apart == all ? all.subList(count, all.size()) : all);
      requireTeaches(losses, apart);
    }
  }

  private static List<Entry> entries(Path folder, Part part) throws IOException {
    Dataset dataset = Dataset.open(folder, part);
    return dataset.names().stream().map(name -> new Entry(folder, dataset, name)).toList();
  }

  /** Judged by the first sample that can be read: a layout decides it for all. */
  private void requireTeaches(LossWeights losses, List<Entry> entries) throws IOException {
    Sample sample = null;
    Entry entry = null;
    for (int i = 0; sample == null; i++) {
      entry = entries.get(i);
      try {
        sample = entry.dataset().read(entry.name());
      } catch (MalformedFileException e) {
        if (i + 1 == entries.size()) {
          throw e;
        }
      }
    }
    String folder = entry.folder().toString();
    if (losses.wantsCropWidths() && sample.depthKind() != DepthFile.Kind.CROP_WIDTHS) {
      throw new MalformedFileException(
          folder,
          "its depth is scaled picture by picture and has no unit: the losses depth, gradient and"
              + " normals cannot be learned from it, only minMax or aligned");
    }
    if (losses.wantsMask() && !sample.masked()) {
      throw new MalformedFileException(
          folder, "it tells no face masks: the losses mask and dice cannot be learned from it");
    }
  }

  /** How many samples are learned from. */
  int size() {
    return training.size();
  }

  @Override
  public BatchStream open(int resolution, int batchSize, long firstPosition) {
    EpochOrder order = new EpochOrder(size(), seed);
    return new BatchStream(
        data.threads(),
        batchSize,
        firstPosition,
        (position, makers) -> {
          int[] epoch = order.of(order.epoch(position));
          return makers.begin(
              () -> learnedFrom(epoch, order.place(position), resolution, position));
        });
  }

  /** What stands at a position of the stream; another epoch may mirror and spoil it otherwise. */
  private TrainingFace learnedFrom(int[] epoch, int place, int resolution, long position)
      throws IOException {
    TrainingFace face = read(epoch, place, resolution);
    if (data.faults()) {
      face = face.with(faults.get().apply(face.pixels(), face.resolution(), seed, position));
    }
    return data.mirror() && TrainingFace.isMirrored(position) ? face.mirrored() : face;
  }

  /** Those that can be read and show enough of a face. */
  @Override
  public List<EvaluationFace> heldOut(int resolution) throws IOException {
    List<EvaluationFace> faces = new ArrayList<>();
    for (Entry entry : heldOut) {
      try {
        EvaluationFace face = face(entry.dataset().read(entry.name()), resolution);
        if (face.depth().faceArea() > resolution * resolution / 40) {
          faces.add(face);
        }
      } catch (IOException e) {
        leaveOut(entry, e);
      }
    }
    if (faces.isEmpty()) {
      throw new MalformedFileException(
          data.folders().get(0).toString(), "none of the samples that are held out shows a face");
    }
    return faces;
  }

  private static EvaluationFace face(Sample sample, int resolution) {
    float[] rgb =
        new GridResize(sample.picture().size(), resolution).picture(sample.picture().rgb());
    DepthMap depth = TrainingFace.of(sample, resolution).depthMap();
    CropCamera camera = sample.view().map(Sample.View::camera).orElse(CropCamera.ORTHOGRAPHIC);
    return new EvaluationFace(sample.name(), resolution, rgb, depth, camera, Map.of());
  }

  /**
   * Reads the sample that an order has at a place, or the first one after it that can be read.
   *
   * @throws IOException if too many could not be read
   */
  TrainingFace read(int[] order, int place, int resolution) throws IOException {
    for (int i = place; ; i = (i + 1) % order.length) {
      Entry entry = training.get(order[i]);
      try {
        return TrainingFace.of(entry.dataset().read(entry.name()), resolution);
      } catch (IOException e) {
        leaveOut(entry, e);
      }
    }
  }

  private void leaveOut(Entry entry, IOException reason) throws IOException {
    if (!damaged.add(entry)) {
      return;
    }
    log.accept("left out: " + reason.getMessage());
    int most = Math.max(10, training.size() / 100);
    if (damaged.size() > most || damaged.size() >= training.size()) {
      throw new IOException(
          "more than %d of %d samples cannot be read; the last: %s"
              .formatted(damaged.size() - 1, training.size(), reason.getMessage()),
          reason);
    }
  }
}
