package facedepth.training;

import java.util.List;
import java.util.Locale;

/**
 * How fast training goes.
 *
 * @param images that were trained on
 * @param seconds that took
 * @param waited seconds of these that the network waited for pictures
 * @param making seconds of these that those who render or read pictures worked, on average over
 *     their threads
 * @param secondsLeft until the run is done, if it goes on like that
 */
public record Pace(int images, double seconds, double waited, double making, double secondsLeft) {
  static Pace sum(List<Pace> parts) {
    return new Pace(
        parts.stream().mapToInt(Pace::images).sum(),
        parts.stream().mapToDouble(Pace::seconds).sum(),
        parts.stream().mapToDouble(Pace::waited).sum(),
        parts.stream().mapToDouble(Pace::making).sum(),
        parts.get(parts.size() - 1).secondsLeft);
  }

  /** Images a second. */
  public double imagesPerSecond() {
    return images / seconds;
  }

  /** Images a second that the network would take if it never waited. */
  public double networkImagesPerSecond() {
    return images / (seconds - waited);
  }

  /**
   * Images a second that can be rendered or read, if as many were made meanwhile as were trained
   * on.
   */
  public double makersImagesPerSecond() {
    return images / making;
  }

  /** Share of the time that the network waited for pictures, 0 to 1. */
  public double waiting() {
    return waited / seconds;
  }

  /** The time left in words, "1 h 05 min" for example. */
  public String left() {
    if (!Double.isFinite(secondsLeft)) {
      return "unknown time";
    }
    long rounded = Math.round(secondsLeft);
    long minutes = rounded / 60;
    if (minutes >= 60) {
      return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
    return minutes >= 1
        ? String.format(Locale.ROOT, "%d min %02d s", minutes, rounded % 60)
        : rounded + " s";
  }
}
