package facedepth.geometry;

import java.io.IOException;

/** A file's bytes are not what its format asks for. The message is fit to be shown to a person. */
public final class MalformedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Names what is wrong.
   *
   * @param file the file's name as the user knows it
   * @param reason what is wrong with it, and where that helps, at which byte
   */
  public MalformedFileException(String file, String reason) {
    super(file + ": " + reason);
  }

  /** As {@link #MalformedFileException(String, String)}, keeping the cause. */
  public MalformedFileException(String file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
  }
}
