package facedepth.training;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import facedepth.geometry.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An evaluation as files: {@code evaluation.json} with every score of every face, {@code
 * evaluation.md} with the tables, {@code evaluation.html} with tables, curves and pictures.
 */
final class EvaluationReport {
  private final String title;
  private final Evaluation evaluation;
  private final List<DegradationCurve> curves;
  private final EvaluationPictures pictures;

  EvaluationReport(
      String title,
      Evaluation evaluation,
      List<DegradationCurve> curves,
      EvaluationPictures pictures) {
    this.title = title;
    this.evaluation = evaluation;
    this.curves = curves;
    this.pictures = pictures;
  }

  /** Writes all three into an existing folder. */
  void write(Path folder) throws IOException {
    AtomicFile.write(folder.resolve("evaluation.json"), this::json);
    write(folder.resolve("evaluation.md"), markdown());
    write(
        folder.resolve("evaluation.html"), EvaluationHtml.of(title, evaluation, curves, pictures));
  }

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void json(OutputStream stream) throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("title", title);
    report.put("curves", curves);
    report.put("evaluation", evaluation);
    SimpleModule missing = new SimpleModule().addSerializer(Double.class, new MissingAsNull());
    missing.addSerializer(double.class, new MissingAsNull());
    stream.write(
        new ObjectMapper()
            .registerModule(missing)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsBytes(report));
    stream.write('\n');
  }

  String markdown() {
    return EvaluationMarkdown.of(title, evaluation, curves);
  }

  /** How many faces, as a sentence. */
  static String faces(Evaluation evaluation) {
    String left =
        evaluation.leftOut() == 0
            ? ". "
            : "; " + evaluation.leftOut() + " pictures show too little of one and were left out. ";
    return evaluation.faces() + " faces" + left;
  }

  /** JSON knows no NaN. */
  private static final class MissingAsNull extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
