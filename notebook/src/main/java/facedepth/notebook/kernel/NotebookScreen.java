package facedepth.notebook.kernel;

import facedepth.notebook.Figure;
import facedepth.notebook.Screen;
import org.rapaio.jupyter.kernel.global.Global;

/** The place below a notebook's cell; a cell makes its own. Of use within the kernel only. */
public final class NotebookScreen implements Screen {
  private String id; // null before the first figure

  @Override
  public void show(Figure figure) {
    if (id == null) {
      id = Global.display(figure);
    } else {
      Global.updateDisplay(id, figure);
    }
  }

  /** Shows a figure below the cell for good: for all but the last one of a cell. */
  public static void display(Figure figure) {
    new NotebookScreen().show(figure);
  }
}
