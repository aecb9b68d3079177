package facedepth.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The depth network of the origin: ELEKTRONN3's {@code UNet} with {@code
 * up_mode='resizeconv_linear'}, batch normalisation before every rectifier, zero padding, and grid
 * attention on its skip connections. Its convolutional shape is that of Ronneberger et al. 2015,
 * its gates those of Oktay et al. 2018. Takes any height and width for which the deepest gate finds
 * a 2x2 patch (9 and up with five blocks). With patches, which the origin has not, it works on
 * squares of pixels: see {@link AttentionUNetConfig#patch}.
 */
public final class AttentionUNet implements Network {
  /** As the command line calls it. */
  public static final String ARCHITECTURE = "attention-unet";

  private final AttentionUNetConfig config;
  private final Optional<Conv2d> stem;
  private final List<DownBlock> down = new ArrayList<>();
  private final List<List<ResidualBlock>> residuals = new ArrayList<>();
  private final List<UpBlock> up = new ArrayList<>();
  private final Conv2d last;
  private final Optional<FineDetail> detail;
  private final Optional<PlaneHead> plane;
  private final List<Parameter> parameters;

  /** Puts the network together. */
  public AttentionUNet(AttentionUNetConfig config) {
    this.config = config;
    ParameterSpace space = new ParameterSpace();
    int patch = config.patch();
    stem =
        patch == 1
            ? Optional.empty()
            : Optional.of(
                Conv2d.patches(
                    space.child("stem"), config.inChannels(), config.startFilters(), patch));
    int entering = patch == 1 ? config.inChannels() : config.startFilters();
    for (int i = 0; i < config.blocks(); i++) {
      int in = i == 0 ? entering : config.width(i - 1);
      down.add(new DownBlock(space.child("down_convs." + i), in, config.width(i)));
    }
    for (int i = 0; i < config.blocks(); i++) {
      String name = i < config.blocks() - 1 ? "refine." + i : "deep";
      residuals.add(residuals(space.child(name), config.residuals(i), config.width(i)));
    }
    for (int j = 0; j < config.blocks() - 1; j++) {
      int below = config.blocks() - 1 - j;
      up.add(
          new UpBlock(
              space.child("up_convs." + j),
              config.width(below),
              config.width(below - 1),
              config.attention()));
    }
    last = Conv2d.pointwise(space.child("conv_final"), config.startFilters(), config.outChannels());
    detail =
        config.detail() == 0
            ? Optional.empty()
            : Optional.of(new FineDetail(space.child("detail"), config));
    plane =
        config.plane() == 0
            ? Optional.empty()
            : Optional.of(
                new PlaneHead(
                    space.child("plane"),
                    config.width(config.blocks() - 1),
                    config.plane(),
                    config.corners(),
                    config.outChannels()));
    parameters = space.declared();
  }

  private static List<ResidualBlock> residuals(ParameterSpace space, int count, int channels) {
    List<ResidualBlock> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(new ResidualBlock(space.child(Integer.toString(i)), channels));
    }
    return blocks;
  }

  public AttentionUNetConfig config() {
    return config;
  }

  @Override
  public String architecture() {
    return ARCHITECTURE;
  }

  @Override
  public int inChannels() {
    return config.inChannels();
  }

  @Override
  public int outChannels() {
    return config.outChannels();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public <V> V apply(Ops<V> ops, V image) {
    List<V> skips = new ArrayList<>();
    V x = stem.isPresent() ? ops.conv2d(stem.get(), image) : image;
    for (int i = 0; i < down.size(); i++) {
      x = down.get(i).apply(ops, x);
      for (ResidualBlock block : residuals.get(i)) {
        x = block.apply(ops, x);
      }
      if (i < down.size() - 1) {
        skips.add(x);
        x = ops.maxPool2x2(x);
      }
    }
    V deepest = x;
    for (int j = 0; j < up.size(); j++) {
      x = up.get(j).apply(ops, skips.get(skips.size() - 1 - j), x);
    }
    V answer = ops.conv2d(last, x);
    for (int patch = config.patch(); patch > 1; patch /= 2) {
      answer = ops.upsample2x(answer);
    }
    if (detail.isPresent()) {
      answer = ops.add(answer, detail.get().apply(ops, x, image));
    }
    return plane.isPresent() ? ops.add(answer, plane.get().apply(ops, deepest, answer)) : answer;
  }
}
