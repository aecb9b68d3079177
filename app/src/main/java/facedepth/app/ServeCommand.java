package facedepth.app;

import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facedepth serve}: the web page and its HTTP interface. */
@Command(
    name = "serve",
    description = {
      "Serve a page on which one drops a photo and turns the face, and the same over HTTP.",
      "Only this machine can reach it, unless --host says otherwise; /openapi.json describes the"
          + " interface."
    })
final class ServeCommand extends Subcommand {
  @Option(names = "--port", paramLabel = "P", description = "Port to listen on; 0 for a free one.")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address to listen on. 0.0.0.0 lets everybody in the network in: there is no password.")
  private String host = "127.0.0.1";

  @Mixin private ModelOptions model = new ModelOptions();

  ServeCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    requireThreads(model.threads());
    if (port < 0 || port > 65_535) {
      throw wrongUsage("--port " + port + " is not from 0 to 65535");
    }
    Serving.start(host, port, model, console());
    new CountDownLatch(1).await(); // until the process is ended
    return Main.DONE;
  }
}
