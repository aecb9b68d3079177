package facedepth.app.web;

import java.time.Duration;

/**
 * What the server listens on and what it lets strangers ask of it.
 *
 * @param host address to listen on; loopback unless the user names another
 * @param port 0 for any free one
 * @param threads processor cores that one reconstruction may use
 * @param workers reconstructions under way at once
 * @param waiting further ones that may wait; more are answered with 503
 * @param photoBytes largest upload
 * @param photoPixels largest photo, looked up in its header before anything is decoded
 * @param keptFor how long a result can be fetched
 * @param keptBytes all results together; the oldest go first
 * @param patience how long a request that waits for its result is kept waiting
 * @param idle after how long a connection on which nothing moves is closed
 */
public record ServerSettings(
    String host,
    int port,
    int threads,
    int workers,
    int waiting,
    long photoBytes,
    long photoPixels,
    Duration keptFor,
    long keptBytes,
    Duration patience,
    Duration idle) {
  /** Loopback only, 40 MB and 60 megapixels a photo, results for half an hour in 256 MiB. */
  public static final ServerSettings DEFAULT =
      new ServerSettings(
          "127.0.0.1",
          8080,
          Runtime.getRuntime().availableProcessors(),
          Math.min(4, Math.max(1, Runtime.getRuntime().availableProcessors() / 2)),
          16,
          40_000_000,
          60_000_000,
          Duration.ofMinutes(30),
          256L << 20,
          Duration.ofSeconds(60),
          Duration.ofSeconds(20));

  /** Refuses what makes no sense. */
  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not from 0 to 65535");
    }
    atLeast("threads", threads, 1);
    atLeast("workers", workers, 1);
    atLeast("waiting", waiting, 0);
    atLeast("photoBytes", photoBytes, 1);
    atLeast("photoPixels", photoPixels, 1);
    atLeast("keptBytes", keptBytes, 1);
  }

  /** Listening elsewhere, with another number of processor cores a reconstruction. */
  public ServerSettings at(String newHost, int newPort, int newThreads) {
    return new ServerSettings(
        newHost,
        newPort,
        newThreads,
        workers,
        waiting,
        photoBytes,
        photoPixels,
        keptFor,
        keptBytes,
        patience,
        idle);
  }

  private static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " = " + value + " is less than " + least);
    }
  }
}
