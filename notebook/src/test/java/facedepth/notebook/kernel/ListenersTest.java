package facedepth.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.channels.LoopThread;
import org.rapaio.jupyter.kernel.core.ConnectionProperties;
import org.rapaio.jupyter.kernel.core.Transform;

class ListenersTest {
  private Channels channels;

  @BeforeEach
  void connect() throws Exception {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        ports.add(free.getLocalPort());
      }
    }
    String connection =
        """
        {"ip": "127.0.0.1", "transport": "tcp", "key": "k", "signature_scheme": "hmac-sha256",
         "shell_port": %d, "iopub_port": %d, "stdin_port": %d, "control_port": %d, "hb_port": %d}
        """
            .formatted(ports.toArray());
    channels = new Channels(Transform.fromJson(connection, ConnectionProperties.class));
    channels.connect(MainApp.kernel);
  }

  @AfterEach
  void close() {
    channels.markForShutdown();
  }

  @Test
  void aListenerThatEndedIsReplaced() throws Exception {
    for (LoopThread thread : threads()) {
      thread.shutdown();
      thread.join();
    }
    Listeners.keepAlive(channels);

    assertThat(threads()).isNotEmpty().allMatch(Thread::isAlive);
  }

  private List<LoopThread> threads() throws ReflectiveOperationException {
    List<LoopThread> threads = new ArrayList<>();
    for (Object channel : (Set<?>) value(channels, "channels")) {
      for (Field field : channel.getClass().getDeclaredFields()) {
        if (field.getType() == LoopThread.class) {
          threads.add((LoopThread) value(channel, field.getName()));
        }
      }
    }
    return threads;
  }

  private static Object value(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }
}
