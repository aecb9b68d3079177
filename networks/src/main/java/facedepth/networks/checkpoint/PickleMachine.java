package facedepth.networks.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@code torch.save} pickles (protocol 2). A pickle is a program; this machine knows the
 * instructions that build dictionaries, lists, tuples, text, numbers and tensors, and calls
 * nothing: a name outside {@link PickleGlobals} is refused.
 *
 * <p>Answers are {@code Map}, {@code List} (tuples cannot be changed), {@code String}, {@code
 * Long}, {@code BigInteger}, {@code Double}, {@code Boolean}, null, and {@link TensorReference}.
 */
final class PickleMachine {
  private static final Object MARK = new Object();

  private final PickleInput in;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  PickleMachine(PickleInput in) {
    this.in = in;
  }

  /** Reads one pickle, up to and with its STOP. */
  Object read() throws IOException {
    for (int opcode = in.next(); opcode != '.'; opcode = in.next()) {
      step(opcode);
    }
    return pop();
  }

  private void step(int opcode) throws IOException {
    switch (opcode) {
      case 0x80 -> protocol(in.next()); // PROTO
      case 'c' -> stack.add(global(in.line(), in.line())); // GLOBAL
      case '(' -> stack.add(MARK);
      case ')' -> stack.add(List.of()); // EMPTY_TUPLE
      case 't' -> stack.add(tuple(popToMark())); // TUPLE
      case 0x85 -> stack.add(tuple(popLast(1))); // TUPLE1
      case 0x86 -> stack.add(tuple(popLast(2))); // TUPLE2
      case 0x87 -> stack.add(tuple(popLast(3))); // TUPLE3
      case '}' -> stack.add(new LinkedHashMap<Object, Object>()); // EMPTY_DICT
      case ']' -> stack.add(new ArrayList<Object>()); // EMPTY_LIST
      case 'N' -> stack.add(null); // NONE
      case 0x88 -> stack.add(true); // NEWTRUE
      case 0x89 -> stack.add(false); // NEWFALSE
      case 'J' -> stack.add((long) in.nextInt()); // BININT
      case 'K' -> stack.add((long) in.next()); // BININT1
      case 'M' -> stack.add((long) (in.take(2).getShort() & 0xffff)); // BININT2
      case 0x8a -> stack.add(longOf(in.take(in.next()))); // LONG1
      case 'G' -> stack.add(in.take(8).order(ByteOrder.BIG_ENDIAN).getDouble()); // BINFLOAT
      case 'X' -> stack.add(in.text(Integer.toUnsignedLong(in.nextInt()))); // BINUNICODE
      case 'q' -> memo.put(in.next(), top()); // BINPUT
      case 'r' -> memo.put(in.nextInt(), top()); // LONG_BINPUT
      case 'h' -> stack.add(remembered(in.next())); // BINGET
      case 'j' -> stack.add(remembered(in.nextInt())); // LONG_BINGET
      case 'a' -> append(popLast(1)); // APPEND
      case 'e' -> append(popToMark()); // APPENDS
      case 's' -> setItems(popLast(2)); // SETITEM
      case 'u' -> setItems(popToMark()); // SETITEMS
      case 'Q' -> stack.add(PickleGlobals.storage(in, pop())); // BINPERSID
      case 'R' -> { // REDUCE
        Object arguments = pop();
        stack.add(PickleGlobals.call(in, pop(), arguments));
      }
      case 'b' -> { // BUILD: attributes of an object, such as a state dict's _metadata
        pop();
        top();
      }
      default ->
          throw in.malformed("instruction 0x" + Integer.toHexString(opcode) + " is not supported");
    }
  }

  private void protocol(int version) throws IOException {
    if (version != 2) {
      throw in.malformed("protocol " + version + ", only 2 is supported");
    }
  }

  private Object global(String module, String name) throws IOException {
    return PickleGlobals.named(module + "." + name)
        .orElseThrow(() -> in.malformed("refers to " + module + "." + name + ", refused"));
  }

  private static List<Object> tuple(List<Object> items) {
    return Collections.unmodifiableList(items); // unlike List.copyOf, takes None
  }

  private static Object longOf(ByteBuffer littleEndian) {
    byte[] bytes = new byte[littleEndian.remaining()];
    for (int i = bytes.length - 1; i >= 0; i--) {
      bytes[i] = littleEndian.get();
    }
    BigInteger value = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  private Object remembered(int index) throws IOException {
    if (!memo.containsKey(index)) {
      throw in.malformed("memo " + index + " is empty");
    }
    return memo.get(index);
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> items) throws IOException {
    if (!(top() instanceof ArrayList<?> list)) {
      throw in.malformed("appends to what is no list");
    }
    ((ArrayList<Object>) list).addAll(items);
  }

  @SuppressWarnings("unchecked")
  private void setItems(List<Object> items) throws IOException {
    if (!(top() instanceof LinkedHashMap<?, ?> map) || items.size() % 2 != 0) {
      throw in.malformed("sets items of what is no dictionary");
    }
    for (int i = 0; i < items.size(); i += 2) {
      Object key = items.get(i);
      // Others have no use here, and hashing one that holds itself would not end.
      if (!(key instanceof String || key instanceof Long)) {
        throw in.malformed("a key that is neither text nor a number");
      }
      ((LinkedHashMap<Object, Object>) map).put(key, items.get(i + 1));
    }
  }

  private Object top() throws IOException {
    if (stack.isEmpty() || stack.get(stack.size() - 1) == MARK) {
      throw in.malformed("the stack is empty");
    }
    return stack.get(stack.size() - 1);
  }

  private Object pop() throws IOException {
    Object top = top();
    stack.remove(stack.size() - 1);
    return top;
  }

  private List<Object> popLast(int count) throws IOException {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(0, pop());
    }
    return items;
  }

  private List<Object> popToMark() throws IOException {
    int mark = stack.lastIndexOf(MARK);
    if (mark < 0) {
      throw in.malformed("a mark is missing");
    }
    List<Object> above = stack.subList(mark + 1, stack.size());
    List<Object> items = new ArrayList<>(above);
    above.clear();
    stack.remove(mark);
    return items;
  }
}
