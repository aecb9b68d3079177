package facedepth.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An endless supply of synthetic faces, with a few pictures among them that show none, or the edge
 * of one, so that a network learns to say so. Sample {@code index} depends only on the seed and the
 * index, whoever renders it and in whatever order.
 *
 * <p>An instance holds scratch memory and belongs to one thread; {@link #forAnotherThread} shares
 * the head.
 */
public final class FaceGenerator {
  private static final int BYSTANDER_RESOLUTION = 64;

  private final HeadAssets assets;
  private final long seed;
  private final SceneBuilder builder;
  private final Framing framing;
  private final Fragments fragments;
  private final Illumination illumination = new Illumination();
  private final PixelSampler sampler;
  private final Compositor compositor;
  private Sight sight; // of the last rendered sample
  private Framing.Frame frame; // of the same
  private FaceGenerator bystanders; // made when the first is wanted

  /**
   * A supply of faces from one head model.
   *
   * @param resolution side of the pictures in pixels, even, 16 to 1024
   */
  public FaceGenerator(HeadModel head, int resolution, long seed) {
    this(HeadAssets.of(head), resolution, seed);
  }

  private FaceGenerator(HeadAssets assets, int resolution, long seed) {
    if (resolution < 16 || resolution > 1024 || resolution % 2 != 0) {
      throw new IllegalArgumentException(
          "resolution " + resolution + " is not an even number from 16 to 1024");
    }
    this.assets = assets;
    this.seed = seed;
    builder = new SceneBuilder(assets);
    framing = new Framing(assets.atlas());
    fragments = new Fragments(PixelSampler.samples(resolution), 2 * resolution);
    sampler = new PixelSampler(resolution);
    compositor = new Compositor(resolution);
  }

  /** The same supply for use by another thread, possibly at another resolution. */
  public FaceGenerator forAnotherThread(int otherResolution) {
    return new FaceGenerator(assets, otherResolution, seed);
  }

  /** Another supply of faces from the same head, which is looked into only once. */
  public FaceGenerator withSeed(long otherSeed) {
    return new FaceGenerator(assets, compositor.resolution(), otherSeed);
  }

  /** Renders sample {@code index}. */
  public SyntheticFace face(long index) {
    return draw(index, 1, UnaryOperator.identity(), false).get(0);
  }

  /** Renders sample {@code index} of a supply in which every picture shows a face. */
  public SyntheticFace certainFace(long index) {
    return draw(index, 1, UnaryOperator.identity(), true).get(0);
  }

  /**
   * Renders {@link #certainFace} as a good camera takes it: same person, pose, light and things
   * before the face, but camera and storage do nothing to the picture.
   */
  public SyntheticFace cleanFace(long index) {
    return draw(index, 1, FaceRecipe::withoutFaults, true).get(0);
  }

  /**
   * Several pictures of the scene of sample {@code index}: the same person before the same camera,
   * each picture with a background and camera faults of its own. The first is {@link #face}. They
   * cost little more than one: most of the time of a sample goes into its scene.
   *
   * @param count at least 1
   */
  public List<SyntheticFace> takes(long index, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("there must be a take at least, not " + count);
    }
    return draw(index, count, UnaryOperator.identity(), false);
  }

  /**
   * Camera z in centimetres of all that the last rendered sample shows at the centres of pixels,
   * row-major: hair, body and what is before the face too; NaN for the background.
   *
   * @throws IllegalStateException if nothing has been rendered yet
   */
  public float[] sceneDepth() {
    if (sight == null) {
      throw new IllegalStateException("there is no sample yet whose depth could be told");
    }
    return SceneDepth.of(sight, compositor.resolution());
  }

  /**
   * Renders sample {@code index} as a portrait to be looked at: turned little, framed with room
   * around the head, nothing in front of the face, the picture not degraded.
   */
  public SyntheticFace portrait(long index) {
    return draw(index, 1, FaceRecipe::forPortrait, false).get(0);
  }

  /**
   * Renders {@link #portrait(long)} of sample {@code index} in the light of another sample: the
   * same person before other lamps.
   */
  public SyntheticFace portrait(long index, long lightOf) {
    LightRig light = FaceRecipe.draw(seed, lightOf, 0).light();
    return draw(index, 1, recipe -> recipe.forPortrait().asBystander(light), false).get(0);
  }

  private List<SyntheticFace> draw(
      long index, int takes, UnaryOperator<FaceRecipe> change, boolean certain) {
    for (int attempt = 0; ; attempt++) {
      FaceRecipe recipe = FaceRecipe.draw(seed, index, attempt);
      if (certain && recipe.viewpoint().subject() != Viewpoint.Subject.FACE) {
        continue;
      }
      List<SyntheticFace> faces = render(change.apply(recipe), takes);
      if (!faces.isEmpty()) {
        return faces;
      }
    }
  }

  /** The picture of a recipe; null if it shows too little of the face that it is to show. */
  SyntheticFace render(FaceRecipe recipe) {
    List<SyntheticFace> faces = render(recipe, 1);
    return faces.isEmpty() ? null : faces.get(0);
  }

  /** Pictures of a recipe; none if it shows too little of the face that it is to show. */
  private List<SyntheticFace> render(FaceRecipe recipe, int takes) {
    Picture picture = see(recipe);
    if (picture == null) {
      return List.of();
    }
    Picture other = null;
    if (recipe.bystander() != null) {
      if (bystanders == null) {
        bystanders = forAnotherThread(BYSTANDER_RESOLUTION);
      }
      other = bystanders.see(recipe.bystander().recipe(recipe.light()));
    }
    float[] landmarks =
        Landmarks.project(assets.head(), builder.scene(), frame, compositor.resolution());
    List<SyntheticFace> faces = new ArrayList<>();
    for (int take = 0; take < takes; take++) {
      Picture own = take < takes - 1 ? picture.withOwnLight() : picture;
      SyntheticFace face = compositor.compose(recipe.take(take), frame, landmarks, own, other);
      if (face == null) {
        return List.of();
      }
      faces.add(face);
    }
    return faces;
  }

  /** A person without a background; null if the face is hardly to be seen. */
  private Picture see(FaceRecipe recipe) {
    PersonPainter painter = PersonPainter.of(recipe, assets.atlas());
    builder.build(recipe, painter.face());
    SceneMesh scene = builder.scene();
    frame = framing.frame(recipe.viewpoint(), scene, painter.hair());
    if (frame == null) {
      return null;
    }
    fragments.draw(scene, frame, false);
    illumination.prepare(recipe.light(), scene, frame);
    sight = new Sight(fragments, scene, painter.hair(), assets.atlas());
    PhotoShader shader = new PhotoShader(assets, fragments, scene, sight, painter, illumination);
    return sampler.sample(fragments, sight, shader);
  }
}
