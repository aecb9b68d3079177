package facedepth.geometry;

/**
 * Where a depth map's pixels lie in a texture image.
 *
 * @param depthToImage from depth-map pixels to image pixels, pixel centres at integers in both
 * @param imageWidth columns of the texture image
 * @param imageHeight rows of the texture image
 */
public record TextureMapping(AffineMap depthToImage, int imageWidth, int imageHeight) {

  /** Refuses empty images. */
  public TextureMapping {
    if (imageWidth < 1 || imageHeight < 1) {
      throw new IllegalArgumentException(
          "texture image of " + imageWidth + "x" + imageHeight + " pixels is empty");
    }
  }

  /** For an image that shows exactly what the depth map shows, whatever the size of either. */
  public static TextureMapping stretched(
      int depthWidth, int depthHeight, int imageWidth, int imageHeight) {
    double scaleX = (double) imageWidth / depthWidth;
    double scaleY = (double) imageHeight / depthHeight;
    return new TextureMapping(
        new AffineMap(scaleX, 0, (scaleX - 1) / 2, 0, scaleY, (scaleY - 1) / 2),
        imageWidth,
        imageHeight);
  }

  /**
   * The map from depth-map pixels to texture coordinates: u right, v down, 0 and 1 at the outer
   * edges of the image.
   */
  AffineMap toTexture() {
    AffineMap pixelsToUnit =
        new AffineMap(
            1.0 / imageWidth, 0, 0.5 / imageWidth, 0, 1.0 / imageHeight, 0.5 / imageHeight);
    return pixelsToUnit.after(depthToImage);
  }
}
