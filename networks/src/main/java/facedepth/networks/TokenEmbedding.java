package facedepth.networks;

/**
 * What makes tokens of an image's pixels: a class token, and a vector for each position; leaf of a
 * network.
 */
public final class TokenEmbedding {
  private static final Initial INITIAL = new Initial(0, 0.02);

  private final String name;
  private final int channels;
  private final int gridSide;
  private final Parameter classToken;
  private final Parameter positions;

  /**
   * Declares its weights.
   *
   * @param gridSide positions are learnt for an image of this height and width
   */
  TokenEmbedding(ParameterSpace space, int channels, int gridSide) {
    this.name = space.moduleName();
    this.channels = channels;
    this.gridSide = gridSide;
    this.classToken = space.declare("cls_token", Parameter.Role.TRAINED, INITIAL, 1, 1, channels);
    this.positions =
        space.declare(
            "pos_embed",
            Parameter.Role.TRAINED,
            INITIAL,
            1,
            1 + (long) gridSide * gridSide,
            channels);
  }

  /** The module's name, such as {@code pretrained.model}. */
  public String name() {
    return name;
  }

  public int channels() {
    return channels;
  }

  /** Height and width of the grid of learnt positions. */
  public int gridSide() {
    return gridSide;
  }

  /** [1, 1, channels]. */
  public Parameter classToken() {
    return classToken;
  }

  /** [1, 1 + gridSide^2, channels]: that of the class token, then the grid's row by row. */
  public Parameter positions() {
    return positions;
  }
}
