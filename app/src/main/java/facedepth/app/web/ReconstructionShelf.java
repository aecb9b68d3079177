package facedepth.app.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reconstructions by id, for a while. An id is 128 random bits: whoever does not know it cannot
 * guess it. What is too old, or beyond the memory allowed for all of them, is gone, oldest first.
 */
final class ReconstructionShelf {
  private static final int ID_BYTES = 16;

  private final Clock clock;
  private final Duration keptFor;
  private final long keptBytes;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Reconstruction> byId = new LinkedHashMap<>();

  ReconstructionShelf(Clock clock, Duration keptFor, long keptBytes) {
    this.clock = clock;
    this.keptFor = keptFor;
    this.keptBytes = keptBytes;
  }

  /** A place for a photo that has just come. */
  synchronized Reconstruction add(String model) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Reconstruction added = new Reconstruction(HexFormat.of().formatHex(id), model, clock.instant());
    byId.put(added.id(), added);
    tidy();
    return added;
  }

  /** The reconstruction of an id. */
  synchronized Reconstruction get(String id) {
    tidy();
    Reconstruction found = byId.get(id);
    if (found == null) {
      throw ApiException.notFound();
    }
    return found;
  }

  /** Forgets a reconstruction. */
  synchronized void remove(String id) {
    tidy();
    if (byId.remove(id) == null) {
      throw ApiException.notFound();
    }
  }

  /** How many are kept. */
  synchronized int size() {
    return byId.size();
  }

  /** What the files of all take up. */
  synchronized long bytes() {
    return byId.values().stream().mapToLong(Reconstruction::bytes).sum();
  }

  /** Lets go of what is too old or too much; what is still under way stays. */
  synchronized void tidy() {
    long bytes = bytes();
    Iterator<Reconstruction> oldestFirst = byId.values().iterator();
    while (oldestFirst.hasNext()) {
      Reconstruction one = oldestFirst.next();
      boolean old = one.created().plus(keptFor).isBefore(clock.instant());
      if (one.stage().isLast() && (old || bytes > keptBytes)) {
        bytes -= one.bytes();
        oldestFirst.remove();
      }
    }
  }
}
