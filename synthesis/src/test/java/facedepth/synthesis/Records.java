package facedepth.synthesis;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;

/** Copies of records with one component changed. */
final class Records {
  private Records() {}

  @SuppressWarnings("unchecked")
  static <R extends Record> R with(R original, String name, Object value) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        boolean wanted = components[i].getName().equals(name);
        found |= wanted;
        components[i].getAccessor().setAccessible(true);
        types[i] = components[i].getType();
        values[i] = wanted ? value : components[i].getAccessor().invoke(original);
      }
      if (!found) {
        throw new IllegalArgumentException(original.getClass() + " has no " + name);
      }
      Constructor<?> constructor = original.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (R) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(original + " cannot be copied", e);
    }
  }
}
