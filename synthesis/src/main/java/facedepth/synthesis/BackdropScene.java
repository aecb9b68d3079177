package facedepth.synthesis;

import facedepth.synthesis.LightSetup.Place;

/**
 * Kinds of backdrops with how often each is found outdoors, indoors, in a studio and at night:
 * weights, not shares.
 */
enum BackdropScene {
  PLAIN_WALL(4, 16, 6, 8),
  BRICK(6, 4, 0, 4),
  TILES(2, 4, 0, 2),
  WOOD(4, 5, 0, 3),
  CURTAIN(0, 7, 3, 6),
  BOOKS(0, 9, 0, 4),
  FACADE(12, 0, 0, 2),
  POSTER(4, 5, 0, 4),
  ROOM(0, 26, 0, 14),
  WINDOW(0, 8, 0, 0),
  CROWD(8, 7, 0, 6),
  SKY(12, 0, 0, 0),
  LANDSCAPE(20, 0, 0, 0),
  FOLIAGE(16, 0, 0, 3),
  STREET(14, 0, 0, 4),
  BEACH(5, 0, 0, 0),
  PAPER(2, 5, 60, 4),
  MUSLIN(0, 2, 16, 2),
  SHAPES(4, 4, 6, 3),
  BOKEH(2, 2, 0, 16),
  DARKNESS(0, 1, 4, 12),
  CITY(0, 0, 0, 8);

  private final int outdoors;
  private final int indoors;
  private final int studio;
  private final int night;

  BackdropScene(int outdoors, int indoors, int studio, int night) {
    this.outdoors = outdoors;
    this.indoors = indoors;
    this.studio = studio;
    this.night = night;
  }

  static BackdropScene draw(Dice dice, Place place) {
    int total = 0;
    for (BackdropScene scene : values()) {
      total += scene.weight(place);
    }
    int at = dice.below(total);
    for (BackdropScene scene : values()) {
      at -= scene.weight(place);
      if (at < 0) {
        return scene;
      }
    }
    throw new AssertionError("weights do not sum to " + total);
  }

  private int weight(Place place) {
    return switch (place) {
      case OUTDOORS -> outdoors;
      case INDOORS -> indoors;
      case STUDIO -> studio;
      case NIGHT -> night;
    };
  }

  /** Deviation in crop widths below which it would look drawn. */
  float leastBlur() {
    return switch (this) {
      case CROWD -> 0.016f;
      case SKY, LANDSCAPE, STREET, BEACH, CITY -> 0.007f;
      case FOLIAGE, ROOM, WINDOW -> 0.005f;
      default -> 0.002f;
    };
  }

  /** Paints a backdrop's scene in white light of level 1. */
  static void paint(Backdrop backdrop, Canvas canvas) {
    Dice detail = new Dice(backdrop.grain(), 0);
    switch (backdrop.scene()) {
      case PLAIN_WALL -> WallPainter.plain(backdrop, detail, canvas);
      case BRICK -> WallPainter.brick(backdrop, detail, canvas);
      case TILES -> WallPainter.tiles(backdrop, detail, canvas);
      case WOOD -> WallPainter.wood(backdrop, detail, canvas);
      case CURTAIN -> WallPainter.curtain(backdrop, detail, canvas);
      case BOOKS -> WallPainter.books(backdrop, detail, canvas);
      case FACADE -> WallPainter.facade(backdrop, detail, canvas);
      case POSTER -> WallPainter.poster(backdrop, detail, canvas);
      case ROOM -> RoomPainter.room(backdrop, detail, canvas);
      case WINDOW -> RoomPainter.window(backdrop, detail, canvas);
      case CROWD -> CrowdPainter.crowd(backdrop, detail, canvas);
      case SKY -> OutdoorPainter.sky(backdrop, detail, canvas);
      case LANDSCAPE -> OutdoorPainter.landscape(backdrop, detail, canvas);
      case FOLIAGE -> OutdoorPainter.foliage(backdrop, detail, canvas);
      case STREET -> OutdoorPainter.street(backdrop, detail, canvas);
      case BEACH -> OutdoorPainter.beach(backdrop, detail, canvas);
      case PAPER -> StudioPainter.paper(backdrop, detail, canvas);
      case MUSLIN -> StudioPainter.muslin(backdrop, detail, canvas);
      case SHAPES -> StudioPainter.shapes(backdrop, detail, canvas);
      case BOKEH -> NightPainter.bokeh(backdrop, detail, canvas);
      case DARKNESS -> NightPainter.darkness(backdrop, detail, canvas);
      case CITY -> NightPainter.city(backdrop, detail, canvas);
    }
  }
}
