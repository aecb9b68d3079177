package facedepth.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import facedepth.synthesis.HeadSource;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the faces come from. In YAML a list of folders alone may stand for all of it.
 *
 * @param folders of data sets in the layouts native, eg3d or synface; default none: faces are
 *     rendered while the run goes on, each seen once, so that nothing is learned by heart
 * @param headModel what faces are rendered from, as {@link HeadSource} opens it: {@code builtin},
 *     or an ICT FaceKit as a folder, an archive or a cache file; default builtin, which is there
 *     without a download
 * @param takes pictures of each rendered scene, with other backgrounds and camera faults; default
 *     4, because rendering a scene costs nine times as much as one more picture of it
 * @param faults whether cameras and programs do to the pictures of folders, each time anew, what
 *     they do to rendered ones: blur, noise, colours, JPEG and the like; default false: pictures
 *     are taken as they are. For sharp, well-lit sets, which teach little about poor photos
 * @param mirror whether half of the faces are mirrored; default true: as true, and for nothing
 * @param heldOut faces that are never learned from, to judge the run by; default 96, enough to tell
 *     runs apart that differ by a few percent. Of folders the first by name (a quarter at most)
 * @param threads that render or read faces; default 2: fewer leave the trainer waiting
 */
public record DataSettings(
    List<Path> folders,
    String headModel,
    Integer takes,
    Boolean faults,
    Boolean mirror,
    Integer heldOut,
    Integer threads) {
  /** All defaults. */
  public static final DataSettings DEFAULT =
      new DataSettings(null, null, null, null, null, null, null);

  /** Fills in the defaults and checks what is left. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public DataSettings {
    folders = folders == null ? List.of() : List.copyOf(folders);
    headModel = Defaults.or(headModel, HeadSource.BUILTIN);
    takes = Defaults.or(takes, 4);
    faults = Defaults.or(faults, false);
    mirror = Defaults.or(mirror, true);
    heldOut = Defaults.or(heldOut, 96);
    threads = Defaults.or(threads, 2);
    if (faults && folders.isEmpty()) {
      throw new IllegalArgumentException(
          "data.faults is for folders: rendered faces have faults of their own");
    }
    Defaults.atLeast("data.takes", takes, 1);
    Defaults.atLeast("data.heldOut", heldOut, 1);
    Defaults.atLeast("data.threads", threads, 1);
  }

  /** All defaults but the folders. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static DataSettings of(List<Path> folders) {
    return new DataSettings(folders, null, null, null, null, null, null);
  }
}
