package facedepth.synthesis;

/**
 * Triangles of a scene that follow each other and are drawn alike.
 *
 * @param from first triangle
 * @param to one past the last
 */
record SceneRun(Layer layer, int from, int to) {}
