package facedepth.synthesis;

/** Everyone who paints one person. */
record PersonPainter(Appearance look, FacePainter face, HairPattern hair, OutfitPainter outfit) {
  static PersonPainter of(FaceRecipe recipe, FaceAtlas atlas) {
    return new PersonPainter(
        recipe.appearance(),
        new FacePainter(
            atlas,
            recipe.appearance(),
            recipe.hairstyle(),
            recipe.expression(),
            recipe.pose().toCamera()),
        new HairPattern(recipe.hairstyle(), recipe.appearance()),
        new OutfitPainter(recipe.outfit()));
  }

  /** Paints a point of a solid surface at a place in neutral coordinates. */
  void paint(Material material, float x, float y, float z, Surface surface) {
    boolean clothed =
        switch (material) {
          case SKIN, BACK -> outfit.covers(x, y, z);
          case CLOTH -> true;
          default -> false;
        };
    if (clothed) {
      outfit.paint(x, y, z, surface);
    } else {
      face.paint(material, x, y, z, surface);
    }
  }

  /** Puts what is worn before a surface in front of its colour, linear RGB in place. */
  void wear(Material material, float x, float y, float z, float[] rgb) {
    if (material == Material.LASHES) {
      face.lashes(x, y, z, rgb);
    } else {
      outfit.wear(material, 0, rgb);
    }
  }
}
