package facedepth.app.web;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleSupplier;

/** Counts for Prometheus. Nothing in them tells one photo from another. */
final class ServerMetrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("facedepth_http_requests_total")
          .help("Answered requests by method and status.")
          .labelNames("method", "status")
          .register(registry);
  private final Counter reconstructions =
      Counter.builder()
          .name("facedepth_reconstructions_total")
          .help("Photos by what became of them.")
          .labelNames("outcome")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("facedepth_reconstruction_seconds")
          .help("From a photo's arrival to its result.")
          .classicOnly()
          .classicUpperBounds(0.25, 0.5, 1, 2, 4, 8, 16, 32)
          .register(registry);

  void answered(String method, int status) {
    requests.labelValues(method, Integer.toString(status)).inc();
  }

  void succeeded(double took) {
    reconstructions.labelValues("done").inc();
    seconds.observe(took);
  }

  void failed(String code) {
    reconstructions.labelValues(code).inc();
  }

  void refused() {
    reconstructions.labelValues("busy").inc();
  }

  void watchWaiting(DoubleSupplier waiting) {
    watch("facedepth_photos_waiting", "Photos that wait for a worker.", waiting);
  }

  void watchShelf(ReconstructionShelf shelf) {
    watch("facedepth_results_kept", "Reconstructions that can be fetched.", shelf::size);
    watch("facedepth_results_bytes", "Memory of their files.", shelf::bytes);
  }

  private void watch(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /** The text format of Prometheus. */
  String text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create()
        .write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    return out.toString(StandardCharsets.UTF_8);
  }

  static String contentType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }
}
