package facedepth.app.wrong.inference;

/** What networks must not know. */
public final class Reconstructor {}
