package facedepth.app.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facedepth.inference.ModelCatalog;
import facedepth.inference.ModelSource;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Serves the page and the interface under {@code /api}: {@code POST /api/reconstructions}, {@code
 * GET} and {@code DELETE /api/reconstructions/{id}}, its files, {@code /api/models}, {@code
 * /health}, {@code /metrics}, {@code /openapi.json}. Every error has the same shape, see {@link
 * ApiException#body}.
 */
public final class PhotoServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "glb", "model/gltf-binary",
          "zip", "application/zip",
          "stl", "model/stl",
          "ply", "application/octet-stream",
          "png", "image/png",
          "jpg", "image/jpeg",
          "npy", "application/octet-stream",
          "json", "application/json");

  private final ServerSettings settings;
  private final LoadedModels models;
  private final ReconstructionShelf shelf;
  private final ReconstructionDesk desk;
  private final ServerMetrics metrics = new ServerMetrics();
  private final PageFiles page = new PageFiles();
  private final Gate gate;
  private final Path scratch;
  private final Javalin server;

  private PhotoServer(ServerSettings settings, ModelCatalog catalog, ModelSource model, Clock clock)
      throws IOException {
    this.settings = settings;
    models = new LoadedModels(catalog, model, settings.threads());
    shelf = new ReconstructionShelf(clock, settings.keptFor(), settings.keptBytes());
    metrics.watchShelf(shelf);
    gate = new Gate(settings.host(), page.scriptHash());
    scratch = Files.createTempDirectory("facedepth-serve");
    desk = new ReconstructionDesk(models, shelf, metrics, settings, scratch);
    server = Javalin.create(this::configure);
  }

  /**
   * Starts to listen.
   *
   * @param model that is used when a client names none; loaded at once
   * @throws IOException if the model cannot be loaded or the address cannot be listened on
   */
  public static PhotoServer start(ServerSettings settings, ModelCatalog catalog, ModelSource model)
      throws IOException {
    return start(settings, catalog, model, Clock.systemUTC());
  }

  static PhotoServer start(
      ServerSettings settings, ModelCatalog catalog, ModelSource model, Clock clock)
      throws IOException {
    PhotoServer server = new PhotoServer(settings, catalog, model, clock);
    try {
      server.server.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      server.close();
      throw new IOException(
          "cannot listen on "
              + settings.host()
              + " port "
              + settings.port()
              + "; is it in use? choose another with --port",
          e);
    }
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = settings.photoBytes();
    Hardening.apply(config, settings);
    config.routes.before(gate::pass);
    config.routes.after(context -> metrics.answered(context.method().name(), context.statusCode()));
    for (String path : page.paths()) {
      config.routes.get(path, context -> page.answer(path, context));
    }
    config.routes.post("/api/reconstructions", this::create);
    config.routes.get("/api/reconstructions/{id}", this::show);
    config.routes.delete("/api/reconstructions/{id}", this::delete);
    config.routes.get("/api/reconstructions/{id}/{face}/{file}", this::file);
    config.routes.get("/api/models", this::models);
    config.routes.get("/health", context -> context.json(Map.of("status", "ok")));
    config.routes.get(
        "/metrics",
        context -> context.contentType(ServerMetrics.contentType()).result(metrics.text()));
    config.routes.exception(ApiException.class, ApiException::answer);
    config.routes.exception(HttpResponseException.class, PhotoServer::answer);
    config.routes.exception(
        IOException.class, (e, context) -> ApiException.aborted().answer(context));
    config.routes.exception(Exception.class, (e, context) -> internal().answer(context));
  }

  private void create(Context context) throws IOException, InterruptedException {
    Reconstruction reconstruction = accept(context);
    context.header("Location", ReconstructionView.ROOT + reconstruction.id());
    boolean later = "respond-async".equals(context.header("Prefer"));
    boolean ended = !later && reconstruction.await(settings.patience());
    if (!ended) {
      context.status(202);
    } else if (reconstruction.failure() != null) {
      throw reconstruction.failure();
    } else {
      context.status(201);
    }
    view(reconstruction, context);
  }

  private Reconstruction accept(Context context) throws IOException {
    // One for the photo and for what is left of it, so that a slow client is not waited for twice.
    long deadline = System.nanoTime() + settings.patience().toNanos();
    try {
      return desk.accept(
          context.queryParam("model"),
          () -> Upload.photo(context, settings.photoBytes(), deadline));
    } catch (ApiException e) {
      Upload.discard(context, settings.photoBytes(), deadline);
      throw e;
    }
  }

  /** With {@code ?wait=SECONDS} the answer comes when the work is done, or then. */
  private void show(Context context) throws InterruptedException {
    Reconstruction reconstruction = shelf.get(context.pathParam("id"));
    String wait = context.queryParam("wait");
    if (wait != null) {
      if (!wait.matches("\\d{1,3}")) {
        throw new ApiException(400, "bad_wait", "wait is a whole number of seconds");
      }
      long millis = Math.min(1000 * Long.parseLong(wait), settings.patience().toMillis());
      reconstruction.await(Duration.ofMillis(millis));
    }
    view(reconstruction, context);
  }

  private void view(Reconstruction reconstruction, Context context) {
    context
        .contentType("application/json")
        .result(ReconstructionView.of(reconstruction, settings.keptFor()));
  }

  private void delete(Context context) {
    shelf.remove(context.pathParam("id"));
    context.status(204);
  }

  private void file(Context context) throws InterruptedException {
    String name = context.pathParam("file");
    FaceFiles files =
        shelf.get(context.pathParam("id")).faces().stream()
            .filter(face -> Integer.toString(face.face()).equals(context.pathParam("face")))
            .findFirst()
            .orElseThrow(ApiException::notFound);
    byte[] bytes = files.file(name, settings.patience());
    if (bytes == null) {
      throw ApiException.notFound();
    }
    String extension = name.substring(name.lastIndexOf('.') + 1);
    context.contentType(CONTENT_TYPES.get(extension));
    context.header("Content-Disposition", "inline; filename=\"" + name + "\"");
    context.result(bytes);
  }

  private void models(Context context) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode list = json.putArray("models");
    for (String name : models.names()) {
      list.addObject().put("name", name).put("default", list.size() == 1);
    }
    context.contentType("application/json").result(json.toString());
  }

  private static void answer(HttpResponseException e, Context context) {
    String code = e.getMessage() == null ? "error" : e.getMessage();
    ApiException error =
        switch (e.getStatus()) {
          case 404 -> ApiException.notFound();
          case 405 ->
              new ApiException(405, "method_not_allowed", "this address knows other methods only");
          case 413 -> new ApiException(413, "too_large", "the request is too large");
          default ->
              new ApiException(
                  e.getStatus(), code.toLowerCase(Locale.ROOT).replaceAll("\\W+", "_"), code);
        };
    e.getDetails().forEach((key, value) -> allow(key, value, context));
    error.answer(context);
  }

  private static void allow(String key, String value, Context context) {
    if (key.equals("availableMethods")) {
      context.header("Allow", value);
    }
  }

  private static ApiException internal() {
    return new ApiException(500, "internal", "the server failed on this request");
  }

  /** Stops listening and forgets all photos. */
  @Override
  public void close() throws IOException {
    server.stop();
    desk.close();
    models.close();
    Files.deleteIfExists(scratch);
  }
}
