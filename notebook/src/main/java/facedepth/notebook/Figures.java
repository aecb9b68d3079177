package facedepth.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.DepthMap;
import facedepth.geometry.Mesh;
import facedepth.geometry.TextureMapping;
import facedepth.inference.DepthMesher;
import facedepth.inference.FaceReconstruction;
import facedepth.inference.MeshRecipe;
import facedepth.inference.Photo;
import facedepth.inference.Preview;
import facedepth.synthesis.SyntheticFace;
import facedepth.training.ChartPanel;
import facedepth.training.LineChart;
import facedepth.training.ModelEvaluation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What there is to look at, made into figures. Meant to be imported statically:
 *
 * <pre>{@code
 * row(picture(face.texture()), depth(face.depth()))
 * mesh(face)
 * }</pre>
 */
public final class Figures {
  private static final int SIDE = 384; // of pictures, pixels
  private static final int FRAME = 460; // height of a mesh's frame, pixels

  private Figures() {}

  /** A picture as it is. */
  public static Figure picture(BufferedImage picture) {
    return Figure.ofPicture(picture);
  }

  /** A photo, at most 768 pixels a side. */
  public static Figure picture(Photo photo) {
    return Figure.ofPicture(MeshFigure.shrunk(Pictures.image(photo), 2 * SIDE));
  }

  /** A photo with the crops of its faces drawn on it, at most 768 pixels a side. */
  public static Figure found(Photo photo, List<FaceReconstruction> faces) {
    return Figure.ofPicture(Pictures.found(photo, faces, 2 * SIDE));
  }

  /** A depth map in colours, near yellow, far violet, with its scale in crop widths. */
  public static Figure depth(DepthMap depth) {
    return Figure.ofPicture(Pictures.depth(depth, SIDE));
  }

  /** A face's mesh with the photo on it, to be turned. */
  public static Figure mesh(FaceReconstruction face) throws IOException {
    return MeshFigure.of(face.mesh(), face.texture(), FRAME);
  }

  /** A rendered face's exact depth as a mesh, with the picture on it, to be turned. */
  public static Figure mesh(SyntheticFace face) throws IOException {
    int size = face.resolution();
    TextureMapping mapping = TextureMapping.stretched(size, size, size, size);
    Mesh mesh = DepthMesher.mesh(face.depth(), null, face.camera(), MeshRecipe.FACE, mapping);
    return mesh(mesh, Pictures.photo(Pictures.image(face.rgb(), size)));
  }

  /**
   * A mesh to be turned.
   *
   * @param mesh of any size and unit; x right, y down, z away from the viewer, as in {@link Mesh}
   * @param texture the photo on it, or null for none
   */
  public static Figure mesh(Mesh mesh, Photo texture) throws IOException {
    return MeshFigure.of(mesh, texture, FRAME);
  }

  /**
   * A mesh from three sides, as a picture.
   *
   * @param texture the photo on it, or null for clay
   */
  public static Figure views(Mesh mesh, Photo texture) {
    List<BufferedImage> views = new ArrayList<>();
    for (double degrees : new double[] {40, 0, -40}) {
      views.add(Pictures.mesh(mesh, texture, SIDE, degrees));
    }
    return Figure.ofPicture(Pictures.row(views));
  }

  /**
   * The picture that {@code facedepth reconstruct} writes as {@code preview.png}, half as large.
   */
  public static Figure preview(FaceReconstruction face) {
    return Figure.ofPicture(MeshFigure.shrunk(Pictures.image(Preview.of(face)), 2 * SIDE));
  }

