package facedepth.app;

import facedepth.inference.DepthModel;
import facedepth.synthesis.HeadSource;
import facedepth.training.EvaluationSet;
import facedepth.training.ModelEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facedepth evaluate}: how well a model does, in figures. */
@Command(
    name = "evaluate",
    description = {
      "Measure a model on faces whose depth is known.",
      "Prints the means of every metric beside those of two baselines, a flat face and the mean of"
          + " all faces, over all faces and in groups (yaw, light, what hides the face, camera"
          + " distance). With --output the groups are not printed, but written into evaluation.json"
          + " with the scores of every face, evaluation.md, and evaluation.html with pictures.",
      "The faces are those of a folder (--data) or rendered meanwhile (--head). A head that the"
          + " model was not trained on shows what it knows of faces rather than of one head."
    })
final class EvaluateCommand extends Subcommand {
  private static final int LEAST_SIZE = 16;
  private static final int GREATEST_SIZE = 1024;
  private static final int MOST_FACES = 1_000_000;
  private static final int DEFAULT_COUNT = 200;
  private static final int DEFAULT_SIZE = 128;
  private static final long DEFAULT_SEED = 990_017; // far from the seeds that runs are given

  @Mixin private ModelOptions model = new ModelOptions();

  @ArgGroup(multiplicity = "1")
  private Source source;

  /** Where the faces come from: one of the two. */
  static final class Source {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description =
            "A data set in any layout: native, as 'facedepth synthesize' writes it; eg3d, the"
                + " origin's, whose depth has no unit; or UnSup3D's synthetic faces.")
    private Path data;

    @Option(
        names = "--head",
        paramLabel = "builtin|DIR",
        description =
            "Render faces of this head: builtin, or USC ICT's FaceKit as folder, archive or cache"
                + " file.")
    private String head;
  }

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "With --head: how many faces, default " + DEFAULT_COUNT + ".")
  private Integer count;

  @Option(
      names = "--size",
      paramLabel = "S",
      description =
          "With --head: side of the pictures in pixels, even, "
              + LEAST_SIZE
              + " to "
              + GREATEST_SIZE
              + ", default "
              + DEFAULT_SIZE
              + ".")
  private Integer size;

  @Option(
      names = "--seed",
      paramLabel = "K",
      description =
          "With --head: which supply of faces, default "
              + DEFAULT_SEED
              + "; take one that nothing was trained on.")
  private Long seed;

  @Option(
      names = "--clean",
      description = "With --head: undegraded pictures, as a good camera takes them.")
  private boolean clean;

  @Option(
      names = "--curves",
      paramLabel = "N",
      description =
          "Also measure how blur, motion, noise, JPEG, darkness and low resolution of growing"
              + " strength harm the model, on N of the faces. Costs 31 predictions for each; default"
              + " 0, no curves.")
  private int curves;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The folder for the report; made if it is not there.")
  private Path output;

  EvaluateCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    requireThreads(model.threads());
    requireOptions();
    if (output != null) {
      OutputFolder.prepare(output);
    }
    EvaluationSet faces = faces();
    String name = model.model() == null ? "default" : nameOf(model.model());
    try (DepthModel opened = Models.find(model).open(model.threads())) {
      ModelEvaluation done;
      try (Progress progress =
          Progress.withSpeed("Evaluating", ModelEvaluation.steps(faces, curves), console())) {
        done = ModelEvaluation.run(name, opened, faces, curves, model.threads(), progress::step);
      }
      console().say(output == null ? done.markdown() : done.summary());
      if (output != null) {
        done.write(output);
        console().say(output.resolve("evaluation.html").toString());
      }
    }
    return Main.DONE;
  }

  /** A path's last part: rows of tables are narrow. */
  private static String nameOf(String model) {
    Path file = model.endsWith(".onnx") ? Path.of(model).getFileName() : null;
    return file == null ? model : file.toString();
  }

  private EvaluationSet faces() throws IOException {
    if (source.data != null) {
      return EvaluationSet.inFolder(source.data);
    }
    return EvaluationSet.rendered(
        HeadSource.open(source.head, CacheFolder.path()),
        source.head,
        count == null ? DEFAULT_COUNT : count,
        size == null ? DEFAULT_SIZE : size,
        seed == null ? DEFAULT_SEED : seed,
        clean);
  }

  private void requireOptions() {
    if (curves < 0) {
      throw wrongUsage("--curves " + curves + " is negative");
    }
    if (source.data != null && (count != null || size != null || seed != null || clean)) {
      throw wrongUsage("--count, --size, --seed and --clean go with --head, not with --data");
    }
    if (count != null && (count < 1 || count > MOST_FACES)) {
      throw wrongUsage("--count " + count + " is not from 1 to " + MOST_FACES);
    }
    if (size != null && (size < LEAST_SIZE || size > GREATEST_SIZE || size % 2 != 0)) {
      throw wrongUsage(
          "--size " + size + " is not even and from " + LEAST_SIZE + " to " + GREATEST_SIZE);
    }
  }
}
