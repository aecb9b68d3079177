// The photo, the faces marked in it, and their depth behind a movable edge.

const LARGEST = 1600; // pixels along the longer side that are drawn

export class PhotoView {
  constructor(canvas, whenChosen) {
    this.canvas = canvas;
    this.split = 1;
    this.faces = [];
    this.chosen = 0;
    canvas.addEventListener("click", (event) => {
      const face = this.#faceAt(event.offsetX, event.offsetY);
      if (face >= 0) {
        whenChosen(face);
      }
    });
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  /** Shows a photo (an ImageBitmap) in which nothing is known yet. */
  show(image) {
    this.image = image;
    this.faces = [];
    this.split = 1;
    this.draw();
  }

  /** `faces`: [{reconstruction, depth: canvas}], as the server tells them. */
  mark(faces, photoSize) {
    this.faces = faces;
    this.photoSize = photoSize;
    this.draw();
  }

  choose(index) {
    this.chosen = index;
    this.draw();
  }

  /** How much of the picture is photo, 0 to 1, from the left. */
  divide(split) {
    this.split = split;
    this.draw();
  }

  draw() {
    const { canvas, image } = this;
    const ratio = Math.min(2, devicePixelRatio || 1);
    canvas.width = Math.min(LARGEST, Math.round(canvas.clientWidth * ratio));
    canvas.height = Math.min(LARGEST, Math.round(canvas.clientHeight * ratio));
    if (!image || !canvas.width) {
      return;
    }
    const context = canvas.getContext("2d");
    const scale = Math.min(canvas.width / image.width, canvas.height / image.height);
    const left = (canvas.width - scale * image.width) / 2;
    const top = (canvas.height - scale * image.height) / 2;
    context.imageSmoothingQuality = "high";
    context.drawImage(image, left, top, scale * image.width, scale * image.height);
    if (!this.faces.length) {
      return;
    }
    // Photo coordinates are the server's: the browser may have shown it smaller.
    const shown = (scale * image.width) / this.photoSize[0];
    this.toCanvas = { shown, left, top };
    this.#drawDepth(context, scale * image.width);
    this.faces.forEach((face, i) => this.#drawFrame(context, face, i));
  }

  #drawDepth(context, width) {
    if (this.split >= 1) {
      return;
    }
    const { shown, left, top } = this.toCanvas;
    const edge = left + this.split * width;
    context.save();
    context.beginPath();
    context.rect(edge, 0, this.canvas.width, this.canvas.height);
    context.clip();
    for (const { depth, reconstruction } of this.faces) {
      const [[a, b, c], [d, e, f]] = reconstruction.depth_to_image;
      context.setTransform(shown, 0, 0, shown, left, top);
      // Pixel centres are at integers on both sides; a canvas draws pixel 0 from 0 to 1.
      context.transform(a, d, b, e, c + 0.5, f + 0.5);
      context.drawImage(depth, -0.5, -0.5);
    }
    context.restore();
    context.fillStyle = "#fff";
    context.fillRect(edge - 1, top, 2, this.canvas.height - 2 * top);
  }

  #corners({ crop }) {
    const { shown, left, top } = this.toCanvas;
    const turn = (crop.roll_degrees * Math.PI) / 180;
    const half = crop.size / 2;
    return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => [
      left + shown * (crop.center[0] + half * (x * Math.cos(turn) - y * Math.sin(turn)) + 0.5),
      top + shown * (crop.center[1] + half * (x * Math.sin(turn) + y * Math.cos(turn)) + 0.5),
    ]);
  }

  #drawFrame(context, face, i) {
    const corners = this.#corners(face.reconstruction);
    context.beginPath();
    corners.forEach(([x, y], k) => (k ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.closePath();
    context.lineWidth = i === this.chosen ? 5 : 3;
    context.strokeStyle = "rgb(0 0 0 / 55%)";
    context.stroke();
    context.lineWidth = i === this.chosen ? 3 : 1.5;
    context.strokeStyle = i === this.chosen ? "#6fe3f5" : "#fff";
    context.stroke();
  }

  #faceAt(x, y) {
    const ratio = this.canvas.width / this.canvas.clientWidth;
    const context = this.canvas.getContext("2d");
    return this.faces.findIndex((face) => {
      const path = new Path2D();
      this.#corners(face.reconstruction).forEach(([px, py], k) =>
        k ? path.lineTo(px, py) : path.moveTo(px, py));
      return context.isPointInPath(path, x * ratio, y * ratio);
    });
  }
}
