package facedepth.app.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;

/** A reconstruction as the interface tells it. */
final class ReconstructionView {
  static final String ROOT = "/api/reconstructions/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReconstructionView() {}

  static String of(Reconstruction reconstruction, Duration keptFor) {
    ObjectNode json = JSON.createObjectNode();
    Reconstruction.Stage stage = reconstruction.stage();
    json.put("id", reconstruction.id());
    json.put("status", stage.name().toLowerCase(Locale.ROOT));
    json.put("url", ROOT + reconstruction.id());
    json.put("created", reconstruction.created().toString());
    json.put("expires", reconstruction.created().plus(keptFor).toString());
    if (reconstruction.model() != null) {
      json.put("model", reconstruction.model());
    }
    if (reconstruction.photoWidth() > 0) {
      json.putArray("photo_size")
          .add(reconstruction.photoWidth())
          .add(reconstruction.photoHeight());
    }
    if (stage.isLast()) {
      json.put("seconds", Math.round(1000 * reconstruction.seconds()) / 1000.0);
    }
    if (reconstruction.failure() != null) {
      json.set("error", reconstruction.failure().toJson());
    }
    ArrayNode faces = json.putArray("faces");
    for (FaceFiles face : reconstruction.faces()) {
      ObjectNode one = faces.addObject();
      one.put("face", face.face());
      one.set("reconstruction", face.description());
      ObjectNode files = one.putObject("files");
      for (String name : face.names()) {
        files.put(name, ROOT + reconstruction.id() + "/" + face.face() + "/" + name);
      }
    }
    return json.toString();
  }
}
