package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;

/**
 * The skin: the grid with two blocks cut out of it, where eye and mouth have loops of their own.
 */
final class SkinMesh {
  private final SkinGrid grid = new SkinGrid();
  private final int[][] index;
  private final EyeOpening eye;
  private final MouthOpening mouth;

  SkinMesh(HalfMesh mesh) {
    index = new int[grid.rows][grid.columns];
    Block eyeBlock = eyeBlock();
    Block mouthBlock = mouthBlock();
    for (int row = 0; row < grid.rows; row++) {
      for (int column = 0; column < grid.columns; column++) {
        if (row == 0 && column > 0) {
          index[0][column] = index[0][0];
        } else if (!eyeBlock.hides(row, column) && !mouthBlock.hides(row, column)) {
          index[row][column] = mesh.vertex(grid.point(row, column), Trait.SKIN);
        }
      }
    }
    for (int row = 0; row + 1 < grid.rows; row++) {
      for (int column = 0; column + 1 < grid.columns; column++) {
        if (!eyeBlock.holds(row, column) && !mouthBlock.holds(row, column)) {
          mesh.quad(
              index[row][column],
              index[row + 1][column],
              index[row + 1][column + 1],
              index[row][column + 1],
              part(row, column));
        }
      }
    }
    eye = new EyeOpening(mesh, loop(eyeBlock));
    mouth = new MouthOpening(mesh, halfLoop(mouthBlock));
  }

  /** Border of a block, counter-clockwise seen from the front, from its upper left corner. */
  private int[] loop(Block block) {
    int height = block.bottom() - block.top();
    int width = block.right() - block.left();
    int[] loop = new int[2 * (height + width)];
    int next = 0;
    for (int row = block.top(); row < block.bottom(); row++) {
      loop[next++] = index[row][block.left()];
    }
    for (int column = block.left(); column < block.right(); column++) {
      loop[next++] = index[block.bottom()][column];
    }
    for (int row = block.bottom(); row > block.top(); row--) {
      loop[next++] = index[row][block.right()];
    }
    for (int column = block.right(); column > block.left(); column--) {
      loop[next++] = index[block.top()][column];
    }
    return loop;
  }

  /** Border of a block that lies across the middle, from below it to above it. */
  private int[] halfLoop(Block block) {
    int[] loop = new int[2 * block.right() + block.bottom() - block.top() + 1];
    int next = 0;
    for (int column = 0; column < block.right(); column++) {
      loop[next++] = index[block.bottom()][column];
    }
    for (int row = block.bottom(); row > block.top(); row--) {
      loop[next++] = index[row][block.right()];
    }
    for (int column = block.right(); column >= 0; column--) {
      loop[next++] = index[block.top()][column];
    }
    return loop;
  }

  EyeOpening eye() {
    return eye;
  }

  MouthOpening mouth() {
    return mouth;
  }

  private HeadPart part(int row, int column) {
    boolean scalp = row < 7;
    return scalp || grid.angle(column) > 1.72 || row > grid.rows - 6 && grid.angle(column) > 1
        ? HeadPart.BACK
        : HeadPart.SKIN;
  }

  private Block eyeBlock() {
    return new Block(22, 32, column(0.105), column(0.63));
  }

  private Block mouthBlock() {
    return new Block(52, 64, -1, column(0.46));
  }

  private int column(double angle) {
    int column = 0;
    while (grid.angle(column) < angle) {
      column++;
    }
    return column;
  }

  /** Rows and columns of a rectangle; the border belongs to the grid, the inside does not. */
  record Block(int top, int bottom, int left, int right) {
    boolean hides(int row, int column) {
      return row > top && row < bottom && column > left && column < right;
    }

    boolean holds(int row, int column) {
      return row >= top && row < bottom && column >= left && column < right;
    }
  }
}
