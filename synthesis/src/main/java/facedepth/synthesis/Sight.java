package facedepth.synthesis;

import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.SurfacePoint;

/**
 * What single samples of one scene show. A <em>look</em> is a number by which two samples can be
 * told to show the same kind of surface.
 */
@SuppressWarnings("EnumOrdinal") // looks live no longer than a picture
final class Sight {
  /** The look of a sample that shows nothing of the scene. */
  static final int BACKGROUND = 0;

  /** The part of a look that can be seen. */
  static final int VISIBLE = 0xffff;

  /** The part of a look that says that hair was cut away before it. */
  static final int CUT = 1 << 16;

  private static final int WORN_SHIFT = 8;
  private static final int SURFACE = (1 << WORN_SHIFT) - 1;
  private static final Material[] MATERIALS = Material.values();
  private static final int HAIR = 1 + Material.HAIR.ordinal();

  /** How hair is told from the holes in it. */
  enum Strands {
    /** By the hair's pattern. */
    ASK,
    /** There is hair. */
    COVERED,
    /** There is a hole. */
    OPEN
  }

  private final Fragments fragments;
  private final SceneMesh scene;
  private final byte[] materials;
  private final HairPattern hair;
  private final FaceAtlas atlas;
  private final boolean hasHair;
  private final boolean hasWorn;
  private final SurfacePoint spot = new SurfacePoint();
  private final SurfacePoint wornSpot = new SurfacePoint();
  private float depth;

  Sight(Fragments fragments, SceneMesh scene, HairPattern hair, FaceAtlas atlas) {
    this.fragments = fragments;
    this.scene = scene;
    materials = scene.materialOrdinals();
    this.hair = hair;
    this.atlas = atlas;
    hasHair = !fragments.hair.isEmpty();
    hasWorn = !fragments.worn.isEmpty();
  }

  /** What a sample shows; {@link #depth} is that surface's then. */
  int look(int column, int row, Strands strands) {
    int at = row * fragments.size() + column;
    int look = BACKGROUND;
    depth = fragments.solid.depth(at);
    boolean isHair = false;
    if (hasHair) {
      float sheet = fragments.hair.depth(at);
      if (sheet < depth) {
        isHair =
            strands == Strands.COVERED || (strands == Strands.ASK && isStrand(at, column, row));
        if (isHair) {
          look = HAIR;
          depth = sheet;
        } else {
          look = CUT;
        }
      }
    }
    int triangle = fragments.solid.triangle(at);
    if (!isHair && triangle >= 0) {
      look |= 1 + materials[triangle];
    }
    if (hasWorn && fragments.worn.depth(at) < depth && (look & SURFACE) != BACKGROUND) {
      look |= 1 + materials[fragments.worn.triangle(at)] << WORN_SHIFT;
    }
    return look;
  }

  /**
   * What a whole row of samples shows if no hair were cut away.
   *
   * @param looks receives a look a sample
   * @param depths receives camera z a sample
   */
  void look(int row, int[] looks, float[] depths) {
    FragmentBuffer solid = fragments.solid;
    int size = fragments.size();
    int start = row * size;
    for (int i = 0; i < size; i++) {
      int triangle = solid.triangle(start + i);
      depths[i] = solid.depth(start + i);
      looks[i] = triangle < 0 ? BACKGROUND : 1 + materials[triangle];
    }
    if (hasHair) {
      for (int i = 0; i < size; i++) {
        float sheet = fragments.hair.depth(start + i);
        if (sheet < depths[i]) {
          depths[i] = sheet;
          looks[i] = HAIR;
        }
      }
    }
    if (hasWorn) {
      for (int i = 0; i < size; i++) {
        if (fragments.worn.depth(start + i) < depths[i] && looks[i] != BACKGROUND) {
          looks[i] |= 1 + materials[fragments.worn.triangle(start + i)] << WORN_SHIFT;
        }
      }
    }
  }

  private boolean isStrand(int at, int column, int row) {
    locate(fragments.hair, at, column, row);
    return hair.covers(coordinate(0), coordinate(1), coordinate(2));
  }

  /** Camera z of the surface that was looked at last, positive infinity for the background. */
  float depth() {
    return depth;
  }

  /** Whether a look is hair. */
  static boolean isHair(int look) {
    return (look & SURFACE) == HAIR;
  }

  /** The material of a look that is not the background. */
  static Material material(int look) {
    return MATERIALS[(look & SURFACE) - 1];
  }

  /** Whether something worn lies before the surface. */
  static boolean isBehindWorn(int look) {
    return (look & VISIBLE) >> WORN_SHIFT != 0;
  }

  /** The material of what is worn before the surface. */
  static Material worn(int look) {
    return MATERIALS[((look & VISIBLE) >> WORN_SHIFT) - 1];
  }

  /** Finds the exact place of what a sample with a look other than background shows. */
  SurfacePoint locate(int look, int column, int row) {
    int at = row * fragments.size() + column;
    locate(isHair(look) ? fragments.hair : fragments.solid, at, column, row);
    depth = spot.depth();
    return spot;
  }

  /**
   * Finds the exact place on what is worn before the surface that a sample shows; what lies behind
   * stays located.
   */
  SurfacePoint locateWorn(int column, int row) {
    int triangle = fragments.worn.triangle(row * fragments.size() + column);
    wornSpot.locate(fragments.screen, scene.triangles(), triangle, column, row);
    return wornSpot;
  }

  /** A coordinate at the place on what is worn that was located last. */
  float wornCoordinate(int axis) {
    return wornSpot.interpolate(scene.coordinate, 3, axis);
  }

  private void locate(FragmentBuffer buffer, int at, int column, int row) {
    spot.locate(fragments.screen, scene.triangles(), buffer.triangle(at), column, row);
  }

  /** A coordinate of the neutral head at the place that was located last. */
  float coordinate(int axis) {
    return spot.interpolate(scene.coordinate, 3, axis);
  }

  /** Whether a sample shows face. */
  boolean seesFace(int column, int row) {
    int look = look(column, row, Strands.ASK);
    if ((look & VISIBLE) == BACKGROUND || isHair(look)) {
      return false;
    }
    locate(look, column, row);
    return isFace(look);
  }

  /** Whether the place that was located last is face. */
  boolean isFace(int look) {
    return switch (material(look)) {
      case EYE, TEETH, GUMS, MOUTH -> true;
      case SKIN -> atlas.isFace(coordinate(0), coordinate(1), coordinate(2));
      default -> false;
    };
  }
}
