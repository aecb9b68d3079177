package facedepth.synthesis;

/**
 * What camera, film and programs do to a picture; {@link Degradation} applies it. Lengths are in
 * picture widths, so that a sample looks the same at every resolution.
 *
 * @param print null if the picture is not made to look printed
 */
record CameraFaults(
    Optics optics, Sensor sensor, Development development, Print print, Storage storage) {

  /** A picture that shows light as it is. */
  static CameraFaults none() {
    return new CameraFaults(
        Optics.PERFECT, Sensor.PERFECT, Development.PLAIN, null, Storage.LOSSLESS);
  }

  /** A good camera in good hands. */
  static CameraFaults goodCamera() {
    return new CameraFaults(
        Optics.PERFECT, Sensor.PERFECT, Development.FILM, null, Storage.LOSSLESS);
  }

  /** A third of pictures are nearly clean, a third a little poor, a third poor. */
  static CameraFaults draw(Dice dice) {
    float strength =
        switch (dice.below(3)) {
          case 0 -> dice.uniform(0, 0.12f);
          case 1 -> dice.uniform(0.12f, 0.5f);
          default -> dice.uniform(0.5f, 1);
        };
    return new CameraFaults(
        Optics.draw(dice.stream("optics"), strength),
        Sensor.draw(dice.stream("sensor"), strength),
        Development.draw(dice.stream("development"), strength),
        Print.draw(dice.stream("print")),
        Storage.draw(dice.stream("storage"), strength));
  }

  CameraFaults with(Optics other) {
    return new CameraFaults(other, sensor, development, print, storage);
  }

  CameraFaults with(Sensor other) {
    return new CameraFaults(optics, other, development, print, storage);
  }

  CameraFaults with(Storage other) {
    return new CameraFaults(optics, sensor, development, print, other);
  }
}
