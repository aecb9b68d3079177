package facedepth.synthesis;

/**
 * Colour of skin from what it is made of: an epidermis that only absorbs, by melanin, over a dermis
 * that scatters and holds blood. Worked out once for a grid of pigments and looked up.
 *
 * <p>Absorption of the melanins and of bare tissue, and reduced scattering of the dermis, after
 * Donner and Jensen, "A Spectral BSSRDF for Shading Human Skin" (2006); haemoglobin after Prahl's
 * tabulated extinction; reflectance of a half space after Flock; colour matching after Wyman, Sloan
 * and Shirley (2013), under daylight.
 */
final class SkinOptics {
  /** Share of the epidermis that is melanin: lightest and darkest of the table. */
  static final float LEAST_MELANIN = 0.002f;

  static final float MOST_MELANIN = 3;

  /** Share of the dermis that is blood: least and most of the table. */
  static final float LEAST_BLOOD = 0.001f;

  static final float MOST_BLOOD = 0.3f;

  private static final int MELANINS = 40;
  private static final int BLOODS = 24;
  private static final int KINDS = 3;

  private static final int FIRST_WAVELENGTH = 400;
  private static final int WAVELENGTH_STEP = 10;
  private static final double EPIDERMIS_PATH = 0.095; // mm, down and up again, obliquely
  private static final double SIEVE = 1.3; // shape of the spread of paths through melanin
  private static final double SURFACE = 0.01; // scattered before it enters
  private static final double OXYGENATION = 0.7;

  /** Extinction of oxygenated haemoglobin from 400 to 700 nm, 1/(cm M). */
  private static final double[] OXYGENATED = {
    266232, 466840, 480360, 246072, 102580, 62816, 44480, 33209, 26629, 23684, 20933, 20035, 24202,
    39957, 53236, 43016, 32613, 44496, 50104, 14401, 3200, 1506, 942, 610, 442, 368, 320, 294, 278,
    276, 290
  };

  /** The same without oxygen. */
  private static final double[] DEOXYGENATED = {
    223296, 303956, 407560, 528600, 413280, 103292, 23389, 16156, 14550, 16684, 20862, 25774, 31590,
    39036, 46592, 53412, 53788, 45072, 37020, 28324, 14678, 9444, 6510, 5149, 4345, 3750, 3227,
    2795, 2408, 2052, 1794
  };

  /** Linear RGB by kind of melanin, melanin, blood. */
  private static final float[] TABLE = table();

  private SkinOptics() {}

  /**
   * Linear RGB reflectance.
   *
   * @param melanin share of the epidermis
   * @param blood share of the dermis
   * @param reddish share of the melanin that is phaeomelanin, 0 to 0.5
   */
  static void reflectance(float melanin, float blood, float reddish, float[] rgb) {
    reflect(melaninAt(melanin), bloodAt(blood), reddish, rgb);
  }

  /** Place of an amount of melanin in the table; equal steps are equal ratios. */
  static float melaninAt(float melanin) {
    return (float)
        ((MELANINS - 1)
            * Math.log(melanin / LEAST_MELANIN)
            / Math.log(MOST_MELANIN / LEAST_MELANIN));
  }

  /** Place of an amount of blood in the table; equal steps are equal ratios. */
  static float bloodAt(float blood) {
    return (float)
        ((BLOODS - 1) * Math.log(blood / LEAST_BLOOD) / Math.log(MOST_BLOOD / LEAST_BLOOD));
  }

  /** {@link #reflectance} for places of the table, without the logarithms. */
  static void reflect(float melaninAt, float bloodAt, float reddish, float[] rgb) {
    float m = Math.max(0, Math.min(MELANINS - 1.001f, melaninAt));
    float b = Math.max(0, Math.min(BLOODS - 1.001f, bloodAt));
    float k = Math.max(0, Math.min(KINDS - 1.001f, 2 * reddish * (KINDS - 1)));
    int mi = (int) m;
    int bi = (int) b;
    int ki = (int) k;
    int at = 3 * ((ki * MELANINS + mi) * BLOODS + bi);
    m -= mi;
    b -= bi;
    k -= ki;
    int kindStep = 3 * MELANINS * BLOODS;
    for (int c = 0; c < 3; c++) {
      float first = square(at + c, m, b);
      rgb[c] = first + k * (square(at + c + kindStep, m, b) - first);
    }
  }

  private static float square(int at, float m, float b) {
    int next = at + 3 * BLOODS;
    float low = TABLE[at] + b * (TABLE[at + 3] - TABLE[at]);
    float high = TABLE[next] + b * (TABLE[next + 3] - TABLE[next]);
    return low + m * (high - low);
  }

