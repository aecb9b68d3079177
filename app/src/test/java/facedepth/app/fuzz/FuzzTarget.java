package facedepth.app.fuzz;

import facedepth.app.Repository;
import facedepth.geometry.DepthRange;
import facedepth.geometry.DepthReader;
import facedepth.inference.Photo;
import facedepth.inference.PhotoLimits;
import facedepth.networks.checkpoint.Checkpoint;
import facedepth.synthesis.FakeFaceKit;
import facedepth.synthesis.dataset.Dataset;
import facedepth.synthesis.dataset.Manifest;
import facedepth.training.TrainingConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The places where bytes from strangers come in. Each takes any bytes and either reads them or
 * throws an IOException whose message is for people; nothing else may come out of it.
 */
enum FuzzTarget {
  /** Pictures of all formats, by their bytes alone. */
  PHOTO {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Photo.decode("photo", input, LIMITS);
    }
  },
  /** The EXIF block of an otherwise sound JPEG. */
  EXIF {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      byte[] jpeg = seed("photo", "grey.jpg");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(jpeg, 0, 2);
      int length = Math.min(input.length, 65_000) + 8;
      bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
      bytes.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
      bytes.write(input, 0, length - 8);
      bytes.write(jpeg, 2, jpeg.length - 2);
      Photo.decode("photo", bytes.toByteArray(), LIMITS);
    }
  },
  /** A text chunk of an otherwise sound PNG, deflated by whoever made it. */
  PNG_TEXT {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      byte[] png = seed("photo", "small.png");
      int header = 8 + 25;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(png, 0, header);
      String type =
          input.length == 0 ? "tEXt" : List.of("zTXt", "iTXt", "iCCP", "eXIf").get(input[0] & 3);
      writeChunk(bytes, type, Arrays.copyOfRange(input, Math.min(1, input.length), input.length));
      bytes.write(png, header, png.length - header);
      Photo.decode("photo", bytes.toByteArray(), LIMITS);
    }
  },
  /** Depth maps: npy, PFM, grey PNG. */
  DEPTH {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Path file = Files.write(folder.resolve("depth"), input);
      DepthReader.read(file, new DepthRange(-0.3f, 0.4f), DepthReader.DEFAULT_RELIEF);
    }
  },
  /** Weights: PyTorch's archives, its older format, safetensors. */
  CHECKPOINT {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Checkpoint.read(Files.write(folder.resolve("weights"), input));
    }
  },
  /** The pickle inside an otherwise sound PyTorch archive. */
  PICKLE {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Path file = folder.resolve("weights.pt");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.setMethod(ZipOutputStream.STORED);
        store(zip, "archive/data.pkl", input);
        store(zip, "archive/data/0", new byte[64]);
        store(zip, "archive/version", new byte[] {'3', '\n'});
      }
      Checkpoint.read(file);
    }
  },
  /** Meshes of an otherwise sound FaceKit. */
  HEAD_OBJ {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Path kit = new FakeFaceKit().folder(folder);
      Path model = kit.resolve("FaceXModel");
      // By name an expression is read before the neutral mesh: what passes there goes on to it.
      Files.write(model.resolve("eyeBlink_L.obj"), input);
      Files.write(model.resolve("generic_neutral_mesh.obj"), input);
      FakeFaceKit.open(kit, folder);
    }
  },
  /** The list of expressions and landmarks of an otherwise sound FaceKit. */
  HEAD_INDICES {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Path kit = new FakeFaceKit().folder(folder);
      Files.write(kit.resolve("FaceXModel/vertex_indices.json"), input);
      FakeFaceKit.open(kit, folder);
    }
  },
  /** Archives with a FaceKit, and heads in our own format. */
  HEAD_ARCHIVE {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      byte[] head = input.clone();
      if (head.length >= 28 && head[0] == 'F' && head[1] == 'D' && head[2] == 'H') {
        CRC32 checksum = new CRC32(); // else nothing would come past it
        checksum.update(head, 0, head.length - 8);
        ByteBuffer.wrap(head).putLong(head.length - 8, checksum.getValue());
      }
      FakeFaceKit.open(Files.write(folder.resolve("head"), head), folder);
    }
  },
  /** The description of a data set. */
  MANIFEST {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Files.write(folder.resolve(Manifest.FILE_NAME), input);
      Manifest.layoutOf(folder);
      Dataset.open(folder);
    }
  },
  /** The labels of one sample of a data set. */
  SAMPLE {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Files.write(folder.resolve(Manifest.FILE_NAME), seed("manifest", "dataset.json"));
      Files.write(folder.resolve("000000.json"), input);
      for (String name : List.of("000000.png", "000000-depth.png", "000000-mask.png")) {
        Files.write(folder.resolve(name), seed("sample-pictures", name));
      }
      Dataset set = Dataset.open(folder);
      for (String name : set.names()) {
        set.read(name);
      }
    }
  },
  /** Training configurations. */
  CONFIG {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      TrainingConfig.read(Files.write(folder.resolve("config.yaml"), input));
    }
  },
  /** Whatever may come over a connection of the server. */
  HTTP {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      FuzzedServer.answer(input);
    }
  };

  private static final PhotoLimits LIMITS = new PhotoLimits(4_000_000, 100_000_000);

  /**
   * Reads bytes.
   *
   * @param folder an empty one
   * @throws IOException if they are no good
   */
  abstract void read(byte[] input, Path folder) throws IOException;

  /** Its name as a word. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Sound files, and those that once were a finding; in the repository. */
  List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder(word()))) {
      for (Path file : files.sorted().toList()) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    return seeds;
  }

  private static byte[] seed(String target, String name) throws IOException {
    return Files.readAllBytes(folder(target).resolve(name));
  }

  private static Path folder(String target) {
    return Repository.root().resolve("app/src/test/resources/facedepth/fuzz").resolve(target);
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(bytes.length);
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  static void writeChunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    writeInt(out, data.length);
    out.writeBytes(name);
    out.writeBytes(data);
    writeInt(out, (int) checksum.getValue());
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }
}
