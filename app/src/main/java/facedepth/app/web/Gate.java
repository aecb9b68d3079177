package facedepth.app.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * What every request passes: headers that tell browsers to be strict, and a check that the request
 * comes from the page itself. A page elsewhere could otherwise send photos to a server on this
 * machine, or reach it under a name of its own (DNS rebinding).
 */
final class Gate {
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean loopback;
  private final String contentSecurityPolicy;

  /**
   * The gate of a server.
   *
   * @param host that it listens on
   * @param scriptHash CSP source of the one script inside the page
   */
  Gate(String host, String scriptHash) {
    loopback = isLoopback(host);
    contentSecurityPolicy =
        "default-src 'none'; script-src 'self' "
            + scriptHash
            + "; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' blob:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // listening will fail and say so
    }
  }

  /** Sets the headers; refuses requests from elsewhere. */
  void pass(Context context) {
    setHeaders(context);
    String host = String.valueOf(context.header("Host")).toLowerCase(Locale.ROOT);
    if (loopback && !LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
      throw new ApiException(
          403, "foreign_host", "this server answers under localhost and 127.0.0.1 only");
    }
    String origin = context.header("Origin");
    if (origin != null && !host.equals(authority(origin))) {
      throw new ApiException(403, "foreign_origin", "requests from other sites are not answered");
    }
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void setHeaders(Context context) {
    context.header("Content-Security-Policy", contentSecurityPolicy);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
    context.header("Cache-Control", "no-store");
  }
}
