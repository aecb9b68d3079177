package facedepth.app.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.app.Pictures;
import facedepth.app.Repository;
import facedepth.inference.ModelCatalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoServerTest {
  private static final long MOST_BYTES = 3_000_000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));

  @TempDir Path folder;

  private static PhotoServer server;

  @BeforeAll
  static void start() throws IOException {
    Path models = Repository.root().resolve("models");
    assumeTrue(Files.exists(models.resolve("default.onnx")), "there are no weights");
    server =
        start(
            new ServerSettings(
                "127.0.0.1",
                0,
                1,
                1,
                3,
                MOST_BYTES,
                20_000_000,
                Duration.ofMinutes(10),
                64L << 20,
                Duration.ofSeconds(120),
                Duration.ofSeconds(20)));
  }

  private static PhotoServer start(ServerSettings settings) throws IOException {
    ModelCatalog catalog = new ModelCatalog(Repository.root().resolve("models"));
    return PhotoServer.start(settings, catalog, catalog.findDefault(), new TestClock());
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aPhotoBecomesFilesThatCanBeFetchedUntilTheyExpire() throws Exception {
    HttpResponse<String> answer = post(portrait());
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode result = new ObjectMapper().readTree(answer.body());
    assertThat(result.get("status").asText()).isEqualTo("done");
    assertThat(answer.headers().firstValue("Location")).contains(result.get("url").asText());
    assertThat(result.get("faces")).hasSize(1);
    JsonNode face = result.get("faces").get(0);
    assertThat(face.get("reconstruction").get("model").asText())
        .as("no path of the server's")
        .isEqualTo("default");
    JsonNode files = face.get("files");
    assertThat(bytes(files.get("mesh.glb").asText())).startsWith("glTF".getBytes(ISO_8859_1));
    assertThat(bytes(files.get("mesh-obj.zip").asText())).startsWith("PK".getBytes(ISO_8859_1));
    assertThat(bytes(files.get("depth.npy").asText()))
        .startsWith("\u0093NUMPY".getBytes(ISO_8859_1));
    assertThat(bytes(files.get("texture.jpg").asText())).startsWith(0xff, 0xd8);
    assertThat(bytes(files.get("depth.png").asText())).startsWith(0x89, 'P', 'N', 'G');
    assertThat(bytes(files.get("mesh.stl").asText()).length).isGreaterThan(10_000);

    String url = result.get("url").asText();
    assertThat(get(url).statusCode()).isEqualTo(200);
    assertThat(get("/metrics").body())
        .contains("facedepth_reconstructions_total{outcome=\"done\"}");
    NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(11)));
    assertRefused(get(url), 404, "not_found");
    assertRefused(get(files.get("mesh.glb").asText()), 404, "not_found");
  }

  @Test
  void aPhotoMayComeAsAFormAndBeWaitedForLater() throws Exception {
    String name = "../../etc/passwd\\..\\x.jpg";
    byte[] head =
        ("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\""
                + name
                + "\"\r\nContent-Type: image/png\r\n\r\n")
            .getBytes(ISO_8859_1);
    byte[] tail = "\r\n--b--\r\n".getBytes(ISO_8859_1);
    HttpResponse<String> answer =
        send(
            request("/api/reconstructions")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofByteArrays(List.of(head, portrait(), tail))));
    assertThat(answer.statusCode()).isEqualTo(202);
    String url = new ObjectMapper().readTree(answer.body()).get("url").asText();
    HttpResponse<String> later = get(url + "?wait=100");
    assertThat(later.body()).contains("\"status\":\"done\"").doesNotContain("passwd");
    List<CompletableFuture<Integer>> deletes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      deletes.add(
          CLIENT
              .sendAsync(request(url).DELETE().build(), BodyHandlers.discarding())
              .thenApply(HttpResponse::statusCode));
    }
    assertThat(deletes.stream().map(CompletableFuture::join).toList())
        .containsExactlyInAnyOrder(204, 404, 404, 404);
  }

  @Test
  void photosBeyondTheQueueAreRefusedAndThoseInItAnswered() throws Exception {
    byte[] portrait = portrait();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      HttpRequest post =
          request("/api/reconstructions").POST(BodyPublishers.ofByteArray(portrait)).build();
      answers.add(CLIENT.sendAsync(post, BodyHandlers.ofString()));
    }
    int refused = 0;
    for (CompletableFuture<HttpResponse<String>> one : answers) {
      HttpResponse<String> answer = one.join();
      if (answer.statusCode() != 201) {
        assertRefused(answer, 503, "busy");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 8); // one worked on and three waiting are certain
  }

  @Test
  void whatIsNoGoodPhotoIsAnsweredInOneShape() throws Exception {
    assertRefused(post(new byte[0]), 400, "empty");
    assertRefused(post("hello".getBytes(ISO_8859_1)), 422, "unreadable_photo");
    Path bomb = folder.resolve("bomb.png");
    Pictures.hugePng(bomb, 30_000, 30_000);
    assertRefused(post(Files.readAllBytes(bomb)), 422, "unreadable_photo");
    Path noise = folder.resolve("noise.png");
    Pictures.noise(noise, 200, 160);
    assertRefused(post(Files.readAllBytes(noise)), 422, "no_face");
    byte[] large = new byte[(int) MOST_BYTES + 1];
    assertRefused(post(large), 413, "too_large");
    HttpRequest.Builder unknownLength =
        request("/api/reconstructions")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
    assertRefused(send(unknownLength), 413, "too_large");
    assertThat(
            raw(
                """
                POST /api/reconstructions HTTP/1.1\r
                Host: localhost\r
                Content-Length: 5\r
                \r
                hello, this is longer"""))
        .contains(" 422 ", "unreadable_photo");
    assertThat(
            raw(
                """
                POST /api/reconstructions HTTP/1.1\r
                Host: localhost\r
                Content-Length: 5000\r
                \r
                hello"""))
        .contains(" 400 ", "aborted");
    assertRefused(
        send(request("/api/reconstructions?model=../../x").POST(BodyPublishers.ofString("x"))),
        400,
        "unknown_model");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/reconstructions/0123456789abcdef0123456789abcdef",
        "/api/reconstructions/..%2f..%2fetc%2fpasswd",
        "/api/reconstructions/x/1/mesh.glb",
        "/..%2fpom.xml",
        "/three/../app.js",
        "/nothing",
        "/.git/config"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(new ObjectMapper().readTree(answer.body()).at("/error/code").asText()).isNotEmpty();
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    assertRefused(send(request("/api/reconstructions").GET()), 405, "method_not_allowed");
    assertRefused(
        send(request("/api/models").POST(BodyPublishers.ofString("x"))), 405, "method_not_allowed");
  }

  @Test
  void thePageIsStrictAboutWhereItsPartsComeFrom() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self' 'sha256-", "frame-ancestors 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
    for (String path : new String[] {"/app.js", "/style.css", "/three/three.module.min.js"}) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    String tag = page.headers().firstValue("ETag").orElseThrow();
    assertThat(send(request("/").header("If-None-Match", tag).GET()).statusCode()).isEqualTo(304);
    assertThat(get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(get("/api/models").body()).contains("\"name\":\"default\",\"default\":true");
    assertThat(new ObjectMapper().readTree(get("/openapi.json").body()).at("/openapi").asText())
        .startsWith("3.");
  }

  @Test
  void requestsFromOtherSitesAreRefused() throws Exception {
    assertRefused(
        send(request("/api/models").header("Origin", "https://elsewhere.example").GET()),
        403,
        "foreign_origin");
    assertThat(raw("GET /api/models HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n"))
        .contains(" 403 ", "foreign_host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "POST /api/reconstructions HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        """
        POST /api/reconstructions HTTP/1.1\r
        Host: localhost\r
        Content-Length: 99999999999\r
        \r
        """,
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"
      })
  void nonsenseOnTheLineIsAnsweredInTheSameShape(String request) throws Exception {
    assertThat(raw(request)).containsPattern(" (4\\d\\d|505) ").contains("{\"error\":{\"code\"");
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void anUploadThatBreaksOffFreesItsPlace() throws Exception {
    for (int i = 0; i < 6; i++) { // more than there are places
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            "POST /api/reconstructions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nabc"
                .getBytes(ISO_8859_1));
        out.flush();
      }
    }
    HttpResponse<String> answer = post("hello".getBytes(ISO_8859_1));
    for (int i = 0; i < 200 && answer.statusCode() == 503; i++) {
      answer = post("hello".getBytes(ISO_8859_1)); // the server may notice a moment later
    }
    assertRefused(answer, 422, "unreadable_photo");
  }

  @Test
  void aConnectionOutlivesARefusalThatDidNotReadItsBody() throws Exception {
    String body = "x".repeat((int) MOST_BYTES / 2);
    assertThat(
            raw(
                "POST /api/reconstructions?model=none HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body
                    + "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .contains("unknown_model", "{\"status\":\"ok\"}");
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode error = new ObjectMapper().readTree(answer.body()).get("error");
    assertThat(error.get("code").asText()).isEqualTo(code);
    assertThat(error.get("message").asText()).isNotBlank().doesNotContain("Exception");
  }

  private static byte[] portrait() throws IOException {
    return Files.readAllBytes(Repository.root().resolve("examples/portrait.png"));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private static byte[] bytes(String path) throws Exception {
    return CLIENT.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
  }

  private static HttpResponse<String> post(byte[] body) throws Exception {
    return send(request("/api/reconstructions").POST(BodyPublishers.ofByteArray(body)));
  }

  /**
   * Sends bytes that no decent client would, and reads until the server hangs up or has said
   * enough.
   */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), ISO_8859_1);
    }
  }

  private static final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return NOW.get();
    }
  }
}
