package facedepth.inference;

/** Walks the segments of a JPEG file (ITU-T T.81, annex B) without decoding them. */
final class JpegStructure {
  private static final int START_OF_SCAN = 0xda;
  private static final int ADOBE = 0xee; // APP14
  private static final int END_OF_IMAGE = 0xd9;

  private JpegStructure() {}

  /**
   * Whether the file holds at least one scan and an end-of-image marker after it. A thumbnail's own
   * end marker does not count: it lies inside a segment, which is skipped by its length.
   */
  static boolean reachesEnd(byte[] bytes) {
    return scans(bytes) > 0;
  }

  /** How many scans there are before the end-of-image marker; 0 without that marker. */
  static int scans(byte[] bytes) {
    int i = 2;
    int scans = 0;
    while (true) {
      // To the next marker; after a scan this runs over its entropy-coded data, where a 0xff is
      // followed by 0 (stuffing) or a restart marker.
      while (i < bytes.length && bytes[i] != (byte) 0xff) {
        i++;
      }
      while (i < bytes.length && bytes[i] == (byte) 0xff) {
        i++;
      }
      if (i >= bytes.length) {
        return 0;
      }
      int marker = bytes[i++] & 0xff;
      if (marker == END_OF_IMAGE) {
        return scans;
      }
      if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
        continue;
      }
      if (i + 2 > bytes.length) {
        return 0;
      }
      i += Math.max(2, (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff);
      scans += marker == START_OF_SCAN ? 1 : 0;
    }
  }

  /** Whether a segment before the first scan is Adobe's, which changes the colours' meaning. */
  static boolean hasAdobeSegment(byte[] bytes) {
    int i = 2;
    while (i + 4 <= bytes.length && bytes[i] == (byte) 0xff) {
      int marker = bytes[i + 1] & 0xff;
      if (marker == ADOBE || marker == START_OF_SCAN) {
        return marker == ADOBE;
      }
      i += 2 + Math.max(2, (bytes[i + 2] & 0xff) << 8 | bytes[i + 3] & 0xff);
    }
    return false;
  }
}
