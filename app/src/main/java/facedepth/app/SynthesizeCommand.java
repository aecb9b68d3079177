package facedepth.app;

import facedepth.synthesis.HeadModel;
import facedepth.synthesis.HeadSource;
import facedepth.synthesis.dataset.HeadFingerprint;
import facedepth.synthesis.dataset.Layout;
import facedepth.synthesis.dataset.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code facedepth synthesize}: faces with exact depth. */
@Command(
    name = "synthesize",
    description = {
      "Render faces with exact depth.",
      "Face i of a seed is the same in every run. The layout native writes 00000i.png, the picture;"
          + " 00000i-depth.png, 16-bit, 0 = no face, near = bright; 00000i-mask.png, the face; and"
          + " 00000i.json with camera, pose, depth range, landmarks and all parameters. The layout"
          + " eg3d writes images/seed0000i.png, depth128x128/seed0000i.png, 8-bit, and"
          + " cam_poses/seed0000i.npy.",
      "A run that was stopped goes on when it is started again; so does one with a greater --count."
    })
final class SynthesizeCommand extends Subcommand {
  private static final int LEAST_SIZE = 16;
  private static final int GREATEST_SIZE = 1024;
  private static final int MOST_SAMPLES = 100_000_000;
  private static final int EG3D_STEP = 128; // side of its depth maps

  @Option(
      names = "--count",
      paramLabel = "N",
      required = true,
      description = "How many faces, 1 to " + MOST_SAMPLES + ".")
  private Integer count;

  @Option(
      names = "--start",
      paramLabel = "I",
      description = "Number of the first face. Several machines can share a data set that way.")
  private int start;

  @Option(
      names = "--size",
      paramLabel = "S",
      description =
          "Side of the pictures in pixels: even, "
              + LEAST_SIZE
              + " to "
              + GREATEST_SIZE
              + ", default 256; for eg3d a multiple of 128, default 512.")
  private Integer size;

  @Option(names = "--seed", paramLabel = "K", description = "Which supply of faces.")
  private long seed = 1;

  @Option(
      names = "--face-model",
      paramLabel = "builtin|DIR",
      description =
          "builtin, the head that comes with the product, is the default. Or USC ICT's FaceKit: its"
              + " folder, its archive, or a cache file made from it.")
  private String faceModel = HeadSource.BUILTIN;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = "native or eg3d, the training set of the product's origin.")
  private Layout layout = Layout.NATIVE;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into; made if it is not there.")
  private Path output;

  @Option(
      names = "--faces-only",
      description = "Leave out the one picture in fourteen that shows no face. eg3d always does.")
  private boolean facesOnly;

  @Option(
      names = "--normals",
      description = "native: write 00000i-normals.png too: right, up, to the viewer as colours.")
  private boolean normals;

  @Option(
      names = "--npy",
      description =
          "native: write 00000i-depth.npy too, float32 in crop widths, NaN outside the face; with"
              + " --normals also 00000i-normals.npy.")
  private boolean npy;

  @Option(
      names = "--contact-sheet",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = "",
      description =
          "Draw the first 64 faces of the data set into one PNG; without FILE it is"
              + " contact-sheet.png in the output folder.")
  private String contactSheet;

  @Option(names = "--sheet-depth", description = "Put their depths on the contact sheet, too.")
  private boolean sheetDepth;

  @Option(names = "--threads", paramLabel = "N", description = "How many processor cores to use.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--overwrite",
      description = "Delete the faces of the data set that is there, and start over.")
  private boolean overwrite;

  SynthesizeCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    int side = size == null ? layout.defaultSize() : size;
    requireOptions(side);
    requireThreads(threads);
    OutputFolder.prepare(output);
    HeadModel head = head();
    Manifest manifest =
        new Manifest(
            layout,
            layout.version(),
            new Version().getVersion()[0],
            HeadFingerprint.of(head),
            seed,
            side,
            facesOnly || layout == Layout.EG3D,
            normals,
            npy);
    DatasetRendering rendering =
        DatasetRendering.of(output, manifest, head, start, count, overwrite, console());
    rendering.render(count, threads);
    if (contactSheet != null) {
      Path sheet =
          contactSheet.isEmpty() ? output.resolve("contact-sheet.png") : Path.of(contactSheet);
      OutputFolder.prepareParent(sheet);
      rendering.drawSheet(sheet, sheetDepth);
    }
    return Main.DONE;
  }

  private void requireOptions(int side) {
    if (count < 1 || count > MOST_SAMPLES) {
      throw wrongUsage("--count " + count + " is not from 1 to " + MOST_SAMPLES);
    }
    if (start < 0) {
      throw wrongUsage("--start " + start + " is negative");
    }
    if (side < LEAST_SIZE || side > GREATEST_SIZE || side % 2 != 0) {
      throw wrongUsage(
          "--size " + side + " is not even and from " + LEAST_SIZE + " to " + GREATEST_SIZE);
    }
    if (layout == Layout.EG3D && side % EG3D_STEP != 0) {
      throw wrongUsage("--size " + side + " is no multiple of 128, as --layout eg3d needs it");
    }
    if (layout == Layout.EG3D && (normals || npy)) {
      throw wrongUsage((normals ? "--normals" : "--npy") + " is not part of --layout eg3d");
    }
    if (sheetDepth && contactSheet == null) {
      throw wrongUsage("--sheet-depth needs --contact-sheet");
    }
  }

  private HeadModel head() throws IOException {
    return HeadSource.open(faceModel, CacheFolder.path());
  }
}
