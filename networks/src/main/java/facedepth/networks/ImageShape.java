package facedepth.networks;

/**
 * The size of an image in a network.
 *
 * @param batch images
 * @param channels channels of each
 * @param height rows
 * @param width columns
 */
public record ImageShape(long batch, long channels, long height, long width) implements ValueShape {
  boolean sameSize(ImageShape other) {
    return height == other.height && width == other.width;
  }

  ImageShape withSize(long newHeight, long newWidth) {
    return new ImageShape(batch, channels, newHeight, newWidth);
  }

  ImageShape withChannels(long newChannels) {
    return new ImageShape(batch, newChannels, height, width);
  }

  @Override
  public String toString() {
    return "[" + batch + ", " + channels + ", " + height + ", " + width + "]";
  }
}
