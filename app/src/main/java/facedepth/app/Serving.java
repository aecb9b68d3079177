package facedepth.app;

import facedepth.app.web.PhotoServer;
import facedepth.app.web.ServerSettings;
import facedepth.inference.ModelCatalog;
import java.io.IOException;

/** What {@code serve} does; apart from the command so that its help needs no server's classes. */
final class Serving {
  private Serving() {}

  /** Starts to serve; goes on until the process is ended. */
  static void start(String host, int port, ModelOptions model, Console console) throws IOException {
    ServerSettings settings = ServerSettings.DEFAULT.at(host, port, model.threads());
    PhotoServer server = PhotoServer.start(settings, ModelCatalog.installed(), Models.find(model));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "facedepth-shutdown"));
    String shown = host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
    console.say("http://" + shown + ":" + server.port() + "/");
    console.note("Press Ctrl+C to stop.");
  }

  private static void close(PhotoServer server) {
    try {
      server.close();
    } catch (IOException e) {
      // The process is ending; what is left is the system's to free.
    }
  }
}
