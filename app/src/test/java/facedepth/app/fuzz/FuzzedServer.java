package facedepth.app.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import facedepth.app.Repository;
import facedepth.app.web.PhotoServer;
import facedepth.app.web.ServerSettings;
import facedepth.inference.ModelCatalog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server for the whole process, and what its answers must be like. */
final class FuzzedServer {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  // A request that is over is answered at once; only a busy machine makes anyone wait.
  private static final int PATIENCE_MILLIS = 20_000;

  private FuzzedServer() {}

  private static final class Holder {
    static final PhotoServer SERVER = start();

    private static PhotoServer start() {
      try {
        ModelCatalog catalog = new ModelCatalog(Repository.root().resolve("models"));
        return PhotoServer.start(
            ServerSettings.DEFAULT.at("127.0.0.1", 0, 1), catalog, catalog.findDefault());
      } catch (IOException e) {
        throw new IllegalStateException("the server does not start", e);
      }
    }
  }

  /** Sends bytes and judges what comes back. */
  static void answer(byte[] request) throws IOException {
    String answer = "";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Holder.SERVER.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("no answer in " + PATIENCE_MILLIS / 1000 + " s", e);
      } catch (SocketException e) {
        return; // it hung up on us, which it may
      }
    }
    Matcher status = STATUS.matcher(answer);
    if (status.lookingAt()) {
      int code = Integer.parseInt(status.group(1));
      if (code >= 500 && code != 501 && code != 503 && code != 505) {
        throw new AssertionError(answer);
      }
      // An answer to HEAD has no body.
      if (code >= 400 && !answer.contains("{\"error\":{\"code\"") && !answer.endsWith("\r\n\r\n")) {
        throw new AssertionError("an error of another shape: " + answer);
      }
    } else if (!answer.isEmpty()) {
      throw new AssertionError("no answer of HTTP/1.1: " + answer);
    }
  }
}
