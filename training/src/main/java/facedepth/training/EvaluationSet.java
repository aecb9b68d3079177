package facedepth.training;

import facedepth.synthesis.HeadModel;
import facedepth.synthesis.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;

/** Faces whose depth is known, read one by one. May be used by many threads. */
public interface EvaluationSet {

  /** What reports call it. */
  String title();

  /** How many pictures it has. */
  int count();

  /**
   * A picture with its truth.
   *
   * @param index from 0 to count
   * @throws facedepth.geometry.MalformedFileException if a file of it is damaged
   */
  EvaluationFace face(int index) throws IOException;

  /**
   * The data set in a folder, in any layout that {@link Dataset} knows; of one divided into parts
   * the one called test.
   *
   * @throws facedepth.geometry.MalformedFileException if there is none, or an empty one
   */
  static EvaluationSet inFolder(Path folder) throws IOException {
    return FolderSet.open(folder);
  }

  /**
   * Faces rendered when they are asked for, and kept as long as a quarter of Java's memory holds
   * them; every one shows a face.
   *
   * @param headName what reports call the head
   * @param size side in pixels
   * @param seed of a supply that nothing was trained on
   * @param clean whether camera and storage do nothing to the pictures
   */
  static EvaluationSet rendered(
      HeadModel head, String headName, int count, int size, long seed, boolean clean) {
    return new KeptFaces(
        new RenderedSet(head, headName, count, size, seed, clean),
        Runtime.getRuntime().maxMemory() / 4);
  }
}
