package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.builtin.BuiltinHead;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SkinPainterTest {
  private static final float[] UPRIGHT = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  private static final Expression REST = new Expression(Mood.NEUTRAL, Map.of());
  private static HeadModel head;
  private static FaceAtlas atlas;

  @BeforeAll
  static void head() {
    head = BuiltinHead.create();
    atlas = new FaceAtlas(head);
  }

  private static Appearance look(int index, Person person) {
    return Appearance.draw(new Dice(23, index), person);
  }

  private static Surface paint(Appearance look, Expression expression, float x, float y, float z) {
    Hairstyle hair = Hairstyle.draw(new Dice(1, 1), Person.draw(new Dice(1, 2)));
    SkinPainter painter = new SkinPainter(atlas, look, hair, expression, UPRIGHT);
    Surface surface = new Surface();
    surface.normal[2] = 1;
    surface.open = 1;
    painter.paint(x, y, z, surface);
    return surface;
  }

  private static float redness(Surface surface) {
    return surface.albedo[0] / surface.albedo[1];
  }

  @Test
  void bareLipsAreRedderThanTheForehead() {
    Person person = new Person(30, 0.1f, 0.2f);
    float lipY = 0.5f * (atlas.landmark(57, 1) + atlas.landmark(66, 1));
    int bare = 0;
    for (int i = 0; i < 60; i++) {
      Appearance look = look(i, person);
      if (look.makeup().lips() == 0) {
        bare++;
        Surface lip = paint(look, REST, 0.2f, lipY, atlas.landmark(57, 2));
        Surface forehead = paint(look, REST, 2, 8, 10);
        assertThat(redness(lip)).as("person %d", i).isGreaterThan(redness(forehead));
      }
    }
    assertThat(bare).isPositive();
  }

  @Test
  void browsAreDarkerThanTheSkinOverThem() {
    float darker = 0;
    float y = atlas.browHeight(3.2f);
    for (int i = 0; i < 40; i++) {
      Appearance look = look(i, new Person(25, 0.9f, 0.1f));
      Surface brow = paint(look, REST, 3.2f, y, 10);
      Surface over = paint(look, REST, 3.2f, y + 1.6f, 10);
      darker += brow.albedo[1] < over.albedo[1] ? 1 : 0;
    }
    assertThat(darker).isGreaterThan(34);
  }

  @Test
  void raisedBrowsFoldOldForeheads() {
    Appearance look = look(4, new Person(75, 0.9f, 0.4f));
    Expression raised =
        new Expression(
            Mood.SURPRISE,
            Map.of(
                "browOuterUp_L", 1f,
                "browOuterUp_R", 1f,
                "browInnerUp_L", 1f,
                "browInnerUp_R", 1f));
    assertThat(tilt(look, raised)).isGreaterThan(1.2f * tilt(look, REST));
  }

  private static float tilt(Appearance look, Expression expression) {
    Relief relief = Wrinkles.of(atlas, look, expression);
    float tilt = 0;
    for (float y = 6.5f; y < 9.5f; y += 0.05f) {
      tilt += relief.read(0.5f, y) ? Math.abs(relief.here[2]) : 0;
    }
    return tilt;
  }

  @Test
  void beardsGrowUnderTheNoseAndNotOverIt() {
    for (int i = 0; i < 60; i++) {
      Appearance look = look(i, new Person(35, 1, 0.4f));
      if (look.beard() > 0) {
        BeardGrowth growth = new BeardGrowth(atlas, look);
        float most = 0;
        for (float y = -12; y < 0; y += 0.1f) {
          for (float side = 0; side < 11; side += 0.25f) {
            most = Math.max(most, growth.at(side, y, 0));
          }
        }
        assertThat(most).as("person %d", i).isGreaterThan(0.2f);
        assertThat(growth.at(0.5f, 8, 0)).isZero();
      }
    }
  }
}
