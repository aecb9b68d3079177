package facedepth.inference;

import java.util.Map;
import java.util.Optional;

/**
 * The input of a network that takes the picture.
 *
 * @param name of the input
 * @param format how the picture is given
 * @param width columns it must have, 0 for any
 * @param height rows it must have, 0 for any
 * @param made the size that the network was made for, if that is known
 * @param rule how a whole picture is brought to that size
 * @param multiple what both sides must be multiples of
 * @param constants further inputs
 */
record ModelInput(
    String name,
    InputFormat format,
    int width,
    int height,
    Optional<NetworkSize> made,
    ResizeRule rule,
    int multiple,
    Map<String, InputConstant> constants) {

  /** Whether it takes one size only. */
  boolean isFixed() {
    return width > 0 && height > 0;
  }

  /** The one size, or the size it was made for, or a square. */
  NetworkSize size(int otherwise) {
    if (isFixed()) {
      return new NetworkSize(width, height);
    }
    NetworkSize wanted = made.orElse(new NetworkSize(otherwise, otherwise));
    return new NetworkSize(
        width > 0 ? width : wanted.width(), height > 0 ? height : wanted.height());
  }

  long[] shape(int pictureWidth, int pictureHeight) {
    return format.channelsLast()
        ? new long[] {1, pictureHeight, pictureWidth, 3}
        : new long[] {1, 3, pictureHeight, pictureWidth};
  }
}
