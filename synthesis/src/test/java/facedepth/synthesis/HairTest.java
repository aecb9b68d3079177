package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HairTest {
  private static final HeadModel HEAD = TestHeads.ellipsoid();
  private static final int BUDGET = 15_000; // triangles of hair a person

  @Test
  void theBaldHaveNoHair() {
    assertThat(trianglesOf(Hairstyle.Cut.BALD, 1, null)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Hairstyle.Cut.class)
  void everyCutKeepsToItsBudgetOfTriangles(Hairstyle.Cut cut) {
    for (int seed = 0; seed < 5; seed++) {
      int triangles = trianglesOf(cut, seed, null);
      if (cut != Hairstyle.Cut.BALD) {
        assertThat(triangles).as("seed %d", seed).isBetween(50, BUDGET);
      }
    }
  }

  @Test
  void aHeadscarfLeavesNoHairToBeSeen() {
    Dice dice = new Dice(5, 5);
    Headwear scarf = Records.with(Headwear.draw(dice), "kind", Headwear.Kind.HEADSCARF);
    assertThat(trianglesOf(Hairstyle.Cut.LONG, 3, scarf)).isZero();
  }

  @Test
  void longHairHangsBelowTheChinAndCroppedHairDoesNot() {
    assertThat(lowest(Hairstyle.Cut.LONG)).isLessThan(-9);
    assertThat(lowest(Hairstyle.Cut.CROP)).isGreaterThan(-9);
  }

  @Test
  void allCutsAreDrawn() {
    Set<Hairstyle.Cut> seen = EnumSet.noneOf(Hairstyle.Cut.class);
    for (int i = 0; i < 2000; i++) {
      Dice dice = new Dice(9, i);
      seen.add(Hairstyle.draw(dice, Person.draw(dice.stream("person"))).cut());
    }
    assertThat(seen).containsExactlyInAnyOrder(Hairstyle.Cut.values());
  }

  @Test
  void rootsStandWithinTheHairlineOnly() {
    Dice dice = new Dice(2, 2);
    Person person = new Person(30, 0.9f, 0.3f);
    Hairstyle style = Barber.draw(Hairstyle.Cut.CROP, dice, person);
    assertThat(style.roots(0, 14, -2)).isGreaterThan(0.5f);
    assertThat(style.roots(0, 2, 12)).isZero();
  }

  private static int trianglesOf(Hairstyle.Cut cut, int seed, Headwear headwear) {
    SceneMesh scene = head();
    int before = scene.triangleCount();
    build(cut, seed, headwear, scene);
    return scene.triangleCount() - before;
  }

  private static float lowest(Hairstyle.Cut cut) {
    SceneMesh scene = head();
    int before = scene.vertexCount();
    build(cut, 4, null, scene);
    float lowest = 99;
    for (int v = before; v < scene.vertexCount(); v++) {
      lowest = Math.min(lowest, scene.position[3 * v + 1]);
    }
    return lowest;
  }

  private static void build(Hairstyle.Cut cut, int seed, Headwear headwear, SceneMesh scene) {
    Dice dice = new Dice(7, seed);
    Outfit outfit = Records.with(Outfit.draw(dice), "headwear", headwear);
    new HairBuilder(HEAD).build(Barber.draw(cut, dice, Person.draw(dice)), outfit, scene);
  }

  private static SceneMesh head() {
    SceneMesh scene = new SceneMesh();
    scene.vertices(HEAD.neutral(), HEAD.neutral());
    scene.triangles(HEAD.trianglesOf(HeadPart.SKIN), Material.SKIN);
    scene.computeNormals();
    return scene;
  }
}
