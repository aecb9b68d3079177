package facedepth.synthesis;

/**
 * Patterns in which people hold their faces, and how often: each pulls muscles that act together,
 * as strongly as its person pleases.
 */
enum Mood {
  NEUTRAL(26),
  CLOSED_SMILE(15),
  OPEN_SMILE(15),
  LAUGH(5),
  TALK(12),
  SURPRISE(4),
  FROWN(4),
  SAD(3),
  DISGUST(2),
  FEAR(1),
  SUN(3),
  WINK(1),
  KISS(2),
  CHEEK_PUFF(1),
  JAW_ASIDE(1),
  CHEW(2),
  PRESSED(2),
  YAWN(1);

  private final int percent;

  Mood(int percent) {
    this.percent = percent;
  }

  static Mood draw(Dice dice) {
    int at = dice.below(100);
    for (Mood mood : values()) {
      at -= mood.percent;
      if (at < 0) {
        return mood;
      }
    }
    return NEUTRAL;
  }

  /** Whether the eyes are wide open in it. */
  boolean isWideEyed() {
    return this == SURPRISE || this == FEAR;
  }

  /** Pulls the muscles of this pattern. */
  void pull(FaceMuscles m) {
    float strength = m.share(0.25f, 1);
    rest(m);
    switch (this) {
      case NEUTRAL -> {
        m.pair("mouthSmile", m.share(0, 0.12f));
        m.pair("mouthPress", m.share(0, 0.3f));
        if (m.chance(0.25)) {
          m.one("jawOpen", m.share(0.02f, 0.1f));
        }
      }
      case CLOSED_SMILE -> {
        m.pair("mouthSmile", 0.2f + 0.55f * strength);
        m.pair("cheekSquint", 0.4f * strength * m.share(0.2f, 1));
        m.pair("mouthDimple", m.share(0, 0.35f));
        m.pair("mouthPress", m.share(0, 0.35f));
      }
      case OPEN_SMILE -> smile(m, 0.4f + 0.5f * strength, m.share(0.02f, 0.14f));
      case LAUGH -> {
        smile(m, 0.75f + 0.25f * strength, m.share(0.15f, 0.45f));
        m.pair("eyeSquint", m.share(0.2f, 0.7f));
        m.pair("noseSneer", m.share(0, 0.25f));
      }
      case TALK -> talk(m);
      case SURPRISE -> {
        m.pair("browInnerUp", strength);
        m.pair("browOuterUp", strength * m.share(0.6f, 1));
        m.one("jawOpen", strength * m.share(0.05f, 0.6f));
        m.pair("mouthStretch", strength * m.share(0, 0.2f));
      }
      case FROWN -> {
        m.pair("browDown", 0.3f + 0.7f * strength);
        m.pair("mouthFrown", m.share(0, 0.6f));
        m.pair("mouthPress", m.share(0, 0.5f));
        m.pair("eyeSquint", m.share(0, 0.5f));
        m.pair("noseSneer", m.share(0, 0.3f));
        m.one("mouthShrugLower", m.share(0, 0.35f));
      }
      case SAD -> {
        m.pair("browInnerUp", 0.3f + 0.6f * strength);
        m.pair("mouthFrown", 0.2f + 0.7f * strength);
        m.one("mouthShrugLower", m.share(0, 0.5f));
        m.pair("eyeBlink", m.share(0, 0.25f));
      }
      case DISGUST -> {
        m.pair("noseSneer", 0.3f + 0.6f * strength);
        m.pair("browDown", strength * m.share(0.2f, 0.8f));
        m.pair("mouthUpperUp", strength * m.share(0.1f, 0.6f));
        m.pair("mouthFrown", m.share(0, 0.4f));
        m.one("mouthShrugUpper", m.share(0, 0.3f));
      }
      case FEAR -> {
        m.pair("browInnerUp", 0.4f + 0.6f * strength);
        m.pair("mouthStretch", 0.2f + 0.6f * strength);
        m.one("jawOpen", m.share(0.02f, 0.3f));
      }
      case SUN -> {
        m.pair("eyeSquint", 0.5f + 0.5f * strength);
        m.pair("cheekSquint", m.share(0.3f, 0.8f));
        m.pair("browDown", m.share(0.2f, 0.8f));
        m.pair("mouthUpperUp", m.share(0, 0.2f));
        m.pair("mouthSmile", m.share(0, 0.4f));
      }
      case WINK -> {
        boolean left = m.chance(0.5);
        m.side("eyeBlink", left, m.share(0.9f, 1));
        m.side("cheekSquint", left, m.share(0.3f, 0.7f));
        m.side("mouthSmile", left, 0.3f + 0.5f * strength);
        m.side("mouthSmile", !left, m.share(0.1f, 0.5f));
        m.side("browDown", left, m.share(0, 0.4f));
      }
      case KISS -> {
        m.one("mouthPucker", 0.45f + 0.55f * strength);
        m.one("mouthFunnel", m.share(0, 0.2f));
      }
      case CHEEK_PUFF -> {
        m.pair("cheekPuff", 0.3f + 0.6f * strength);
        m.one("mouthPucker", m.share(0, 0.4f));
        m.pair("mouthPress", m.share(0, 0.4f));
      }
      case JAW_ASIDE -> {
        boolean left = m.chance(0.5);
        m.one(left ? "jawLeft" : "jawRight", 0.2f + 0.6f * strength);
        m.one("jawOpen", m.share(0, 0.12f));
        m.one("jawForward", m.share(0, 0.4f));
        m.one(left ? "mouthLeft" : "mouthRight", m.share(0, 0.4f));
      }
      case CHEW -> {
        m.one(m.chance(0.5) ? "jawLeft" : "jawRight", m.share(0.1f, 0.5f));
        float open = m.share(0.05f, 0.2f);
        m.one("jawOpen", open);
        m.one("mouthClose", open);
        m.side("cheekPuff", m.chance(0.5), m.share(0, 0.4f));
        m.pair("mouthPress", m.share(0, 0.6f));
      }
      case PRESSED -> {
        m.one("mouthRollUpper", m.share(0.1f, 0.6f));
        m.one("mouthRollLower", m.share(0.1f, 0.7f));
        m.pair("mouthPress", m.share(0.2f, 0.9f));
        m.pair("mouthDimple", m.share(0, 0.5f));
      }
      case YAWN -> {
        m.one("jawOpen", m.share(0.5f, 0.9f));
        m.pair("eyeSquint", m.share(0.3f, 0.8f));
        m.pair("browDown", m.share(0, 0.4f));
        m.pair("noseSneer", m.share(0, 0.3f));
      }
    }
  }

