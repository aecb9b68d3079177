package facedepth.geometry;

/** Where the parts of a .glb file's binary chunk lie; each begins at a multiple of four bytes. */
record GlbLayout(int indexBytes, int positionBytes, int textureBytes, int pictureBytes) {
  /** The next multiple of four, as the format wants of every chunk and accessor. */
  static int aligned(int bytes) {
    return Math.addExact(bytes, 3) & ~3;
  }

  int positions() {
    return aligned(indexBytes);
  }

  int normals() {
    return Math.addExact(positions(), positionBytes);
  }

  int textureCoordinates() {
    return Math.addExact(normals(), positionBytes);
  }

  int picture() {
    return Math.addExact(textureCoordinates(), textureBytes);
  }

  int total() {
    return aligned(Math.addExact(picture(), pictureBytes));
  }
}
