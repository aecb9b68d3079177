package facedepth.notebook.kernel;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.core.ConnectionProperties;
import org.rapaio.jupyter.kernel.core.RapaioKernel;
import org.rapaio.jupyter.kernel.core.Transform;

/**
 * The process that runs a notebook's cells: Rapaio's kernel, which runs them in the JDK's JShell,
 * with the product on its class path, interrupted by a signal rather than by a message.
 *
 * <p>Its own answer to the message (version 3.0.1) shuts down the threads that run cells: the cell
 * never ends, and all that follow do nothing and say that it went well.
 */
public final class Kernel {
  private static final Logger LOG = Logger.getLogger("");
  private static final int ENDING_MILLIS = 300;

  private Kernel() {}

  /**
   * Serves until Jupyter ends it, or is gone.
   *
   * @param args the connection file
   */
  public static void main(String[] args) throws Exception {
    LOG.setLevel(Level.OFF); // it logs each message, the connection's key too
    ConnectionProperties connection =
        Transform.fromJson(Files.readString(Path.of(args[0])), ConnectionProperties.class);
    RapaioKernel kernel = MainApp.kernel;
    Interrupts.listen();
    ProcessHandle.current()
        .parent()
        .ifPresent(
            jupyter -> {
              var unused = jupyter.onExit().thenRun(() -> Runtime.getRuntime().halt(0));
            });
    Channels channels = new Channels(connection);
    expectEarlyMessages(channels);
    channels.connect(kernel);
    Listeners.keepAlive(channels);
    do {
      channels.joinUntilClose();
      Thread.sleep(ENDING_MILLIS);
    } while (!channels.isMarkedForShutdown()); // those that ended have been replaced
    System.exit(0);
  }

  /**
   * Rapaio's channels listen before they know what to answer; a message that comes in between ends
   * the thread that listens, and on a busy machine there is one in every few starts. With an empty
   * table of answers it is dropped, and Jupyter asks again.
   */
  private static void expectEarlyMessages(Channels channels) throws ReflectiveOperationException {
    Field handlers = Channels.class.getDeclaredField("handlers");
    handlers.setAccessible(true);
    handlers.set(channels, new HashMap<>());
  }
}
