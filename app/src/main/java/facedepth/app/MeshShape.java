package facedepth.app;

import facedepth.geometry.ReliefPlate;
import facedepth.inference.LengthScale;
import facedepth.inference.MeshRecipe;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the command line says about meshes.
 *
 * @param recipe how they are built
 * @param scale the size of a crop width, empty where files are to count crop widths
 */
record MeshShape(MeshRecipe recipe, Optional<LengthScale> scale) {
  private static final double PLATE_MILLIMETRES = 2;

  /** What is asked for, of any face. */
  static MeshShape of(MeshShapeOptions options, MeshRecipe base) {
    return of(options, base, UnaryOperator.identity());
  }

  /**
   * What is asked for.
   *
   * @param base what is not said
   * @param scaling makes of what is known of all faces' scales what is known of this one's
   * @throws IllegalArgumentException if an option makes no sense; the message says which
   */
  static MeshShape of(
      MeshShapeOptions options, MeshRecipe base, UnaryOperator<LengthScale> scaling) {
    if (options.isSolid() && options.relief() != null) {
      throw new IllegalArgumentException("--solid and --relief are two different things: give one");
    }
    if (options.isMedal() && options.relief() == null) {
      throw new IllegalArgumentException("--plate is of no use without --relief");
    }
    Optional<LengthScale> scale = scale(options).map(scaling);
    MeshRecipe recipe = base;
    if (options.detail() != 0) {
      recipe = named("--detail", () -> base.withDetail(options.detail()));
    }
    if (options.maximumTriangles() != null) {
      int most = options.maximumTriangles();
      if (most < 4) {
        throw new IllegalArgumentException("--max-triangles " + most + " is less than 4");
      }
      recipe = recipe.withMaximumTriangles(most);
    }
    if (options.isSolid()) {
      recipe = recipe.withForm(new MeshRecipe.Solid(MeshRecipe.Solid.DEFAULT_THICKNESS));
    } else if (options.relief() != null) {
      recipe = recipe.withForm(relief(options, scale.orElseThrow()));
    }
    return new MeshShape(recipe, scale);
  }

  private static MeshRecipe.Relief relief(MeshShapeOptions options, LengthScale scale) {
    ReliefPlate.Shape shape = options.isMedal() ? ReliefPlate.Shape.MEDAL : ReliefPlate.Shape.TILE;
    return named(
        "--relief",
        () ->
            new MeshRecipe.Relief(
                scale.cropWidths(options.relief()), scale.cropWidths(PLATE_MILLIMETRES), shape));
  }

  private static Optional<LengthScale> scale(MeshShapeOptions options) {
    if (options.eyeDistance() != null) {
      return Optional.of(
          named("--eye-distance", () -> LengthScale.ofEyeDistance(options.eyeDistance())));
    }
    return options.isInMillimetres() ? Optional.of(LengthScale.ofAdult()) : Optional.empty();
  }

  private static <T> T named(String option, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }
}
