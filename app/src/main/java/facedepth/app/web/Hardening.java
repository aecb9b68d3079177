package facedepth.app.web;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** How Jetty meets clients that are slow, many, or talk nonsense. */
final class Hardening {
  private static final int CONNECTIONS = 256;
  private static final int HEADER_BYTES = 8_192;

  private Hardening() {}

  static void apply(JavalinConfig config, ServerSettings settings) {
    config.jetty.modifyHttpConfiguration(Hardening::limit);
    config.jetty.modifyServer(
        server -> {
          server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
          server.setErrorHandler(new JsonErrors());
          server.addEventListener(new IdleTimeouts(settings.idle().toMillis()));
        });
  }

  private static void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
  }

  /** Sets the idle timeout of connectors when the server has them all. */
  private record IdleTimeouts(long millis) implements LifeCycle.Listener {
    @Override
    public void lifeCycleStarting(LifeCycle event) {
      for (Connector connector : ((Server) event).getConnectors()) {
        if (connector instanceof AbstractConnector one) {
          one.setIdleTimeout(millis);
        }
      }
    }
  }

  /** Requests that never reach a route, such as malformed ones, get the one error shape too. */
  private static final class JsonErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      ApiException error =
          new ApiException(status, "bad_request", "the request cannot be understood");
      Content.Sink.write(response, true, error.body(), callback);
      return true;
    }
  }
}
