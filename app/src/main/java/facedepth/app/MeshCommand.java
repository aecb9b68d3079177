package facedepth.app;

import facedepth.geometry.MeshWriter;
import facedepth.inference.MeshRecipe;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code facedepth mesh}: a depth map becomes a mesh. */
@Command(
    name = "mesh",
    description = {
      "Turn a depth map into a mesh.",
      "Where reconstruction.json lies beside the depth map, its focal length and depth range are used."
    })
final class MeshCommand extends Subcommand {
  @Parameters(
      paramLabel = "DEPTH",
      description =
          "depth.npy or depth.png as facedepth writes them, or any depth map: .npy, grey PNG of 8 or"
              + " 16 bits, .pfm. With --legacy a grey PNG.")
  private Path depth;

  @Option(
      names = "--output",
      paramLabel = "MESH",
      required = true,
      description = "The mesh to write; its extension tells the format: glb, obj, ply or stl.")
  private Path output;

  @Option(
      names = "--image",
      paramLabel = "PHOTO",
      description = "The photo that the depth map was made of: becomes the texture.")
  private Path image;

  @Option(
      names = "--legacy",
      description =
          "Make the mesh of the program's origin (2022), number for number; the output is an .obj.")
  private boolean legacy;

  @Mixin private MeshShapeOptions shape = new MeshShapeOptions();

  @Option(
      names = "--preview",
      paramLabel = "PNG",
      description = "Also write a picture: depth in colours, the shape and the textured mesh.")
  private Path preview;

  @Option(
      names = "--turntable",
      paramLabel = "GIF",
      description = "Also write an animation of the mesh swinging from side to side.")
  private Path turntable;

  MeshCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    if (legacy && image != null) {
      throw wrongUsage("--legacy writes no texture, so it does not go with --image");
    }
    if (legacy && !output.toString().toLowerCase(Locale.ROOT).endsWith(".obj")) {
      throw wrongUsage("--legacy writes an .obj, which --output " + output + " is not");
    }
    if (legacy && (shape.isAnySet() || preview != null || turntable != null)) {
      throw wrongUsage("--legacy makes one mesh only, so it goes with no option but --output");
    }
    MeshWriter writer = writer();
    requireSense();
    requireNoFolder(depth);
    for (Path file : new Path[] {output, preview, turntable}) {
      if (file != null) {
        OutputFolder.prepareParent(file);
      }
    }
    if (legacy) {
      DepthToMesh.legacy(depth, output);
    } else {
      new DepthToMesh(depth, image, output, preview, turntable)
          .write(shape, writer)
          .forEach(console()::note);
    }
    console().say(output.toString());
    return Main.DONE;
  }

  private void requireSense() {
    try {
      MeshShape.of(shape, MeshRecipe.MEASURED);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private MeshWriter writer() {
    try {
      return MeshWriter.forFile(output);
    } catch (IllegalArgumentException e) {
      throw wrongUsage("--output " + output + ": " + e.getMessage());
    }
  }
}
