package facedepth.app.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** A request that cannot be met, as the client is told: the one shape of all errors. */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final String code;

  /**
   * What went wrong.
   *
   * @param status of HTTP
   * @param code for programs, such as {@code no_face}
   * @param message for people: what was wrong and what to do
   */
  ApiException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static ApiException notFound() {
    return new ApiException(
        404, "not_found", "there is nothing here; results are kept for a limited time only");
  }

  static ApiException tooLarge(long bytes) {
    return new ApiException(
        413,
        "too_large",
        "the photo has more than the " + bytes / 1_000_000 + " MB that are taken; save it smaller");
  }

  static ApiException aborted() {
    return new ApiException(400, "aborted", "the upload broke off; send it again");
  }

  static ApiException busy() {
    return new ApiException(
        503, "busy", "too many photos are waiting already; try again in a few seconds");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** {@code {"code": ..., "message": ...}}. */
  ObjectNode toJson() {
    return JSON.createObjectNode().put("code", code).put("message", getMessage());
  }

  /** {@code {"error": {"code": ..., "message": ...}}} as the whole body of an answer. */
  String body() {
    return JSON.createObjectNode().set("error", toJson()).toString();
  }

  void answer(Context context) {
    if (status == 503 || status == 429) {
      context.header("Retry-After", "2");
    }
    context.status(status).contentType("application/json").result(body());
  }
}
