package facedepth.synthesis.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.synthesis.HeadModel;
import facedepth.synthesis.HeadPart;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the built-in head's surfaces lie as those of a head do. */
class BuiltinSurfaceTest {
  private static final HeadModel HEAD = BuiltinHead.create();

  @Test
  void trianglesFaceOutward() {
    Map<HeadPart, Double> volume = new EnumMap<>(HeadPart.class);
    Map<HeadPart, Double> area = new EnumMap<>(HeadPart.class);
    for (int t = 0; t < HEAD.triangleParts().length; t++) {
      double[] n = normal(HEAD.neutral(), t);
      float[] p = HEAD.neutral();
      int a = 3 * HEAD.triangles()[3 * t];
      HeadPart part = HEAD.triangleParts()[t];
      double cx = 0;
      double cy = 2;
      double cz = 1;
      if (part == HeadPart.EYE) {
        cx = Math.signum(p[a]) * EyeSeat.X;
        cy = EyeSeat.Y;
        cz = EyeSeat.Z;
      }
      double spanned = n[0] * (p[a] - cx) + n[1] * (p[a + 1] - cy) + n[2] * (p[a + 2] - cz);
      volume.merge(part, spanned, Double::sum);
      area.merge(part, Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]), Double::sum);
    }
    // A closed surface that faces outward encloses a positive volume: 4 pi r^3 / 3 is a third of
    // the sum of half the parallelepipeds.
    double eyeball = volume.get(HeadPart.EYE) / 6;
    assertThat(eyeball / 2).isCloseTo(4 * Math.PI / 3 * Math.pow(EyeSeat.RADIUS, 3), within(0.4));
    assertThat(volume.get(HeadPart.SKIN)).isGreaterThan(4 * area.get(HeadPart.SKIN));
    assertThat(volume.get(HeadPart.BACK)).isGreaterThan(4 * area.get(HeadPart.BACK));
  }

  @Test
  void seenFromTheFrontNothingOfTheFaceTurnsItsBack() {
    int wrong = 0;
    int seen = 0;
    for (int t = 0; t < HEAD.triangleParts().length; t++) {
      int a = 3 * HEAD.triangles()[3 * t];
      float[] p = HEAD.neutral();
      boolean plain =
          HEAD.triangleParts()[t] == HeadPart.SKIN
              && Math.abs(p[a]) < 5
              && p[a + 1] > -5
              && p[a + 1] < 9
              && p[a + 2] > 6;
      if (plain) {
        seen++;
        wrong += normal(HEAD.neutral(), t)[2] < 0 ? 1 : 0;
      }
    }
    assertThat(seen).isGreaterThan(8000);
    // Rims of the lids and the undersides of lips and wings may.
    assertThat(wrong / (double) seen).isLessThan(0.05);
  }

  @Test
  void edgesAreSharedByTwoTrianglesOfOppositeDirection() {
    Map<Long, Integer> edges = new HashMap<>();
    for (int t = 0; t < HEAD.triangleParts().length; t++) {
      for (int k = 0; k < 3; k++) {
        long from = HEAD.triangles()[3 * t + k];
        long to = HEAD.triangles()[3 * t + (k + 1) % 3];
        assertThat(edges.merge(from << 32 | to, 1, Integer::sum))
            .as("edge %d-%d of a %s", from, to, HEAD.triangleParts()[t])
            .isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void lidsCoverEyeballsWhateverThePerson(int seed) {
    float[] face = HEAD.neutral().clone();
    Random random = new Random(seed);
    for (float[] mode : HEAD.identityModes()) {
      add(face, mode, seed == 0 ? 0 : (float) Math.max(-2.6, Math.min(2.6, random.nextGaussian())));
    }
    float[] shut = face.clone();
    add(shut, shape("eyeBlink_L"), 1);
    int[] eyeball = vertices(HeadPart.EYE);
    int[] skin = vertices(HeadPart.SKIN);
    double hidden = 0;
    double front = 0;
    for (int e : eyeball) {
      float[] n = HEAD.neutral();
      if (n[3 * e] < 0 || n[3 * e + 2] < EyeSeat.Z + 0.35 * EyeSeat.RADIUS) {
        continue;
      }
      front++;
      // The nearest lid vertex in the picture stands before the eyeball.
      int nearest = nearestInPicture(shut, skin, shut[3 * e], shut[3 * e + 1]);
      hidden += shut[3 * nearest + 2] > shut[3 * e + 2] - 0.02 ? 1 : 0;
    }
    assertThat(front).isGreaterThan(100);
    assertThat(hidden / front).isGreaterThan(0.97);
  }

  @Test
  void openEyesShowTheEyeball() {
    float[] face = HEAD.neutral();
    float[] upper = landmark(face, 43);
    float[] lower = landmark(face, 47);
    assertThat(upper[1] - lower[1]).isBetween(0.6f, 1.3f);
    for (int corner : new int[] {42, 43, 44, 45, 46, 47}) {
      float[] at = landmark(face, corner);
      double fromCentre =
          Math.hypot(Math.hypot(at[0] - EyeSeat.X, at[1] - EyeSeat.Y), at[2] - EyeSeat.Z);
      // The edge of a lid stands a little off the ball.
      assertThat(fromCentre).isBetween(EyeSeat.RADIUS + 0.02, EyeSeat.RADIUS + 0.75);
    }
  }

  private static int nearestInPicture(float[] face, int[] among, float x, float y) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int v : among) {
      double distance = Math.hypot(face[3 * v] - x, face[3 * v + 1] - y);
      if (distance < least && face[3 * v + 2] > 5) {
        least = distance;
        best = v;
      }
    }
    return best;
  }

  private static int[] vertices(HeadPart part) {
    return IntStream.range(0, HEAD.triangleParts().length)
        .filter(t -> HEAD.triangleParts()[t] == part)
        .flatMap(t -> IntStream.range(3 * t, 3 * t + 3))
        .map(corner -> HEAD.triangles()[corner])
        .distinct()
        .toArray();
  }

  private static double[] normal(float[] p, int t) {
    int a = 3 * HEAD.triangles()[3 * t];
    int b = 3 * HEAD.triangles()[3 * t + 1];
    int c = 3 * HEAD.triangles()[3 * t + 2];
    double ux = p[b] - p[a];
    double uy = p[b + 1] - p[a + 1];
    double uz = p[b + 2] - p[a + 2];
    double vx = p[c] - p[a];
    double vy = p[c + 1] - p[a + 1];
    double vz = p[c + 2] - p[a + 2];
    return new double[] {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
  }

  private static float[] landmark(float[] face, int index) {
    int at = 3 * HEAD.landmarks()[index];
    return new float[] {face[at], face[at + 1], face[at + 2]};
  }

  private static float[] shape(String name) {
    return HEAD.expressionShapes().get(HEAD.expressionNames().indexOf(name));
  }

  private static void add(float[] face, float[] shape, float weight) {
    for (int i = 0; i < face.length; i++) {
      face[i] += weight * shape[i];
    }
  }
}
