package facedepth.app;

import facedepth.networks.onnx.Conversion;
import facedepth.networks.onnx.OnnxOptions;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code facedepth convert}: a checkpoint becomes an ONNX file. */
@Command(
    name = "convert",
    description = {
      "Turn a PyTorch checkpoint or a safetensors file into an ONNX file.",
      "Nothing in the checkpoint is executed. The ONNX file takes RGB and normalises it itself."
    })
final class ConvertCommand extends Subcommand {
  @Parameters(
      paramLabel = "CHECKPOINT",
      description = "What torch.save(model.state_dict()) wrote, or safetensors.")
  private Path checkpoint;

  @Option(
      names = "--architecture",
      paramLabel = "NAME",
      required = true,
      completionCandidates = Architectures.class,
      description = "The network whose weights they are: ${COMPLETION-CANDIDATES}.")
  private String architecture;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL.onnx",
      required = true,
      description = "The ONNX file to write.")
  private Path output;

  @Option(
      names = "--half",
      description = "Store weights as 16-bit floats: half the size, computed in 32 bits still.")
  private boolean half;

  @Option(
      names = "--non-negative",
      paramLabel = "true|false",
      arity = "1",
      description = {
        "Whether a DPT ends in a rectifier, MiDaS's non_negative, which no checkpoint tells.",
        "Default: true for MiDaS's networks, false for dpt-tiny and for files named Midas_DPT_*."
      })
  private Boolean nonNegative;

  ConvertCommand(FacedepthCommand root) {
    super(root);
  }

  /** Asked for only when the help is printed. */
  static final class Architectures implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Conversion.ARCHITECTURES.iterator();
    }
  }

  @Override
  public Integer call() throws Exception {
    if (!Conversion.ARCHITECTURES.contains(architecture)) {
      throw wrongUsage(
          "no architecture '"
              + architecture
              + "'; there are "
              + String.join(", ", Conversion.ARCHITECTURES));
    }
    if (!output.getFileName().toString().endsWith(".onnx")) {
      throw wrongUsage("--output " + output + " does not end in .onnx");
    }
    requireNoFolder(checkpoint);
    OutputFolder.prepareParent(output);
    convert();
    console().say(output.toString());
    return Main.DONE;
  }

  private void convert() throws Exception {
    OnnxOptions options = half ? OnnxOptions.HALF_WEIGHTS : OnnxOptions.DEFAULT;
    try {
      Conversion.convert(
          checkpoint, architecture, Optional.ofNullable(nonNegative), output, options);
    } catch (IllegalArgumentException e) { // other weights than the architecture's
      throw new CommandException(checkpoint + ": " + e.getMessage(), "");
    }
  }
}
