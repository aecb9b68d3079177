package facedepth.training;

import facedepth.geometry.DepthMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first faces of a validation as rows of a page: photo, true depth, predicted depth, error, and
 * the meshes of both.
 */
final class FaceRows {
  private static final int MOST = 6;

  /** Below this overlap of the masks a network that begins to learn sees no face yet. */
  private static final double BLIND = 0.1;

  private FaceRows() {}

  static String html(ValidationResult result) {
    StringBuilder html = new StringBuilder();
    for (ValidatedFace face : result.faces().subList(0, Math.min(MOST, result.faces().size()))) {
      row(html, face);
    }
    return html.toString();
  }

  private static void row(StringBuilder html, ValidatedFace validated) {
    EvaluationFace face = validated.face();
    DepthScores scores = validated.scores();
    html.append(
        String.format(
            Locale.ROOT,
            "<div class=\"face\"><h3>%s: RMSE %.4f crop widths, normals %.1f°, stretch %.2f, mask"
                + " overlap %.2f</h3>\n<div class=\"panels\">\n",
            Html.escape(face.name()),
            scores.rootMeanSquare(),
            scores.normalDegrees(),
            scores.stretch(),
            validated.maskOverlap()));
    int size = face.size();
    DepthMap truth = face.depth().centred();
    // The depth that the network gives is relative to its own median within the true face.
    float middle = validated.predicted().within(truth).median();
    DepthMap predicted = minus(validated.predicted(), middle);
    boolean blind = validated.maskOverlap() < BLIND;
    DepthMap shown = blind ? predicted.within(truth) : minus(validated.seen(), middle);
    String where = blind ? " (no face seen)" : "";
    List.of(
            figure("photo", FacePanels.photo(face), size),
            figure("true depth", FacePanels.depth(truth, truth), size),
            figure("predicted depth" + where, FacePanels.depth(shown, truth), size),
            figure("error", FacePanels.difference(predicted, truth), size),
            figure("predicted mesh" + where, ClayView.of(shown, face.camera(), size), size),
            figure("true mesh", ClayView.of(truth, face.camera(), size), size))
        .forEach(html::append);
    html.append("</div></div>\n");
  }

  private static String figure(String caption, int[] pixels, int size) {
    return String.format(
        Locale.ROOT,
        "<figure><img alt=\"%s\" width=\"%d\" height=\"%d\" src=\"%s\"/>"
            + "<figcaption>%s</figcaption></figure>\n",
        caption,
        size,
        size,
        InlinePicture.address(pixels, size),
        caption);
  }

  private static DepthMap minus(DepthMap map, float middle) {
    float[] values = Arrays.copyOf(map.values(), map.values().length);
    for (int i = 0; i < values.length; i++) {
      values[i] -= middle;
    }
    return new DepthMap(map.width(), map.height(), values);
  }
}
