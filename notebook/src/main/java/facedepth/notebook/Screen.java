package facedepth.notebook;

import java.io.IOException;
import java.nio.file.Path;

/** Where figures appear that change while somebody looks: a notebook's cell, or a page. */
public interface Screen {
  /** Shows a figure, in place of the one shown before. */
  void show(Figure figure) throws IOException;

  /**
   * A page that is written anew for each figure; a browser that has it open is shown the newest by
   * being asked to load it again.
   */
  static Screen page(Path file, String title) {
    return figure -> figure.write(file, title);
  }
}