  /** Small tensions that every face has. */
  private static void rest(FaceMuscles m) {
    m.pair("browDown", m.share(0, 0.18f));
    m.pair("browOuterUp", m.chance(0.3) ? m.share(0, 0.35f) : 0);
    m.pair("browInnerUp", m.share(0, 0.18f));
    if (m.chance(0.25)) {
      m.one(m.chance(0.5) ? "mouthLeft" : "mouthRight", m.share(0, 0.15f));
    }
    if (m.chance(0.2)) {
      m.one("jawForward", m.share(0, 0.25f));
    }
  }

  private static void smile(FaceMuscles m, float strength, float open) {
    m.pair("mouthSmile", strength);
    m.pair("cheekSquint", strength * m.share(0.3f, 0.9f));
    m.pair("eyeSquint", strength * m.share(0, 0.35f));
    m.pair("mouthUpperUp", strength * m.share(0.15f, 0.5f));
    m.pair("mouthLowerDown", strength * m.share(0.05f, 0.4f));
    m.pair("mouthDimple", m.share(0, 0.2f));
    m.pair("mouthStretch", m.share(0, 0.25f));
    m.one("jawOpen", open);
  }

  /** One of the mouth's forms for sounds. */
  private static void talk(FaceMuscles m) {
    m.pair("mouthSmile", m.share(0, 0.3f));
    m.pair("browOuterUp", m.chance(0.4) ? m.share(0, 0.5f) : 0);
    float a = m.share(0.3f, 1);
    switch (m.below(7)) {
      case 0 -> { // ah
        m.one("jawOpen", 0.12f + 0.3f * a);
        m.pair("mouthLowerDown", 0.3f * a);
      }
      case 1 -> { // ee
        m.one("jawOpen", 0.06f * a + 0.02f);
        m.pair("mouthStretch", 0.5f * a);
        m.pair("mouthLowerDown", 0.4f * a);
        m.pair("mouthUpperUp", 0.2f * a);
      }
      case 2 -> { // oh
        m.one("jawOpen", 0.1f + 0.15f * a);
        m.one("mouthFunnel", 0.2f + 0.5f * a);
      }
      case 3 -> { // oo
        m.one("jawOpen", 0.05f);
        m.one("mouthPucker", 0.2f + 0.5f * a);
        m.one("mouthFunnel", 0.3f * a);
      }
      case 4 -> { // m, b, p
        m.one("mouthRollLower", 0.3f * a);
        m.one("mouthRollUpper", 0.25f * a);
        m.pair("mouthPress", 0.4f * a);
      }
      case 5 -> { // f, v
        m.one("jawOpen", 0.05f);
        m.one("mouthRollLower", 0.2f + 0.35f * a);
        m.pair("mouthUpperUp", 0.15f + 0.25f * a);
      }
      default -> { // s, sh
        m.one("jawOpen", 0.03f);
        m.pair("mouthUpperUp", 0.2f * a);
        m.pair("mouthLowerDown", 0.35f * a);
        m.one("mouthShrugUpper", 0.3f * a);
      }
    }
  }
}
