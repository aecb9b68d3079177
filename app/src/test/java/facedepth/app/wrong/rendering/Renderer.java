package facedepth.app.wrong.rendering;

/** What geometry must not know. */
public final class Renderer {}
