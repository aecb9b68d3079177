package facedepth.synthesis;

import facedepth.geometry.CropCamera;
import facedepth.geometry.CropRule;
import facedepth.geometry.DepthMap;

/**
 * An endless supply of synthetic faces, with a few pictures among them that show none, or the edge
 * of one, so that a network learns to say so. Sample {@code index} depends only on the seed and the
 * index, whoever renders it and in whatever order.
 *
 * <p>An instance holds scratch memory and belongs to one thread; {@link #forAnotherThread} shares
 * the head.
 */
public final class FaceGenerator {
  private static final int COARSE = 64;
  private static final float COARSE_WINDOW = 46; // centimetres at the head's centre
  private static final int SUPERSAMPLING = 2;
  private static final double FACELESS = 0.07; // share of samples that teach what is no face
  private static final int TYPICAL_FACE = 420; // coarse pixels
  private static final int SMALLEST_FACE = 90; // coarse pixels; below, the face is not to be seen

  private final HeadAssets assets;
  private final int resolution;
  private final long seed;
  private final SceneBuilder builder;
  private final PhotoShader shader;
  private final Fragments coarse = new Fragments(COARSE);
  private final byte[] coarseKind = new byte[COARSE * COARSE];
  private final Fragments fine;
  private final byte[] kind;
  private final float[] colour;
  private final Degradation degradation;

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
    this.resolution = resolution;
    this.seed = seed;
    builder = new SceneBuilder(assets);
    shader = new PhotoShader(assets);
    int fineSize = resolution * SUPERSAMPLING;
    fine = new Fragments(fineSize);
    kind = new byte[fineSize * fineSize];
    colour = new float[3 * fineSize * fineSize];
    degradation = new Degradation(resolution);
  }

  /** The same supply for use by another thread, possibly at another resolution. */
  public FaceGenerator forAnotherThread(int otherResolution) {
    return new FaceGenerator(assets, otherResolution, seed);
  }

  /** Renders sample {@code index}. */
  public SyntheticFace face(long index) {
    return draw(index, false);
  }

  /**
   * Renders sample {@code index} as a portrait to be looked at: turned little, framed with room
   * around the head, nothing in front of the face, the picture not degraded.
   */
  public SyntheticFace portrait(long index) {
    return draw(index, true);
  }

  private SyntheticFace draw(long index, boolean portrait) {
    Dice dice = new Dice(seed, index);
    while (true) {
      SyntheticFace face = attempt(dice, portrait);
      if (face != null) {
        return face;
      }
    }
  }

  private SyntheticFace attempt(Dice dice, boolean portrait) {
    Appearance look = Appearance.draw(dice);
    Hairstyle hairstyle = Hairstyle.draw(dice);
    boolean faceless = !portrait && dice.chance(FACELESS);
    boolean fromBehind = faceless && dice.chance(0.4);
    HeadPose drawn = HeadPose.draw(dice);
    if (fromBehind) {
      drawn = new HeadPose(180 + 0.6 * drawn.yaw(), drawn.pitch(), drawn.roll());
    }
    HeadPose pose =
        portrait ? new HeadPose(drawn.yaw() / 4, drawn.pitch() / 4, drawn.roll() / 4) : drawn;
    FacePainter painter = new FacePainter(assets.atlas(), look, hairstyle);
    HairPattern hair = new HairPattern(hairstyle);
    builder.build(painter, look, hairstyle, pose, dice);
    int range = dice.below(4);
    float distance =
        range == 0
            ? dice.uniform(30, 60)
            : range < 3 ? dice.uniform(60, 160) : dice.logUniform(160, 500);
    float coarseFocal = distance / COARSE_WINDOW;
    coarse.draw(builder, false, 0, 0, distance, coarseFocal);
    shader.classify(coarse, builder.scene(), hair, coarseKind);
    double area = 0;
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < coarseKind.length; i++) {
      if (coarseKind[i] == PhotoShader.FACE) {
        area++;
        sumX += i % COARSE;
        sumY += i / COARSE;
      }
    }
    if (area < SMALLEST_FACE) {
      if (!fromBehind) {
        return null;
      }
      // As large as a face would be, about the middle of the head.
      area = TYPICAL_FACE;
      sumX = area * (COARSE - 1) / 2;
      sumY = sumX;
    }
    // The crop's side and centre as tangents of angles from the camera's axis.
    double pixel = 1.0 / (coarseFocal * COARSE);
    boolean careless = dice.chance(0.3);
    double loosen =
        portrait ? 1.4 : careless ? dice.uniform(0.72f, 1.5f) : Math.exp(dice.normal(0, 0.07f));
    double side = CropRule.SIDE_PER_ROOT_AREA * Math.sqrt(area) * pixel * loosen;
    float wander = portrait ? 0 : careless ? 0.09f : 0.03f;
    double centreX = (sumX / area - (COARSE - 1) / 2.0) * pixel + dice.normal(0, wander) * side;
    double centreY = (sumY / area - (COARSE - 1) / 2.0) * pixel + dice.normal(0, wander) * side;
    if (faceless && !fromBehind) {
      // Past the face: shoulders, hair, background, at most the edge of a cheek.
      double away = side * dice.uniform(0.75f, 1.4f);
      double direction = dice.uniform(0, (float) (2 * Math.PI));
      centreX += away * Math.cos(direction);
      centreY += away * Math.sin(direction);
    }
    float focal = (float) (1 / side);
    float shiftX = (float) (-centreX * distance);
    float shiftY = (float) (-centreY * distance);
    fine.draw(builder, true, shiftX, shiftY, distance, focal);
    shader.classify(fine, builder.scene(), hair, kind);
    LightRig rig = LightRig.draw(dice);
    shader.shade(
        fine,
        builder,
        painter,
        look,
        hair,
        rig,
        Appearance.colour(dice),
        dice.chance(0.3) ? dice.uniform(0.4f, 0.97f) : dice.uniform(0, 0.12f),
        kind,
        colour);
    Occluder occluder = !portrait && dice.chance(0.1) ? new Occluder(dice, look) : null;
    return compose(dice, look, pose, focal, new Backdrop(dice), occluder, portrait, faceless);
  }

  private SyntheticFace compose(
      Dice dice,
      Appearance look,
      HeadPose pose,
      float focal,
      Backdrop backdrop,
      Occluder occluder,
      boolean portrait,
      boolean faceless) {
    int area = resolution * resolution;
    float[] rgb = new float[3 * area];
    float[] cameraZ = new float[area];
    float[] background = new float[3];
    double faceLight = 0;
    int facePixels = 0;
    int fineSize = resolution * SUPERSAMPLING;
    float[] fineDepth = fine.solid.depth();
    for (int pixel = 0; pixel < area; pixel++) {
      int column = pixel % resolution;
      int row = pixel / resolution;
      float u = (column + 0.5f) / resolution - 0.5f;
      float v = (row + 0.5f) / resolution - 0.5f;
      float red = 0;
      float green = 0;
      float blue = 0;
      float z = 0;
      int face = 0;
      int empty = 0;
      for (int s = 0; s < SUPERSAMPLING * SUPERSAMPLING; s++) {
        int at =
            (SUPERSAMPLING * row + s / SUPERSAMPLING) * fineSize
                + SUPERSAMPLING * column
                + s % SUPERSAMPLING;
        if (kind[at] == PhotoShader.BACKGROUND) {
          empty++;
          continue;
        }
        red += colour[3 * at];
        green += colour[3 * at + 1];
        blue += colour[3 * at + 2];
        if (kind[at] == PhotoShader.FACE) {
          face++;
          z += fineDepth[at];
        }
      }
      if (empty > 0) {
        backdrop.colour(u, v, background);
        red += empty * background[0];
        green += empty * background[1];
        blue += empty * background[2];
      }
      float share = 1f / (SUPERSAMPLING * SUPERSAMPLING);
      rgb[pixel] = red * share;
      rgb[area + pixel] = green * share;
      rgb[2 * area + pixel] = blue * share;
      boolean covered = occluder != null && occluder.cover(u, v, pixel, area, rgb);
      cameraZ[pixel] = Float.NaN;
      if (face * 2 >= SUPERSAMPLING * SUPERSAMPLING && !covered) {
        cameraZ[pixel] = z / face;
        faceLight += rgb[pixel] * 0.3 + rgb[area + pixel] * 0.6 + rgb[2 * area + pixel] * 0.1;
        facePixels++;
      }
    }
    if (faceless) {
      faceLight = 0;
      facePixels = area;
      for (int i = 0; i < area; i++) {
        faceLight += rgb[area + i];
      }
    } else if (facePixels < area / 40) {
      return null;
    }
    expose(rgb, (float) (faceLight / facePixels), look, dice);
    if (portrait) {
      Degradation.develop(rgb);
    } else {
      degradation.apply(rgb, dice);
    }
    return new SyntheticFace(
        resolution, rgb, inCropWidths(cameraZ, focal), new CropCamera(focal), pose);
  }

  /** Dark skin stays darker than light skin, but the camera meters the face. */
  private static void expose(float[] rgb, float faceLight, Appearance look, Dice dice) {
    float tone = 0.3f * look.skin()[0] + 0.6f * look.skin()[1] + 0.1f * look.skin()[2];
    float target = 0.34f * (float) Math.pow(tone / 0.4, dice.uniform(0.25f, 0.8f));
    target *= dice.logUniform(0.45f, 1.7f);
    float gain = target / Math.max(1e-4f, faceLight);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] *= gain;
    }
  }

  /** Depth by design: {@code d = (z - z0) / w} with {@code w = z0 / phi}. */
  private DepthMap inCropWidths(float[] cameraZ, float focal) {
    DepthMap z = new DepthMap(resolution, resolution, cameraZ);
    float median = z.median();
    float perCropWidth = focal / median;
    float[] d = new float[cameraZ.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = (cameraZ[i] - median) * perCropWidth;
    }
    return new DepthMap(resolution, resolution, d);
  }
}
