package facedepth.synthesis;

/**
 * Everyone who paints one person.
 *
 * @param glasses null without glasses
 * @param hat null without head-wear
 * @param obstacle null if nothing stands before the face
 */
record PersonPainter(
    FacePainter face,
    HairPattern hair,
    OutfitPainter outfit,
    GlassesPainter glasses,
    HatPainter hat,
    ObstaclePainter obstacle) {
  static PersonPainter of(FaceRecipe recipe, FaceAtlas atlas) {
    Outfit outfit = recipe.outfit();
    return new PersonPainter(
        new FacePainter(
            atlas,
            recipe.appearance(),
            recipe.hairstyle(),
            recipe.expression(),
            recipe.pose().toCamera()),
        new HairPattern(recipe.hairstyle(), recipe.appearance()),
        new OutfitPainter(outfit),
        outfit.glasses() == null
            ? null
            : new GlassesPainter(outfit.glasses(), recipe.light().behind()),
        outfit.headwear() == null ? null : new HatPainter(outfit.headwear()),
        recipe.obstacle() == null
            ? null
            : new ObstaclePainter(recipe.obstacle(), recipe.appearance(), outfit));
  }

  /** Paints a point of a solid surface at a place in neutral coordinates. */
  void paint(Material material, float x, float y, float z, Surface surface) {
    switch (material) {
      case SKIN, BACK, CLOTH -> {
        if (outfit.covers(x, y, z)) {
          outfit.paint(x, y, z, surface);
        } else {
          face.paint(material == Material.CLOTH ? Material.BACK : material, x, y, z, surface);
        }
      }
      case FRAME -> glasses.frame(x, y, surface);
      case HAT -> hat.paint(x, y, z, surface);
      case HAND -> obstacle.hand(x, y, z, surface);
      case PROP -> obstacle.thing(x, y, z, surface);
      default -> face.paint(material, x, y, z, surface);
    }
  }
}
