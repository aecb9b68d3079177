package facedepth.synthesis;

import facedepth.synthesis.Hairstyle.Comb;
import facedepth.synthesis.Hairstyle.Cut;
import facedepth.synthesis.Hairstyle.Fringe;

/** Draws haircuts as people wear them. Mutable while one is drawn. */
final class Barber {
  private final Dice dice;
  private Hairline hairline;
  private Comb comb = Comb.NATURAL;
  private float top = 3;
  private float sides = 1.5f;
  private float end = -99;
  private float lift = 1;
  private float sideLift = 0.5f;
  private float parting;
  private Fringe fringe = Fringe.NONE;
  private float fringeLength;
  private float wave;
  private float waveLength = 5;
  private float frizz;
  private float wisps;
  private boolean tucked = true;

  private Barber(Dice dice, Person person) {
    this.dice = dice;
    hairline = Hairline.draw(dice.stream("hairline"), person);
    frizz = dice.uniform(0.05f, 0.5f);
    parting = (dice.chance(0.5) ? 1 : -1) * dice.uniform(1.5f, 4);
  }

  static Hairstyle draw(Dice dice, Person person) {
    Cut cut = cut(dice, person);
    // Hair of the darkest people curls as a rule, that of the lightest seldom so tightly.
    boolean curly = cut == Cut.AFRO || cut == Cut.TIGHT_CURLS;
    if (person.tone() > 0.62f && !curly && dice.chance(0.45)) {
      Cut[] others = {Cut.AFRO, Cut.TIGHT_CURLS, Cut.TIGHT_CURLS, Cut.BRAIDS, Cut.BUZZ};
      cut = others[dice.below(others.length)];
    } else if (person.tone() < 0.4f && curly && dice.chance(0.7)) {
      cut = Cut.SHAGGY;
    }
    if (person.age() < 20 && (cut == Cut.WREATH || cut == Cut.BALD)) {
      cut = Cut.CROP;
    }
    return draw(cut, dice, person);
  }

  private static Cut cut(Dice dice, Person person) {
    int at = dice.below(100);
    for (Cut cut : Cut.values()) {
      at -= cut.percent(person.masculinity() > 0.5f);
      if (at < 0) {
        return cut;
      }
    }
    throw new IllegalStateException("the shares of the haircuts do not add up to a hundred");
  }

  static Hairstyle draw(Cut cut, Dice dice, Person person) {
    return new Barber(dice, person).cut(cut);
  }

