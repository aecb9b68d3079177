package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos made to cost much more than they look; each was found by fuzzing or beside it. */
class HostilePhotoTest {
  private static final int PNG_HEADER = 8 + 25;

  @ParameterizedTest
  @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "iCCP"})
  void textsInAPngAreNeverUnpacked(String type) throws IOException {
    byte[] png = png();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(text)) {
      deflated.write(new byte[1 << 20]);
    }
    ByteArrayOutputStream with = new ByteArrayOutputStream();
    with.write(png, 0, PNG_HEADER);
    chunk(with, type, text.toByteArray());
    with.write(png, PNG_HEADER, png.length - PNG_HEADER);
    byte[] hostile = with.toByteArray();

    assertThat(PngChunks.withoutTexts(hostile)).isEqualTo(png);
    assertThat(PngChunks.withoutTexts(png)).isSameAs(png);
    Photo photo = Photo.decode("photo.png", hostile, PhotoLimits.DEFAULT);
    assertThat(photo.bgr()).isEqualTo(Photo.decode("p", png, PhotoLimits.DEFAULT).bgr());
  }

  @Test
  void aJpegWithScansWithoutEndIsRefusedBeforeItIsDecoded() throws IOException {
    byte[] jpeg = progressiveJpeg();
    int last = lastScan(jpeg);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(jpeg, 0, jpeg.length - 2);
    for (int i = 0; i < 40; i++) {
      many.write(jpeg, last, jpeg.length - 2 - last);
    }
    many.write(jpeg, jpeg.length - 2, 2);
    byte[] small = many.toByteArray();
    assertThat(JpegStructure.scans(small)).isEqualTo(JpegStructure.scans(jpeg) + 40);
    assertThat(Photo.decode("small.jpg", small, PhotoLimits.DEFAULT).width()).isEqualTo(16);

    byte[] large = small.clone();
    int frame = startOfFrame(large);
    for (int i = 0; i < 4; i += 2) { // height and width: 9,000
      large[frame + 5 + i] = (byte) (9000 >> 8);
      large[frame + 6 + i] = (byte) 9000;
    }
    assertThatThrownBy(() -> Photo.decode("large.jpg", large, PhotoLimits.DEFAULT))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("so many scans");
  }

  @Test
  void aDecoderThatReadsPastTheEndForeverIsStopped() {
    byte[] webp =
        HexFormat.of()
            .parseHex(
                "524946461a000000574542505650384c0d0000002f000000100710257325" + "6e8888fe0700");
    assertThatThrownBy(() -> Photo.decode("photo.webp", webp, PhotoLimits.DEFAULT))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("damaged");
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0x336699);
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static byte[] progressiveJpeg() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
      writer.setOutput(out);
      BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
      writer.write(null, new IIOImage(grey, null, null), how);
    }
    return jpeg.toByteArray();
  }

  private static int lastScan(byte[] jpeg) {
    return find(jpeg, 0xda, jpeg.length - 2, -1);
  }

  private static int startOfFrame(byte[] jpeg) {
    return find(jpeg, 0xc2, 0, 1);
  }

  private static int find(byte[] jpeg, int marker, int from, int step) {
    int at = from;
    while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != marker) {
      at += step;
    }
    return at;
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    integer(out, data.length);
    out.writeBytes(name);
    out.writeBytes(data);
    integer(out, (int) checksum.getValue());
  }

  private static void integer(ByteArrayOutputStream out, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }
}
