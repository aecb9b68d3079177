package facedepth.app.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facedepth.app.Repository;
import facedepth.inference.ModelCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that take a place and do not make use of it; the server's patience is short here. */
class SlowClientTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int ANNOUNCED_BYTES = 30_000_000;

  private static PhotoServer start(Duration patience, Duration idle) throws IOException {
    Path models = Repository.root().resolve("models");
    assumeTrue(Files.exists(models.resolve("default.onnx")), "there are no weights");
    ModelCatalog catalog = new ModelCatalog(models);
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1", 0, 1, 1, 3, 40_000_000, 20_000_000, LONG, 1 << 20, patience, idle);
    return PhotoServer.start(settings, catalog, catalog.findDefault(), Clock.systemUTC());
  }

  private static Socket post(PhotoServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    String head =
        "POST /api/reconstructions HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n"
            + "Content-Length: "
            + ANNOUNCED_BYTES
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
    return socket;
  }

  @Test
  void oneThatSendsNothingMoreIsAnsweredInTheErrorShape() throws Exception {
    try (PhotoServer server = start(LONG, SHORT);
        Socket socket = post(server)) {
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("{\"error\":{\"code\":\"too_slow\"");
    }
  }

  @Test
  void oneThatNeverPausesButNeverEndsIsNotWaitedFor() throws Exception {
    try (PhotoServer server = start(SHORT, LONG);
        Socket socket = post(server)) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      int sent = 0;
      try {
        for (; sent < ANNOUNCED_BYTES && in.available() == 0; sent++) {
          out.write(0);
        }
      } catch (SocketException e) {
        // It closes the connection after its answer, which may come first.
      }
      assertThat(sent).isLessThan(ANNOUNCED_BYTES);
      assertThat((char) in.read()).isEqualTo('H');
      String status = new String(in.readNBytes("TTP/1.1 408".length()), ISO_8859_1);
      assertThat(status).isEqualTo("TTP/1.1 408");
    }
  }
}
