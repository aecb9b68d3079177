package facedepth.training;

/** Text within pages. */
final class Html {
  private Html() {}

  /** Text that a browser shows as it is, in an element or between double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
