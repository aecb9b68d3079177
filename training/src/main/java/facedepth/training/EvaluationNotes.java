package facedepth.training;

import java.util.ArrayList;
import java.util.List;

/** Gathers what a reader has to know about the figures of an evaluation. */
final class EvaluationNotes {
  private boolean relativeTruth;
  private boolean relativeModel;
  private boolean maskGuessed;
  private boolean wholePicture;
  private boolean grey;

  void add(EvaluationFace face, List<PredictedDepth> predictions) {
    relativeTruth |= face.relative();
    grey |= face.depthGrey().isPresent();
    relativeModel |= predictions.get(0).relative();
    if (!face.masked()) {
      boolean whole = face.depth().faceArea() == face.size() * face.size();
      wholePicture |= whole;
      maskGuessed |= !whole;
    }
  }

  /**
   * One sentence or two each.
   *
   * @param pictures in the set
   * @param meanOf how many of them the mean face was made of
   */
  List<String> lines(int pictures, int meanOf) {
    List<String> lines = new ArrayList<>();
    if (relativeTruth) {
      lines.add(
          "The true depth is stretched picture by picture and has no unit, so the columns that"
              + " measure lengths or angles are empty; AbsRel and delta1 take its whole range for"
              + " 0.4 crop widths.");
    }
    if (relativeModel) {
      lines.add(
          "The model answers without a unit (larger is nearer), so the columns that measure lengths"
              + " or angles are empty in its row; AbsRel and delta1 take its whole range for 0.4"
              + " crop widths.");
    }
    if (maskGuessed) {
      lines.add(
          "The data have no face mask: all rows are judged where the model sees the face, a 64th of"
              + " the picture off the edge, the model on ground of its own choice.");
    }
    if (wholePicture) {
      lines.add("The data have no face mask: pictures are judged whole, background included.");
    }
    if (grey) {
      lines.add(
          "UnSup3D's columns take the true depth from the grey of the depth pictures, 0.9 to 1.1,"
              + " as its code does, and put predictions at distance 1 before its camera as they are,"
              + " in true proportions; models see the whole cut of the photo, UnSup3D's own saw it"
              + " at 64x64.");
    }
    if (meanOf < pictures) {
      lines.add("The mean face is the mean of " + meanOf + " faces, evenly spread over the set.");
    }
    return lines;
  }
}
