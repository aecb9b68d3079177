package facedepth.inference;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a photo as decoders read them. Some decoders take the end of a damaged file for
 * zeros and go on for hours; after a thousand reads past the end this throws what they do not
 * catch.
 */
final class PhotoBytes extends ImageInputStreamImpl {
  private static final int MOST_READS_PAST_END = 1000;

  private final byte[] bytes;
  private int readsPastEnd;

  PhotoBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : end();
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    if (count <= 0) {
      return end();
    }
    System.arraycopy(bytes, (int) streamPos, into, offset, count);
    streamPos += count;
    return count;
  }

  private int end() {
    if (++readsPastEnd > MOST_READS_PAST_END) {
      throw new IllegalStateException("the decoder reads on and on past the end");
    }
    return -1;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