  /** Values of one kind over steps, times or whatever grows: the curve of {@link #curves}. */
  public static LineChart.Curve curve(String name, double[] across, double[] values) {
    if (across.length != values.length) {
      throw new IllegalArgumentException(
          across.length + " places across for " + values.length + " values of " + name);
    }
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 0; i < across.length; i++) {
      points.add(new LineChart.Point(across[i], values[i]));
    }
    return new LineChart.Curve(name, points);
  }

  /**
   * Curves with axes and legend. Where the values span more than a power of ten their axis is
   * logarithmic.
   *
   * @param unit what the values are measured in, empty for numbers alone
   */
  public static Figure curves(String title, String unit, LineChart.Curve... curves) {
    double farthest =
        Arrays.stream(curves)
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(LineChart.Point::step)
            .max()
            .orElse(1);
    return Figure.ofHtml(
        ChartPanel.html(title, unit, (long) Math.ceil(farthest), true, List.of(curves)));
  }

  /**
   * A table.
   *
   * @param header names of the columns
   * @param rows each as long as the header; the first cell of a row is its name
   */
  public static Figure table(List<String> header, List<? extends List<?>> rows) {
    StringBuilder html = new StringBuilder("<table><thead><tr>");
    header.forEach(name -> html.append("<th>").append(Figure.escape(name)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (List<?> row : rows) {
      html.append("<tr>");
      for (Object cell : row) {
        html.append("<td>").append(Figure.escape(String.valueOf(cell))).append("</td>");
      }
      html.append("</tr>\n");
    }
    return Figure.ofHtml(html.append("</tbody></table>").toString());
  }

  /**
   * The scores of models over all faces of their sets, those of the baselines once.
   *
   * @param evaluations at least one
   */
  public static Figure scores(ModelEvaluation... evaluations) {
    Set<List<String>> rows = new LinkedHashSet<>();
    for (ModelEvaluation evaluation : evaluations) {
      evaluation
          .summary()
          .lines()
          .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
          .map(line -> line.substring(1).split("\\|"))
          .forEach(cells -> rows.add(Arrays.stream(cells).map(String::strip).toList()));
    }
    List<List<String>> all = List.copyOf(rows);
    return table(all.get(0), all.subList(1, all.size()));
  }

  /**
   * What a training run has noted of one of its figures.
   *
   * @param output the run's folder, in which {@code history.jsonl} lies
   * @param name what the legend calls the curve
   * @param tag of the figure: {@code train/loss}, {@code validation/rmse} and so on
   */
  public static LineChart.Curve history(Path output, String name, String tag) throws IOException {
    List<LineChart.Point> points = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(output.resolve("history.jsonl"))) {
      JsonNode scalars = json.readTree(line);
      if (scalars.has(tag)) {
        points.add(new LineChart.Point(scalars.get("step").asLong(), scalars.get(tag).asDouble()));
      }
    }
    return new LineChart.Curve(name, points);
  }

  /**
   * A page that lies in a file, such as {@code report.html} of a run or {@code evaluation.html}, in
   * a frame of its own.
   *
   * @param height of the frame, pixels
   */
  public static Figure page(Path file, int height) throws IOException {
    // A page that renews itself would have nothing to renew itself from.
    String page = Files.readString(file).replaceFirst("<meta http-equiv=\"refresh\"[^>]*>", "");
    return MeshFigure.framed(page, height, file.getFileName().toString());
  }

  /** Figures beside each other; pictures alone become one picture. */
  public static Figure row(Figure... figures) {
    List<BufferedImage> pictures = new ArrayList<>();
    StringBuilder html =
        new StringBuilder("<div style=\"display: flex; flex-wrap: wrap; gap: 8px\">");
    for (Figure figure : figures) {
      figure.picture().ifPresent(pictures::add);
      html.append("<div style=\"flex: 1 1 0; min-width: 0\">");
      html.append(figure.html()).append("</div>");
    }
    return !pictures.isEmpty() && pictures.size() == figures.length
        ? Figure.ofPicture(Pictures.row(pictures))
        : Figure.ofHtml(html.append("</div>").toString());
  }

  /** Figures below each other. */
  public static Figure column(Figure... figures) {
    StringBuilder html = new StringBuilder();
    for (Figure figure : figures) {
      html.append("<div style=\"margin-bottom: 8px\">").append(figure.html()).append("</div>");
    }
    return Figure.ofHtml(html.toString());
  }
}
