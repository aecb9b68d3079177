package facedepth.training;

import java.util.Locale;

/** How scores are printed: columns, units, decimals. */
final class ScoreTable {
  /** Headings of {@link #cells(ScoreMeans)}. */
  static final String[] COLUMNS = {
    "L1 [-1,1]",
    "AbsErr",
    "RMSE",
    "AbsRel",
    "delta1",
    "SIDE x100",
    "MAD",
    "slope",
    "mask overlap",
    "UnSup3D SIDE x100",
    "UnSup3D MAD"
  };

  /** What the columns are in. */
  static final String UNITS =
      "AbsErr and RMSE in crop widths after subtracting medians, MAD in degrees, slope from true to"
          + " predicted depth (1 for true proportions), mask overlap as intersection over union; all"
          + " but that inside the true face mask, means over faces, for UnSup3D's protocol with"
          + " their standard deviation.";

  /** Headings of {@link #cells(DegradationCurve.Point)}. */
  static final String[] CURVE_COLUMNS = {"strength", "RMSE", "MAD", "L1 [-1,1]", "mask overlap"};

  private ScoreTable() {}

  static String[] cells(ScoreMeans m) {
    return new String[] {
      number("%.4f", m.l1()),
      number("%.4f", m.absoluteError()),
      number("%.4f", m.rootMeanSquare()),
      number("%.4f", m.relative()),
      number("%.3f", m.delta1()),
      number("%.3f", 100 * m.scaleInvariant()),
      number("%.2f", m.normalDegrees()),
      number("%.3f", m.stretch()),
      number("%.3f", m.maskOverlap()),
      spread("%.3f", 100 * m.unsup3dSide(), 100 * m.unsup3dSideDeviation()),
      spread("%.2f", m.unsup3dMad(), m.unsup3dMadDeviation())
    };
  }

  static String[] cells(DegradationCurve.Point point) {
    return new String[] {
      strength(point.strength()),
      number("%.4f", point.rootMeanSquare()),
      number("%.2f", point.normalDegrees()),
      number("%.4f", point.l1()),
      number("%.3f", point.maskOverlap())
    };
  }

  /** Without needless zeros. */
  static String strength(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
  }

  /** A dash where there is no number. */
  static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
  }

  private static String spread(String format, double mean, double deviation) {
    return Double.isFinite(deviation)
        ? number(format, mean) + " ± " + number(format, deviation)
        : number(format, mean);
  }
}
