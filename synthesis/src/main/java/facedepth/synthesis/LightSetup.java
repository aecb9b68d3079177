package facedepth.synthesis;

/**
 * Kinds of light that people are photographed in, each with its share and its place. Angles are
 * those of {@link Lamp#direction}, temperatures in kelvin.
 */
enum LightSetup {
  OVERCAST(12, Place.OUTDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(6500).sky(7000, 1, dice.uniform(0.45f, 0.8f), dice.uniform(0.08f, 0.3f));
      rig.lamp(dice.uniform(-60, 60), dice.uniform(50, 80), 0.8f, 6500, dice.uniform(0.1f, 0.35f));
      rig.behind(6600, dice.uniform(0.6f, 1.3f));
    }
  },
  OPEN_SHADE(8, Place.OUTDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      float side = side(dice) * dice.uniform(0, 70);
      rig.white(dice.uniform(6000, 8000)).sky(9000, 0.4f, 0.3f, dice.uniform(0.1f, 0.3f));
      rig.window(side, dice.uniform(20, 50), dice.uniform(40, 65), 8000, dice.uniform(0.4f, 0.8f));
      rig.lamp(side, dice.uniform(25, 55), 0.6f, 8000, dice.uniform(0.1f, 0.4f));
      rig.behind(5600, dice.uniform(0.6f, 1.6f));
    }
  },
  SUN(12, Place.OUTDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      float away = dice.chance(0.75) ? dice.uniform(5, 95) : dice.uniform(95, 170);
      rig.white(dice.uniform(5200, 5900));
      rig.sky(
          11_000, dice.uniform(0.2f, 0.4f), dice.uniform(0.2f, 0.45f), dice.uniform(0.1f, 0.3f));
      rig.lamp(side(dice) * away, dice.uniform(22, 68), 0.03f, 5300, dice.uniform(0.9f, 1.6f));
      rig.behind(5500, dice.uniform(0.7f, 1.5f));
    }
  },
  GOLDEN_HOUR(5, Place.OUTDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      float away = dice.chance(0.4) ? dice.uniform(20, 80) : dice.uniform(100, 175);
      float sun = dice.uniform(2600, 3600);
      rig.white(dice.uniform(4600, 5400));
      rig.sky(6500, dice.uniform(0.25f, 0.4f), dice.uniform(0.25f, 0.4f), 0.15f);
      rig.window(dice.uniform(-40, 40), 15, 50, 6000, dice.uniform(0.1f, 0.3f));
      rig.lamp(side(dice) * away, dice.uniform(4, 20), 0.06f, sun, dice.uniform(0.8f, 1.6f));
      rig.behind(4200, dice.uniform(0.6f, 1.8f));
    }
  },
  WINDOW(14, Place.INDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      float azimuth = side(dice) * dice.uniform(20, 105);
      float elevation = dice.uniform(0, 32);
      float level = dice.uniform(0.5f, 0.9f);
      rig.white(dice.uniform(5200, 6600)).everywhere(4800, dice.uniform(0.1f, 0.4f));
      rig.window(azimuth, elevation, dice.uniform(25, 50), 6500, 0.5f * level);
      rig.lamp(azimuth, elevation, dice.uniform(0.25f, 0.6f), 6500, 0.7f * level);
      rig.behind(5000, dice.uniform(0.2f, 0.8f));
    }
  },
  HOME(11, Place.INDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      float lamp = dice.uniform(2700, 3600);
      rig.white(lamp * dice.uniform(0.95f, 1.25f))
          .everywhere(lamp * 0.95f, dice.uniform(0.2f, 0.5f));
      rig.lamp(dice.uniform(-80, 80), dice.uniform(35, 75), dice.uniform(0.1f, 0.35f), lamp, 0.6f);
      if (dice.chance(0.6)) {
        float azimuth = side(dice) * dice.uniform(40, 150);
        rig.lamp(azimuth, dice.uniform(-5, 30), 0.2f, lamp, dice.uniform(0.15f, 0.5f));
      }
      rig.behind(lamp, dice.uniform(0.3f, 0.9f));
    }
  },
  OFFICE(9, Place.INDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      float panel = dice.uniform(3900, 5200);
      rig.white(panel * dice.uniform(0.92f, 1.1f)).everywhere(panel, dice.uniform(0.3f, 0.5f));
      for (int i = 0; i < 3; i++) {
        rig.window(dice.uniform(-180, 180), dice.uniform(40, 80), 18, panel, 0.3f);
      }
      rig.lamp(dice.uniform(-50, 50), dice.uniform(40, 75), 0.45f, panel, dice.uniform(0.2f, 0.5f));
      rig.behind(panel, dice.uniform(0.5f, 1));
    }
  },
  FLASH(7, Place.INDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(5500).everywhere(dice.uniform(3000, 5000), dice.uniform(0.05f, 0.25f));
      rig.lamp(dice.uniform(-9, 9), dice.uniform(0, 14), 0.04f, 5600, 1);
      rig.behind(4500, dice.logUniform(0.06f, 0.6f));
    }
  },
  RING(3, Place.INDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(5500).everywhere(4500, dice.uniform(0.08f, 0.25f));
      rig.lamp(dice.uniform(-4, 4), dice.uniform(-4, 8), 0.3f, 5500, 0.8f);
      rig.behind(4500, dice.uniform(0.15f, 0.7f));
    }
  },
  THREE_POINT(8, Place.STUDIO) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      float side = side(dice);
      rig.white(5500).everywhere(5500, dice.uniform(0.06f, 0.25f));
      float key = side * dice.uniform(20, 55);
      rig.lamp(key, dice.uniform(20, 45), dice.uniform(0.25f, 0.5f), 5500, 0.85f);
      rig.lamp(-side * dice.uniform(20, 55), 8, 0.6f, 5500, dice.uniform(0.15f, 0.45f));
      rig.lamp(-side * dice.uniform(120, 160), 35, 0.2f, 5600, dice.uniform(0.2f, 0.9f));
      rig.behind(5500, dice.logUniform(0.15f, 1.4f));
    }
  },
  BUTTERFLY(3, Place.STUDIO) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(5500).everywhere(5500, dice.uniform(0.05f, 0.2f));
      rig.lamp(dice.uniform(-7, 7), dice.uniform(35, 55), dice.uniform(0.12f, 0.4f), 5500, 0.9f);
      rig.window(0, -50, 35, 5500, dice.uniform(0.05f, 0.3f));
      rig.behind(5500, dice.logUniform(0.1f, 1.2f));
    }
  },
  REMBRANDT(4, Place.STUDIO) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(5300).everywhere(5000, dice.uniform(0.05f, 0.18f));
      float azimuth = side(dice) * dice.uniform(38, 58);
      rig.lamp(azimuth, dice.uniform(35, 52), dice.uniform(0.08f, 0.3f), 5200, 1);
      rig.behind(5200, dice.logUniform(0.08f, 0.7f));
    }
  },
  SPLIT(3, Place.STUDIO) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(5500).everywhere(5500, dice.uniform(0.03f, 0.14f));
      rig.lamp(side(dice) * dice.uniform(75, 98), dice.uniform(0, 28), 0.2f, 5500, 1.1f);
      rig.behind(5500, dice.logUniform(0.05f, 0.6f));
    }
  },
  NEON(3, Place.NIGHT) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      float hue = dice.uniform(0, 1);
      float other = (hue + dice.uniform(0.25f, 0.6f)) % 1;
      float side = side(dice);
      rig.white(5000).everywhere(4000, dice.uniform(0.05f, 0.15f));
      rig.gel(side * dice.uniform(20, 100), dice.uniform(-10, 35), 0.25f, hue, 0.7f);
      rig.gel(-side * dice.uniform(50, 140), dice.uniform(-10, 35), 0.25f, other, 0.6f);
      if (dice.chance(0.6)) {
        rig.lamp(dice.uniform(-40, 40), 25, 0.3f, 4500, dice.uniform(0.15f, 0.4f));
      }
      rig.behind(4500, dice.uniform(0.2f, 0.6f)).exposed(0.85f);
    }
  },
  CANDLE(2, Place.NIGHT) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(dice.uniform(2500, 3200)).everywhere(2300, dice.uniform(0.02f, 0.1f));
      rig.lamp(dice.uniform(-60, 60), dice.uniform(-35, 15), 0.12f, 1950, 1);
      rig.behind(2200, dice.logUniform(0.02f, 0.25f)).exposed(0.7f);
    }
  },
  STAGE(2, Place.NIGHT) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(3600).everywhere(3600, dice.uniform(0.02f, 0.08f));
      rig.lamp(dice.uniform(-45, 45), dice.uniform(35, 62), 0.08f, 3400, 1);
      float hue = dice.uniform(0, 1);
      rig.gel(side(dice) * dice.uniform(100, 160), dice.uniform(25, 60), 0.1f, hue, 1.1f);
      rig.behind(3400, dice.logUniform(0.03f, 0.3f));
    }
  },
  SCREEN(3, Place.NIGHT) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(dice.uniform(5000, 6500)).everywhere(3200, dice.uniform(0.04f, 0.16f));
      float azimuth = dice.uniform(-30, 30);
      float elevation = dice.uniform(-35, -5);
      rig.window(azimuth, elevation, 30, 8000, 0.3f).lamp(azimuth, elevation, 0.4f, 8000, 0.6f);
      rig.behind(3200, dice.logUniform(0.05f, 0.3f)).exposed(0.75f);
    }
  },
  BACKLIT(5, Place.OUTDOORS) {
    @Override
    void light(Dice dice, RigBuilder rig) {
      rig.white(5800).sky(7000, 0.25f, 0.25f, dice.uniform(0.08f, 0.25f));
      float azimuth = side(dice) * dice.uniform(140, 178);
      rig.window(dice.uniform(-60, 60), 20, 50, 6500, dice.uniform(0.1f, 0.25f));
      rig.lamp(azimuth, dice.uniform(15, 50), 0.06f, 5300, dice.uniform(0.6f, 1.6f));
      rig.behind(5600, dice.uniform(0.8f, 2)).exposed(dice.uniform(0.35f, 0.9f));
    }
  };

  /** Where such light is found; decides what may stand behind the person. */
  enum Place {
    OUTDOORS,
    INDOORS,
    STUDIO,
    NIGHT
  }

  private final int weight;
  private final Place place;

  LightSetup(int weight, Place place) {
    this.weight = weight;
    this.place = place;
  }

  /** Sets lights up. */
  abstract void light(Dice dice, RigBuilder rig);

  Place place() {
    return place;
  }

  static LightSetup draw(Dice dice) {
    int total = 0;
    for (LightSetup setup : values()) {
      total += setup.weight;
    }
    int at = dice.below(total);
    for (LightSetup setup : values()) {
      at -= setup.weight;
      if (at < 0) {
        return setup;
      }
    }
    throw new AssertionError("weights do not sum to " + total);
  }

  private static int side(Dice dice) {
    return dice.chance(0.5) ? 1 : -1;
  }
}
