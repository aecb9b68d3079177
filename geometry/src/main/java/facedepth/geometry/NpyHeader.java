package facedepth.geometry;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The Python dictionary at the head of a .npy file: {@code {'descr': '<f4', 'fortran_order': False,
 * 'shape': (3, 4), }}.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NpyHeader(NpyType type, ByteOrder order, boolean fortranOrder, int[] shape) {
  /** NumPy's own bound on dimensions. */
  private static final int MAXIMUM_RANK = 32;

  /** What NumPy writes for a little-endian row-major array. */
  static String format(NpyType type, int[] shape) {
    StringBuilder text = new StringBuilder("{'descr': '").append(type.descriptor());
    text.append("', 'fortran_order': False, 'shape': (");
    for (int i = 0; i < shape.length; i++) {
      text.append(i == 0 ? "" : " ").append(shape[i]);
      text.append(i < shape.length - 1 || shape.length == 1 ? "," : "");
    }
    return text.append("), }").toString();
  }

  static NpyHeader parse(String file, String text) throws MalformedFileException {
    return new Parser(file, text).header();
  }

  /** Reads the few forms of literal that NumPy writes; keys in any order, nothing else. */
  private static final class Parser {
    private final String file;
    private final String text;
    private int at;

    Parser(String file, String text) {
      this.file = file;
      this.text = text;
    }

    NpyHeader header() throws MalformedFileException {
      String descriptor = null;
      Boolean fortranOrder = null;
      int[] shape = null;
      expect('{');
      while (!accept('}')) {
        String key = quoted();
        expect(':');
        switch (key) {
          case "descr" -> descriptor = quoted();
          case "fortran_order" -> fortranOrder = truth();
          case "shape" -> shape = tuple();
          default -> throw malformed("unknown key '" + key + "'");
        }
        if (!accept(',')) {
          expect('}');
          break;
        }
      }
      skipBlanks();
      if (at != text.length()) {
        throw malformed("text after the dictionary");
      }
      if (descriptor == null || fortranOrder == null || shape == null) {
        throw malformed("descr, fortran_order or shape is missing");
      }
      char order = descriptor.isEmpty() ? ' ' : descriptor.charAt(0);
      NpyType type = "<>|=".indexOf(order) < 0 ? null : NpyType.ofCode(descriptor.substring(1));
      if (type == null || (order == '|' && type.bytes() > 1)) {
        throw malformed("elements of type '" + descriptor + "' cannot be read");
      }
      ByteOrder byteOrder = order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      return new NpyHeader(type, byteOrder, fortranOrder, shape);
    }

    private String quoted() throws MalformedFileException {
      skipBlanks();
      char quote = at < text.length() ? text.charAt(at) : ' ';
      int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
      if (end < 0) {
        throw malformed("expected a quoted word");
      }
      String word = text.substring(at + 1, end);
      at = end + 1;
      return word;
    }

    private boolean truth() throws MalformedFileException {
      skipBlanks();
      for (String word : List.of("True", "False")) {
        if (text.startsWith(word, at)) {
          at += word.length();
          return word.equals("True");
        }
      }
      throw malformed("expected True or False");
    }

    private int[] tuple() throws MalformedFileException {
      List<Integer> sides = new ArrayList<>();
      expect('(');
      while (!accept(')')) {
        sides.add(side());
        if (!accept(',')) {
          expect(')');
          break;
        }
      }
      if (sides.size() > MAXIMUM_RANK) {
        throw malformed(sides.size() + " dimensions");
      }
      return sides.stream().mapToInt(Integer::intValue).toArray();
    }

    private int side() throws MalformedFileException {
      skipBlanks();
      int start = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == start || at - start > 10) {
        throw malformed("expected a side of the shape");
      }
      long side = Long.parseLong(text.substring(start, at));
      if (side > Integer.MAX_VALUE) {
        throw malformed("a side of " + side);
      }
      accept('L'); // Python 2 wrote long integers so
      return (int) side;
    }

    private void expect(char wanted) throws MalformedFileException {
      if (!accept(wanted)) {
        throw malformed("expected '" + wanted + "'");
      }
    }

    private boolean accept(char wanted) {
      skipBlanks();
      if (at < text.length() && text.charAt(at) == wanted) {
        at++;
        return true;
      }
      return false;
    }

    private void skipBlanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private MalformedFileException malformed(String reason) {
      return new MalformedFileException(file, "npy header, character " + at + ": " + reason);
    }
  }
}
