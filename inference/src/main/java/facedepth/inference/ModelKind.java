package facedepth.inference;

/** What a model answers. */
public enum ModelKind {
  /**
   * A model of this product: depth in crop widths and the logits of the face mask, for a square
   * crop of one face.
   */
  FACE,
  /** Any other network from a picture to depth, see {@link DepthMeaning}. */
  RAW
}
