package facedepth.app.wrong.geometry;

import facedepth.app.wrong.rendering.Renderer;
import picocli.CommandLine.Option;

/** Wrong on purpose: an arrow from geometry down to rendering, and the command line in geometry. */
public final class KnowsTheRenderer {
  @Option(names = "--wrong")
  Renderer renderer = new Renderer();
}
