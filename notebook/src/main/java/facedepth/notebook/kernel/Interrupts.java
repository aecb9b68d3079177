package facedepth.notebook.kernel;

import java.lang.reflect.Proxy;

/** The stop button: SIGINT interrupts the threads that run cells. */
final class Interrupts {
  /** What Rapaio's kernel names them by. */
  private static final String THREADS = "Engine-thread-";

  private Interrupts() {}

  /**
   * From now on SIGINT interrupts the cell that runs, and no longer ends the process.
   *
   * @throws ReflectiveOperationException if this Java knows no signals
   */
  static void listen() throws ReflectiveOperationException {
    // By reflection: the compiler warns of these classes, and there are no others for it.
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object interrupting =
        Proxy.newProxyInstance(
            Interrupts.class.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, args) -> {
              if (method.getName().equals("handle")) {
                interruptCells();
              }
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance("INT"), interrupting);
  }

  private static void interruptCells() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(THREADS))
        .forEach(Thread::interrupt);
  }
}
