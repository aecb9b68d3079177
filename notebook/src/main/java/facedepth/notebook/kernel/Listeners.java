package facedepth.notebook.kernel;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.rapaio.jupyter.kernel.channels.AbstractChannel;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.channels.LoopThread;

/**
 * Keeps the threads alive that listen to Jupyter. Rapaio's (version 3.0.1) ends at birth where it
 * runs before its starter has set the flag by which it goes on, which happens once in a few dozen
 * starts, and for good where a message cannot be read; Jupyter then waits for a kernel that is
 * there and does not answer. A new thread with the same task takes the place of one that has ended.
 */
final class Listeners {
  private static final Logger LOG = Logger.getLogger(Listeners.class.getName());
  private static final long CHECK_MILLIS = 200;

  private final Channels channels;

  private Listeners(Channels channels) {
    this.channels = channels;
  }

  /** Looks after the threads until the channels are closed. */
  static void keepAlive(Channels channels) throws ReflectiveOperationException {
    Listeners listeners = new Listeners(channels);
    listeners
        .reviveThoseThatEnded(); // finds out here, not in its thread, that a field is not there
    Thread keeper = new Thread(listeners::watch, "listeners");
    keeper.setDaemon(true);
    keeper.start();
  }

  private void watch() {
    try {
      while (!channels.isMarkedForShutdown()) {
        reviveThoseThatEnded();
        Thread.sleep(CHECK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ReflectiveOperationException e) {
      LOG.severe(e.toString());
    }
  }

  private void reviveThoseThatEnded() throws ReflectiveOperationException {
    for (AbstractChannel channel : listening()) {
      Field place = field(channel.getClass(), "loopThread");
      LoopThread thread = (LoopThread) place.get(channel);
      if (thread != null && !thread.isAlive() && !channels.isMarkedForShutdown()) {
        place.set(channel, startedAgain(thread));
      }
    }
  }

  private List<AbstractChannel> listening() throws ReflectiveOperationException {
    List<AbstractChannel> listening = new ArrayList<>();
    for (Object channel : (Set<?>) field(Channels.class, "channels").get(channels)) {
      for (Field field : channel.getClass().getDeclaredFields()) {
        if (field.getType() == LoopThread.class) {
          listening.add((AbstractChannel) channel);
        }
      }
    }
    return listening;
  }

  private static LoopThread startedAgain(LoopThread ended) throws ReflectiveOperationException {
    LoopThread thread =
        new LoopThread(
            ended.getName(),
            field(LoopThread.class, "sleep").getLong(ended),
            (Runnable) field(LoopThread.class, "loopBody").get(ended));
    field(LoopThread.class, "running").setBoolean(thread, true); // before it can look
    thread.start();
    return thread;
  }

  private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
