package facedepth.app.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {
  private static final String TYPE = "multipart/form-data; boundary=\"--x\"";

  private static List<byte[]> files(String body) {
    return MultipartForm.files(TYPE, body.getBytes(ISO_8859_1));
  }

  @Test
  void givesTheBytesOfFilesAndPassesOverTheRest() {
    String form =
        """
        ignored
        ----x
        Content-Disposition: form-data; name="note"

        hello
        ----x
        Content-Type: image/png
        Content-Disposition: form-data; name=a; filename=".."

        \u0089PNG

        --
        --
        ----x
        Content-Disposition: form-data; name=b; filename=b


        ----x--
        """
            .replace("\n", "\r\n");
    assertThat(files(form))
        .containsExactly("\u0089PNG\r\n\r\n--\r\n--".getBytes(ISO_8859_1), new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "----x",
        "----x\r\n",
        "----x\r\nContent-Disposition: form-data; filename=a\r\n\r\nhello",
        "----x\r\nContent-Disposition: form-data; filename=a\r\n----x--",
        "--x\r\n\r\n\r\n--x--"
      })
  void aTornFormIsRefused(String body) {
    assertThatThrownBy(() -> files(body))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("bad_form"));
  }

  @Test
  void aTypeWithoutABoundaryIsRefused() {
    assertThatThrownBy(() -> MultipartForm.files("multipart/form-data", new byte[9]))
        .isInstanceOf(ApiException.class);
  }
}