  private Hairstyle cut(Cut cut) {
    switch (cut) {
      case BALD -> length(0, 0, 0, 0);
      case BUZZ -> length(0.3f, 0.25f, 0.12f, 0.1f);
      case CREW -> {
        length(dice.uniform(0.8f, 2), dice.uniform(0.3f, 0.8f), 0.5f, 0.2f);
        comb = dice.chance(0.5) ? Comb.OUT : Comb.NATURAL;
      }
      case CROP -> {
        length(dice.uniform(2, 5), dice.uniform(0.6f, 2.2f), dice.uniform(0.6f, 1.6f), 0.4f);
        comb = dice.chance(0.6) ? Comb.FORWARD : Comb.NATURAL;
        fringe(dice.chance(0.6) ? Fringe.STRAIGHT : Fringe.SWEPT, dice.uniform(0.4f, 2.4f));
      }
      case SIDE_PARTING -> {
        length(dice.uniform(5, 9), dice.uniform(1, 3.5f), dice.uniform(0.8f, 2.2f), 0.6f);
        comb = Comb.PARTED;
      }
      case QUIFF -> {
        length(dice.uniform(4.5f, 8), dice.uniform(0.4f, 2), dice.uniform(2, 4), 0.35f);
        comb = Comb.BACK;
      }
      case UNDERCUT -> {
        length(dice.uniform(5, 11), 0.25f, dice.uniform(1, 2.5f), 0.12f);
        comb = dice.chance(0.5) ? Comb.BACK : Comb.PARTED;
      }
      case WREATH -> {
        length(dice.uniform(0.5f, 3), dice.uniform(0.5f, 3), 0.4f, dice.uniform(0.2f, 0.9f));
        hairline = hairline.tonsure(dice.uniform(8.2f, 9.6f));
      }
      case SHAGGY -> {
        length(dice.uniform(7, 13), dice.uniform(5, 10), dice.uniform(1, 2.4f), 1.2f);
        fringe(dice.chance(0.5) ? Fringe.SWEPT : Fringe.STRAIGHT, dice.uniform(2, 5));
        wave(dice.uniform(0.1f, 0.8f), dice.uniform(3, 7));
        frizz += 0.35f;
        tucked = dice.chance(0.25);
      }
      case BOB -> {
        length(30, 30, dice.uniform(0.8f, 2), dice.uniform(0.6f, 1.8f));
        end = dice.uniform(-8, -1);
        longHair();
      }
      case LONG -> {
        length(60, 60, dice.uniform(0.6f, 2.2f), dice.uniform(0.4f, 2));
        end = dice.uniform(-32, -10);
        longHair();
      }
      case AFRO -> {
        float full = dice.uniform(2.5f, 8);
        length(full, full * dice.uniform(0.6f, 1), full, full * dice.uniform(0.55f, 0.95f));
        comb = Comb.OUT;
        wave(0.35f, 1.2f);
        tucked = full < 3.5f;
      }
      case TIGHT_CURLS -> {
        float full = dice.uniform(1.2f, 4);
        length(full * 1.6f, full, full, full * dice.uniform(0.25f, 0.8f));
        comb = Comb.OUT;
        wave(dice.uniform(0.4f, 0.7f), dice.uniform(1.4f, 2.6f));
      }
      case BUN -> {
        length(30, 30, dice.uniform(0.3f, 0.8f), 0.3f);
        comb = dice.chance(0.6) ? Comb.TIED_HIGH : Comb.TIED_LOW;
        gathered();
      }
      case PONYTAIL -> {
        length(30, 30, dice.uniform(0.3f, 0.8f), 0.3f);
        comb = dice.chance(0.4) ? Comb.TIED_HIGH : Comb.TIED_LOW;
        end = dice.uniform(-22, -4);
        gathered();
      }
      case BRAIDS -> {
        length(30, 30, 0.4f, 0.35f);
        comb = Comb.PARTED;
        parting = dice.normal(0, 0.4f);
        end = dice.uniform(-24, -9);
        gathered();
      }
    }
    return new Hairstyle(
        cut,
        hairline,
        comb,
        top,
        sides,
        end,
        lift,
        sideLift,
        parting,
        fringe,
        fringeLength,
        wave,
        waveLength,
        frizz,
        wisps,
        tucked,
        HairTint.draw(dice.stream("tint")),
        dice.seed());
  }

  private void length(float onTop, float atSides, float raise, float sideRaise) {
    top = onTop;
    sides = atSides;
    lift = raise;
    sideLift = sideRaise;
  }

  private void fringe(Fringe kind, float length) {
    fringe = kind;
    fringeLength = length;
  }

  private void wave(float swing, float length) {
    wave = swing;
    waveLength = length;
  }

  private void longHair() {
    comb = Comb.PARTED;
    parting = dice.chance(0.4) ? dice.normal(0, 0.3f) : parting;
    int kind = dice.below(3);
    if (kind == 1) {
      wave(dice.uniform(0.3f, 0.9f), dice.uniform(4, 9));
    } else if (kind == 2 && dice.chance(0.6)) {
      wave(dice.uniform(0.7f, 1.2f), dice.uniform(2.2f, 4));
      sideLift += 1;
      frizz += 0.3f;
    }
    int front = dice.below(10);
    if (front < 2) {
      fringe(Fringe.STRAIGHT, dice.uniform(2.5f, 4.6f));
    } else if (front < 4) {
      fringe(Fringe.SWEPT, dice.uniform(2, 5));
    } else if (front < 6) {
      fringe(Fringe.CURTAIN, dice.uniform(3, 7));
    }
    tucked = dice.chance(0.3);
    wisps = dice.chance(0.3) ? dice.uniform(0.02f, 0.2f) : 0;
    hairline = new Hairline(Math.min(0.6f, hairline.recede()), 0, hairline.peak(), 0.4f, 0);
  }

  private void gathered() {
    int front = dice.below(10);
    if (front < 2) {
      fringe(Fringe.STRAIGHT, dice.uniform(2.5f, 4.6f));
    } else if (front < 4) {
      fringe(Fringe.CURTAIN, dice.uniform(4, 9));
    }
    wisps = dice.chance(0.4) ? dice.uniform(0.02f, 0.2f) : 0;
    hairline = new Hairline(Math.min(0.8f, hairline.recede()), 0, hairline.peak(), 0.4f, 0);
  }
}
