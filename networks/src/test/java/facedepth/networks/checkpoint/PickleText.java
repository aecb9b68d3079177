package facedepth.networks.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the pickles of tests. */
final class PickleText {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Instructions as text, with {@code \xNN} and {@code \n}. */
  PickleText raw(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        out.write(text.charAt(i));
      } else if (text.charAt(++i) == 'n') {
        out.write('\n');
      } else {
        out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      }
    }
    return this;
  }

  PickleText stateDict(
      String name, String type, long storage, long offset, String sizes, String strides) {
    return raw("\\x80\\x02").stateDictBody(name, type, storage, offset, sizes, strides).raw(".");
  }

  /** An OrderedDict with one tensor, as torch.save writes it. */
  PickleText stateDictBody(
      String name, String type, long storage, long offset, String sizes, String strides) {
    raw("ccollections\\nOrderedDict\\n)R").text(name);
    tensor(type, "0", storage, offset, sizes, strides);
    return raw("s}X\\x01\\x00\\x00\\x00mK\\x01sb");
  }

  /** An OrderedDict of float tensors, each the whole of the storage that its place numbers. */
  PickleText stateDict(Map<String, long[]> shapes) {
    raw("\\x80\\x02ccollections\\nOrderedDict\\n)R(");
    int key = 0;
    for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
      long[] shape = entry.getValue();
      String[] sizes = new String[shape.length];
      String[] strides = new String[shape.length];
      long stride = 1;
      for (int i = shape.length - 1; i >= 0; i--) {
        sizes[i] = Long.toString(shape[i]);
        strides[i] = Long.toString(stride);
        stride *= shape[i];
      }
      text(entry.getKey());
      String all = String.join(",", sizes);
      tensor("FloatStorage", "" + key++, stride, 0, all, String.join(",", strides));
    }
    return raw("u.");
  }

  private void tensor(
      String type, String key, long storage, long offset, String sizes, String strides) {
    raw("ctorch._utils\\n_rebuild_tensor_v2\\n((").text("storage");
    raw("ctorch\\n" + type + "\\n").text(key).text("cuda:0").number(storage);
    raw("tQ").number(offset).tuple(sizes).tuple(strides);
    raw("\\x89ccollections\\nOrderedDict\\n)RtR");
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private PickleText text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.write('X');
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, utf8.length).array());
    out.writeBytes(utf8);
    return this;
  }

  private PickleText tuple(String numbers) {
    out.write('(');
    for (String number : numbers.split(",", -1)) {
      if (!number.isEmpty()) {
        number(Long.parseLong(number));
      }
    }
    out.write('t');
    return this;
  }

  private PickleText number(long value) {
    out.write(0x8a);
    out.write(8);
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value).array());
    return this;
  }
}
