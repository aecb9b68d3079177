package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.builtin.BuiltinHead;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WornThingsTest {
  private static final HeadModel BUILTIN = BuiltinHead.create();
  private static final int RESOLUTION = 64;

  @Test
  void glassesStandClearOfTheEyesOfFiftyPeople() {
    HeadModel head = BUILTIN;
    HeadShaper shaper = new HeadShaper(head);
    for (int i = 0; i < 50; i++) {
      Dice dice = new Dice(31, i);
      FaceRecipe recipe = FaceRecipe.draw(31, i, 0);
      SceneMesh scene = new SceneMesh();
      float[] shape = shaper.shape(recipe.identity(), recipe.expression());
      scene.vertices(shape, head.neutral());
      Spectacles.build(scene, head, Glasses.draw(dice));
      float eyes = -99;
      for (int vertex : head.trianglesOf(HeadPart.EYE)) {
        eyes = Math.max(eyes, scene.position[3 * vertex + 2]);
      }
      int lenses = 0;
      for (int t = 0; t < scene.triangleCount(); t++) {
        if (scene.material(t) == Material.LENS) {
          lenses++;
          for (int k = 0; k < 3; k++) {
            int at = 3 * scene.triangles()[3 * t + k];
            // Lenses curve back towards the temples, where eyeballs do too.
            boolean beforeEye = Math.abs(scene.position[at]) < 3.6f;
            assertThat(scene.position[at + 2])
                .as("person %d", i)
                .isGreaterThan(beforeEye ? eyes : eyes - 1)
                .isLessThan(eyes + 3.5f);
          }
        }
      }
      assertThat(lenses).isGreaterThan(20);
    }
  }

  @Test
  void glassesLeaveTheFaceMaskAlone() {
    FaceGenerator generator = new FaceGenerator(TestHeads.ellipsoid(), RESOLUTION, 5);
    for (int i = 0; i < 8; i++) {
      FaceRecipe plain = plain(i);
      Outfit worn =
          Records.with(plain.outfit(), "glasses", Glasses.draw(new Dice(3, i).stream("glasses")));
      SyntheticFace without = generator.render(plain);
      SyntheticFace with = generator.render(Records.with(plain, "outfit", worn));
      assertThat(with.depth().values()).isEqualTo(without.depth().values());
      assertThat(with.rgb()).isNotEqualTo(without.rgb());
    }
  }

  @ParameterizedTest
  @EnumSource(Obstacle.Kind.class)
  void whatStandsBeforeAFaceCutsItsMask(Obstacle.Kind kind) {
    FaceGenerator generator = new FaceGenerator(BUILTIN, RESOLUTION, 5);
    int cut = 0;
    for (int i = 0; i < 4; i++) {
      FaceRecipe plain = plain(i);
      Obstacle obstacle = Obstacle.draw(kind, new Dice(8, i));
      SyntheticFace without = generator.render(plain);
      SyntheticFace with = generator.render(Records.with(plain, "obstacle", obstacle));
      cut += without.depth().faceArea() - (with == null ? 0 : with.depth().faceArea());
    }
    assertThat(cut).isGreaterThan(30);
  }

  @ParameterizedTest
  @EnumSource(Headwear.Kind.class)
  void headwearLiesOverTheSkull(Headwear.Kind kind) {
    HeadModel head = TestHeads.ellipsoid();
    Skull skull = new Skull(head);
    skull.measure(head.neutral(), false);
    SceneMesh scene = new SceneMesh();
    Hat.build(Records.with(Headwear.draw(new Dice(1, 2)), "kind", kind), skull, scene);
    boolean[] sector = new boolean[8];
    float highest = -99;
    for (int v = 0; v < scene.vertexCount(); v++) {
      float x = scene.position[3 * v];
      float y = scene.position[3 * v + 1] - Skull.centreY();
      float z = scene.position[3 * v + 2];
      highest = Math.max(highest, y + Skull.centreY());
      if (y > 3) {
        double r = Math.sqrt(x * x + y * y + z * z);
        assertThat(r).as("vertex %d", v).isGreaterThan(skull.radius(x, y, z));
        sector[(int) Math.floorMod((long) Math.floor(Math.atan2(x, z) / Math.PI * 4), 8L)] = true;
      }
    }
    assertThat(sector).containsOnly(true);
    if (kind != Headwear.Kind.HEADBAND) {
      assertThat(highest).as("over the top of the head").isGreaterThan(12);
    }
  }

  @Test
  void allKindsAreDrawn() {
    Set<Outfit.Garment> garments = EnumSet.noneOf(Outfit.Garment.class);
    Set<Obstacle.Kind> obstacles = EnumSet.noneOf(Obstacle.Kind.class);
    Set<Headwear.Kind> headwear = EnumSet.noneOf(Headwear.Kind.class);
    int glasses = 0;
    for (int i = 0; i < 2000; i++) {
      Outfit outfit = Outfit.draw(new Dice(9, i));
      garments.add(outfit.garment());
      glasses += outfit.glasses() != null ? 1 : 0;
      if (outfit.headwear() != null) {
        headwear.add(outfit.headwear().kind());
      }
      Obstacle obstacle = Obstacle.draw(new Dice(10, i));
      if (obstacle != null) {
        obstacles.add(obstacle.kind());
      }
    }
    assertThat(garments).containsExactlyInAnyOrder(Outfit.Garment.values());
    assertThat(headwear).containsExactlyInAnyOrder(Headwear.Kind.values());
    assertThat(obstacles).containsExactlyInAnyOrder(Obstacle.Kind.values());
    assertThat(glasses).isBetween(300, 500);
  }

  /** A person that looks at the camera with nothing worn and nothing before the face. */
  private static FaceRecipe plain(int index) {
    FaceRecipe recipe = FaceRecipe.draw(77, index, 0).forPortrait();
    Outfit outfit = Records.with(Records.with(recipe.outfit(), "glasses", null), "headwear", null);
    Hairstyle bald =
        Barber.draw(Hairstyle.Cut.BALD, new Dice(1, index), new Person(30, 0.9f, 0.3f));
    return Records.with(Records.with(recipe, "outfit", outfit), "hairstyle", bald);
  }
}
