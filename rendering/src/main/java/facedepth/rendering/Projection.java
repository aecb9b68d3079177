package facedepth.rendering;

/** How camera z varies across a triangle on the screen. */
public enum Projection {
  /** Pinhole: 1/z is linear on the screen. */
  PERSPECTIVE,
  /** Parallel rays: z is linear on the screen. */
  ORTHOGRAPHIC
}