  private static float[] table() {
    float[] table = new float[3 * KINDS * MELANINS * BLOODS];
    for (int k = 0, at = 0; k < KINDS; k++) {
      for (int m = 0; m < MELANINS; m++) {
        double melanin =
            LEAST_MELANIN * Math.pow(MOST_MELANIN / LEAST_MELANIN, m / (MELANINS - 1.0));
        for (int b = 0; b < BLOODS; b++, at += 3) {
          double blood = LEAST_BLOOD * Math.pow(MOST_BLOOD / LEAST_BLOOD, b / (BLOODS - 1.0));
          integrate(melanin, blood, 0.5 * k / (KINDS - 1), table, at);
        }
      }
    }
    return table;
  }

  /** Sums reflectance over the visible wavelengths as an eye would, relative to white. */
  private static void integrate(double melanin, double blood, double reddish, float[] rgb, int at) {
    double[] seen = new double[3];
    double[] white = new double[3];
    for (int i = 0; i < OXYGENATED.length; i++) {
      double wavelength = FIRST_WAVELENGTH + i * WAVELENGTH_STEP;
      double reflected = reflectance(wavelength, i, melanin, blood, reddish);
      double light = 1 - 0.0011 * (wavelength - 550); // daylight falls off slowly towards red
      for (int c = 0; c < 3; c++) {
        double weight = light * matching(c, wavelength);
        seen[c] += weight * reflected;
        white[c] += weight;
      }
    }
    double x = 0.9505 * seen[0] / white[0];
    double y = seen[1] / white[1];
    double z = 1.089 * seen[2] / white[2];
    rgb[at] = clamp(3.2406 * x - 1.5372 * y - 0.4986 * z);
    rgb[at + 1] = clamp(-0.9689 * x + 1.8758 * y + 0.0415 * z);
    rgb[at + 2] = clamp(0.0557 * x - 0.204 * y + 1.057 * z);
  }

  private static double reflectance(
      double wavelength, int index, double melanin, double blood, double reddish) {
    double tissue = 0.0244 + 8.53 * Math.exp(-(wavelength - 154) / 66.2);
    double dark = 6.6e10 * Math.pow(wavelength, -3.33);
    double red = 2.9e14 * Math.pow(wavelength, -4.75);
    double epidermis = melanin * ((1 - reddish) * dark + reddish * red) + (1 - melanin) * tissue;
    double extinction = OXYGENATION * OXYGENATED[index] + (1 - OXYGENATION) * DEOXYGENATED[index];
    double wholeBlood = 2.303 * extinction * 150 / 64500 / 10; // 150 g/l; per mm
    double absorption = blood * wholeBlood + (1 - blood) * tissue;
    double scattering = 14.74 * Math.pow(wavelength, -0.22) + 2.2e11 * Math.pow(wavelength, -4);
    double albedo = scattering / (scattering + absorption);
    double root = Math.sqrt(3 * (1 - albedo));
    double inner = 3.25; // (1 + Fdr) / (1 - Fdr) for a refractive index of 1.4
    double dermis = albedo / 2 * (1 + Math.exp(-4.0 / 3 * inner * root)) * Math.exp(-root);
    // Melanin lies in grains and some light slips between them: paths are spread, not all alike.
    double passed = Math.pow(1 + epidermis * EPIDERMIS_PATH / SIEVE, -SIEVE);
    return SURFACE + (1 - SURFACE) * passed * dermis;
  }

  /** Colour matching functions as sums of lobes: 0 x, 1 y, 2 z. */
  private static double matching(int which, double w) {
    return switch (which) {
      case 0 ->
          1.056 * lobe(w, 599.8, 37.9, 31.0)
              + 0.362 * lobe(w, 442.0, 16.0, 26.7)
              - 0.065 * lobe(w, 501.1, 20.4, 26.2);
      case 1 -> 0.821 * lobe(w, 568.8, 46.9, 40.5) + 0.286 * lobe(w, 530.9, 16.3, 31.1);
      default -> 1.217 * lobe(w, 437.0, 11.8, 36.0) + 0.681 * lobe(w, 459.0, 26.0, 13.8);
    };
  }

  private static double lobe(double at, double centre, double below, double above) {
    double t = (at - centre) / (at < centre ? below : above);
    return Math.exp(-0.5 * t * t);
  }

  private static float clamp(double value) {
    return (float) Math.max(0.004, Math.min(0.95, value));
  }
}
