package facedepth.notebook.kernel;

import facedepth.notebook.Figure;
import java.util.Base64;
import java.util.List;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/** Tells the kernel how a figure is shown; found as a service. */
public final class FigureProvider implements DisplayProvider {
  @Override
  public List<DisplayRenderer> getDisplayRenderers() {
    return List.of(new FigureRenderer());
  }

  @Override
  public List<DisplayTransformer> getDisplayTransformers() {
    return List.of();
  }

  /** Pictures as PNG, which every reader of notebooks shows; the rest as HTML. */
  private static final class FigureRenderer implements DisplayRenderer {
    @Override
    public Class<?> rendererClass() {
      return Figure.class;
    }

    @Override
    public boolean canRender(String mime) {
      return mime == null;
    }

    @Override
    public DisplayData render(String mime, Object shown) {
      Figure figure = (Figure) shown;
      DisplayData data = DisplayData.fromText(figure.toString());
      figure
          .png()
          .ifPresentOrElse(
              png -> data.putData("image/png", Base64.getEncoder().encodeToString(png)),
              () -> data.putHTML(figure.html()));
      return data;
    }
  }
}
