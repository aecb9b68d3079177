package facedepth.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dense prediction transformer (Ranftl et al. 2021, "Vision transformers for dense prediction"), as
 * in MiDaS v3: a vision transformer over patches of 16x16 pixels, or over a ResNet's answer at that
 * stride, whose tokens become images at four resolutions again, which a convolutional decoder joins
 * from coarse to fine. Height and width are multiples of 16; MiDaS v3 itself wants 32, its v3.1 and
 * this one also take odd multiples of 16.
 *
 * <p>MiDaS's released weights answer inverse depth up to a scale and a shift.
 */
public final class Dpt implements Network {
  /** Pixels on each side of a patch. */
  static final int PATCH = 16;

  private static final int IN_CHANNELS = 3;

  /** Channels of the head at full resolution. */
  private static final int HEAD_FEATURES = 32;

  /** Classes of the unused classifier: ImageNet's. */
  private static final int CLASSES = 1000;

  private final DptConfig config;
  private final TokenEmbedding embedding;
  private final Optional<ResNetBackbone> backbone;
  private final Conv2d patchProjection;
  private final List<TransformerBlock> blocks = new ArrayList<>();
  private final List<Reassemble> reassembles = new ArrayList<>();
  private final List<Conv2d> entries = new ArrayList<>();
  private final List<FusionBlock> fusions = new ArrayList<>();
  private final Conv2d head0;
  private final Conv2d head2;
  private final Conv2d head4;
  private final List<Parameter> parameters;

  /** Puts the network together. */
  public Dpt(DptConfig config) {
    this.config = config;
    ParameterSpace space = new ParameterSpace();
    int width = config.width();
    int features = config.features();

    ParameterSpace transformer = space.child("pretrained.model");
    embedding = new TokenEmbedding(transformer, width, config.gridSide());
    ParameterSpace patches = transformer.child("patch_embed");
    backbone =
        config
            .resnet()
            .map(resnet -> new ResNetBackbone(patches.child("backbone"), resnet, IN_CHANNELS));
    ParameterSpace projection = patches.child("proj");
    patchProjection =
        config
            .resnet()
            .map(resnet -> Conv2d.pointwise(projection, resnet.outChannels(2), width))
            .orElseGet(() -> Conv2d.biasedPatches(projection, IN_CHANNELS, width, PATCH));
    Heads heads = new Heads(config.heads(), width / config.heads());
    for (int i = 0; i < config.blocks(); i++) {
      blocks.add(new TransformerBlock(transformer.child("blocks." + i), heads));
    }
    if (config.unusedEntries()) {
      declareUnused(transformer.child("norm"), width);
      declareUnused(transformer.child("head"), CLASSES, width);
    }
    for (int level = 4 - config.hooks().size(); level < 4; level++) {
      reassembles.add(
          new Reassemble(
              space.child("pretrained.act_postprocess" + (level + 1)),
              width,
              config.reassembled().get(level),
              level));
    }
    ParameterSpace scratch = space.child("scratch");
    for (int level = 0; level < 4; level++) {
      entries.add(
          Conv2d.same3x3Unbiased(
              scratch.child("layer" + (level + 1) + "_rn"),
              config.reassembled().get(level),
              features));
    }
    for (int level = 0; level < 4; level++) {
      ParameterSpace fusion = scratch.child("refinenet" + (level + 1));
      fusions.add(
          level < 3
              ? FusionBlock.joining(fusion, features)
              : FusionBlock.coarsest(fusion, features, config.unusedEntries()));
    }
    head0 = Conv2d.same3x3(scratch.child("output_conv.0"), features, features / 2);
    head2 = Conv2d.same3x3(scratch.child("output_conv.2"), features / 2, HEAD_FEATURES);
    head4 =
        Conv2d.quietPointwise(scratch.child("output_conv.4"), HEAD_FEATURES, config.outChannels());
    parameters = space.declared();
  }

  private static void declareUnused(ParameterSpace space, long... shape) {
    space.declare("weight", Parameter.Role.UNUSED, Initial.ZEROS, shape);
    space.declare("bias", Parameter.Role.UNUSED, Initial.ZEROS, shape[0]);
  }

  public DptConfig config() {
    return config;
  }

  @Override
  public String architecture() {
    return config.architecture();
  }

  @Override
  public int inChannels() {
    return IN_CHANNELS;
  }

  @Override
  public int outChannels() {
    return config.outChannels();
  }

  @Override
  public int sizeMultiple() {
    return PATCH;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public <V> V apply(Ops<V> ops, V image) {
    List<V> layers = encoded(ops, image);
    for (int level = 0; level < 4; level++) {
      layers.set(level, ops.conv2d(entries.get(level), layers.get(level)));
    }
    V path = fusions.get(3).apply(ops, layers.get(3), layers.get(2));
    path = fusions.get(2).apply(ops, path, layers.get(2), layers.get(1));
    path = fusions.get(1).apply(ops, path, layers.get(1), layers.get(0));
    path = fusions.get(0).applyTwofold(ops, path, layers.get(0));
    V x = ops.stretch2x(ops.conv2d(head0, path)); // no rectifier before, nor after
    V answer = ops.conv2d(head4, ops.reluOverwriting(ops.conv2d(head2, x)));
    return config.nonNegative() ? ops.reluOverwriting(answer) : answer;
  }

  /** Images at 1/4, 1/8, 1/16 and 1/32 of the resolution. */
  private <V> List<V> encoded(Ops<V> ops, V image) {
    List<V> layers = new ArrayList<>();
    V coarse = image;
    if (backbone.isPresent()) {
      List<V> stages = backbone.get().apply(ops, image);
      layers.add(stages.get(0));
      layers.add(stages.get(1));
      coarse = stages.get(2);
    }
    V patches = ops.conv2d(patchProjection, coarse);
    V x = ops.tokens().embed(embedding, patches);
    for (int i = 0; i < blocks.size(); i++) {
      x = blocks.get(i).apply(ops, x);
      int taken = config.hooks().indexOf(i);
      if (taken >= 0) {
        layers.add(reassembles.get(taken).apply(ops, x, patches));
      }
    }
    return layers;
  }
}
