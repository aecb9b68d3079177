package facedepth.synthesis;

/**
 * Paints what stands behind the person: a small picture once a sample, blurred as the lens blurs it
 * and enlarged. Holds scratch memory: one a thread.
 */
final class BackdropPainter {
  private static final int COARSE = 64;
  private static final int FINE = 128;
  private static final float LEAST_BLUR = 0.6f; // pixels of the small picture: hides its stairs

  private final int resolution;
  private final Canvas coarse = new Canvas(COARSE);
  private final Canvas fine;
  private final Blur lens = new Blur();

  BackdropPainter(int resolution) {
    this.resolution = resolution;
    fine = new Canvas(Math.max(32, Math.min(FINE, resolution)));
  }

  /**
   * Paints the whole crop.
   *
   * @param rgb receives planar linear RGB
   */
  void paint(Backdrop backdrop, float[] rgb) {
    Canvas canvas = backdrop.blur() * COARSE > 1.2f ? coarse : fine;
    BackdropScene.paint(backdrop, canvas);
    float blur = Math.max(LEAST_BLUR, backdrop.blur() * canvas.size);
    int area = resolution * resolution;
    for (int c = 0; c < 3; c++) {
      float[] plane = canvas.planes[c];
      lens.gaussian(plane, canvas.size, blur);
      float light = backdrop.light()[c];
      for (int i = 0; i < plane.length; i++) {
        plane[i] *= light;
      }
      Resampling.BILINEAR.resize(plane, canvas.size, rgb, c * area, resolution);
    }
  }
}
