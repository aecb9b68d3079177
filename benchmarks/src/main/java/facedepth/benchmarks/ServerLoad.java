package facedepth.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Many clients at one server, and the same photos through the command line. Starts both itself; see
 * {@code scripts/measure-server}. Needs the JDK only.
 *
 * <p>A client sends its photo, fetches the mesh and all other files of what came back, and begins
 * again; refused with 429 or 503 it waits as long as it is told. Everything else that is not a
 * result counts as an error.
 */
public final class ServerLoad {
  private static final Pattern URL = Pattern.compile("http://\\S+");
  private static final Pattern FILE =
      Pattern.compile("\"(/api/reconstructions/\\w+/\\d+/[^\"]+)\"");
  private static final int SAMPLE_SECONDS = 10;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
  private final String address;
  private final byte[] photo;
  private final long end;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());

  private ServerLoad(String address, byte[] photo, long end) {
    this.address = address;
    this.photo = photo;
    this.end = end;
  }

  /**
   * Measures.
   *
   * @param arguments the launcher, a photo with a face, seconds, clients, photos for the command
   *     line
   */
  public static void main(String[] arguments) throws Exception {
    String launcher = arguments[0];
    Path photo = Path.of(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    int clients = Integer.parseInt(arguments[3]);
    int photos = Integer.parseInt(arguments[4]);
    double server = server(launcher, Files.readAllBytes(photo), seconds, clients);
    double commandLine = commandLine(launcher, photo, photos);
    say("server over command line: %.2f times the processor time a photo", server / commandLine);
  }

  /** Seconds of processor time a photo. */
  private static double server(String launcher, byte[] photo, int seconds, int clients)
      throws Exception {
    Process process =
        new ProcessBuilder(launcher, "serve", "--port", "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      Matcher url = URL.matcher(String.valueOf(out.readLine()));
      if (!url.find()) {
        throw new IOException("the server did not say where it listens");
      }
      String address = url.group().replaceAll("/$", "");
      // A first round warms the compiler up and fills the shelf of results.
      new ServerLoad(address, photo, System.nanoTime() + seconds * 250_000_000L).run(process, 4);
      double before = processorSeconds(process.pid());
      long start = System.nanoTime();
      ServerLoad load = new ServerLoad(address, photo, start + seconds * 1_000_000_000L);
      load.run(process, clients);
      double wall = (System.nanoTime() - start) / 1e9;
      double processor = processorSeconds(process.pid()) - before;
      load.report(clients, wall, processor);
      return processor / load.seconds.size();
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private void run(Process server, int clients) throws InterruptedException, IOException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    for (int i = 0; i < clients; i++) {
      threads.execute(this::client);
    }
    threads.shutdown();
    long start = System.nanoTime();
    while (!threads.awaitTermination(SAMPLE_SECONDS, TimeUnit.SECONDS)) {
      say(
          "%4d s: %d answered, resident %d MB",
          (System.nanoTime() - start) / 1_000_000_000,
          seconds.size(),
          residentMegabytes(server.pid()));
    }
  }

  private void client() {
    while (System.nanoTime() < end) {
      try {
        once();
      } catch (IOException e) {
        errors.add(e.toString());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void once() throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer =
        http.send(
            request("/api/reconstructions").POST(BodyPublishers.ofByteArray(photo)).build(),
            BodyHandlers.ofString());
    if (answer.statusCode() == 503 || answer.statusCode() == 429) {
      refused.incrementAndGet();
      Thread.sleep(1000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
      return;
    }
    accepted.incrementAndGet();
    // 202: it took longer than the server keeps a request waiting.
    Matcher location = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(answer.body());
    while (answer.statusCode() == 202
        || answer.body().matches("(?s).*\"status\":\"(?!done|failed).*")) {
      if (!location.find(0)) {
        break;
      }
      answer = http.send(request(location.group(1) + "?wait=30").build(), BodyHandlers.ofString());
    }
    Matcher file = FILE.matcher(answer.body());
    int files = 0;
    while (file.find()) {
      HttpResponse<byte[]> one =
          http.send(request(file.group(1)).build(), BodyHandlers.ofByteArray());
      files += one.statusCode() == 200 && one.body().length > 0 ? 1 : 0;
    }
    if (answer.statusCode() / 100 != 2 || files < 8) {
      errors.add(answer.statusCode() + " with " + files + " files: " + answer.body());
    } else {
      seconds.add((System.nanoTime() - start) / 1e9);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(5));
  }

  private void report(int clients, double wall, double processor) {
    List<Double> sorted = seconds.stream().sorted().toList();
    int answered = sorted.size();
    say(
        "%d clients for %.0f s: %d photos accepted, %d answered,",
        clients, wall, accepted.get(), answered);
    say("  %d refused with 503 and Retry-After, %d errors", refused.get(), errors.size());
    errors.stream().distinct().limit(5).forEach(error -> say("  %s", error));
    if (answered > 0) {
      say(
          "  %.2f photos/s; median %.1f s; %.2f s of processor time a photo",
          answered / wall, sorted.get(answered / 2), processor / answered);
    }
  }

  private static double commandLine(String launcher, Path photo, int count) throws Exception {
    Path folder = Files.createTempDirectory("facedepth-load");
    try {
      Path photos = Files.createDirectory(folder.resolve("photos"));
      String name = photo.getFileName().toString();
      for (int i = 0; i < count; i++) {
        Files.copy(photo, photos.resolve(i + name.substring(name.lastIndexOf('.'))));
      }
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  launcher,
                  "reconstruct",
                  photos.toString(),
                  "--output",
                  folder.resolve("out").toString(),
                  "--faces",
                  "all",
                  "--format",
                  "glb,obj,stl,ply")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      double processor = 0; // the system forgets it with the process
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        processor = Math.max(processor, processorSeconds(process.pid()));
      }
      double wall = (System.nanoTime() - start) / 1e9;
      say("command line, one process, %d photos (exit code %d):", count, process.exitValue());
      say("  %.2f photos/s; %.2f s of processor time a photo", count / wall, processor / count);
      return processor / count;
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  private static double processorSeconds(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(duration -> duration.toNanos() / 1e9)
        .orElse(0.0);
  }

  /** Linux only; 0 elsewhere. */
  private static long residentMegabytes(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
