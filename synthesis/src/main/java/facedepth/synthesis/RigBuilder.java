package facedepth.synthesis;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts lights up one by one. Colours are given as temperatures and come out as a camera balanced
 * for {@link #white} sees them; levels are what a white matt surface that faces the light shows.
 */
final class RigBuilder {
  private static final double HALF_A_SPHERE = Math.PI / 2;
  private static final float[] UP = {0, -1, 0};

  private final Dice dice;
  private final EnvironmentLight environment = new EnvironmentLight();
  private final List<Lamp> lamps = new ArrayList<>();
  private float white = 6500;
  private float[] behind = {1, 1, 1};
  private float exposure;

  RigBuilder(Dice dice) {
    this.dice = dice;
    exposure = dice.chance(0.12) ? dice.logUniform(0.4f, 1.8f) : dice.logUniform(0.7f, 1.35f);
  }

  /** The temperature that the camera takes for white, give or take its error. */
  RigBuilder white(float kelvin) {
    white = kelvin * (float) Math.exp(dice.normal(0, 0.06f));
    return this;
  }

  /** Light from everywhere: what walls send back. */
  RigBuilder everywhere(float kelvin, float level) {
    return patch(UP, Math.PI, tint(kelvin, level));
  }

  /**
   * The sky over the ground.
   *
   * @param zenith level of the sky above; the horizon is {@code horizon}, the ground {@code ground}
   */
  RigBuilder sky(float kelvin, float zenith, float horizon, float ground) {
    float[] sky = tint(kelvin, horizon);
    float[] earth = tint(dice.uniform(4300, 6800), ground);
    patch(UP, Math.PI, earth);
    for (int c = 0; c < 3; c++) {
      sky[c] -= earth[c];
    }
    patch(UP, HALF_A_SPHERE, sky);
    return patch(UP, Math.PI / 4, tint(kelvin, zenith - horizon));
  }

  /** A bright area, a window or a screen, that gives the level to a surface that faces it. */
  RigBuilder window(float azimuth, float elevation, float halfDegrees, float kelvin, float level) {
    double half = Math.toRadians(halfDegrees);
    float sine = (float) Math.sin(half);
    return patch(Lamp.direction(azimuth, elevation), half, tint(kelvin, level / (sine * sine)));
  }

  RigBuilder lamp(float azimuth, float elevation, float size, float kelvin, float level) {
    lamps.add(new Lamp(Lamp.direction(azimuth, elevation), tint(kelvin, level), size));
    return this;
  }

  /** A lamp with a coloured filter. */
  RigBuilder gel(float azimuth, float elevation, float size, float hue, float level) {
    float[] colour = LightColour.ofHue(hue, dice.uniform(0.6f, 0.97f));
    for (int c = 0; c < 3; c++) {
      colour[c] *= level;
    }
    lamps.add(new Lamp(Lamp.direction(azimuth, elevation), colour, size));
    return this;
  }

  /** How brightly what stands behind the person is lit. */
  RigBuilder behind(float kelvin, float level) {
    behind = tint(kelvin, level);
    return this;
  }

  /** Exposes for something else than the face, which comes out this many times as bright. */
  RigBuilder exposed(float factor) {
    exposure *= factor;
    return this;
  }

  LightRig rig(LightSetup setup) {
    return new LightRig(setup, environment, lamps.toArray(new Lamp[0]), behind, exposure);
  }

  private RigBuilder patch(float[] direction, double half, float[] radiance) {
    environment.add(direction, half, radiance);
    return this;
  }

  private float[] tint(float kelvin, float level) {
    float[] colour = LightColour.ofTemperature(kelvin, white);
    for (int c = 0; c < 3; c++) {
      colour[c] *= level;
    }
    return colour;
  }
}
