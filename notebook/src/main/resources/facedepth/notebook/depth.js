// Depth maps: reading .npy, and colours for them.

// Anchors of a perceptually even map from far (dark violet) to near (light yellow).
const ANCHORS = [
  [44, 17, 82], [66, 53, 128], [52, 93, 141], [35, 130, 141], [36, 164, 128],
  [88, 193, 99], [163, 215, 60], [250, 230, 60],
];

/** Colour of a share from 0 (farthest) to 1 (nearest) as [red, green, blue], 0 to 255. */
export function colour(share) {
  const place = Math.min(0.9999, Math.max(0, share)) * (ANCHORS.length - 1);
  const i = Math.floor(place);
  const rest = place - i;
  return ANCHORS[i].map((from, c) => from + rest * (ANCHORS[i + 1][c] - from));
}

/** Reads a float32 matrix; NaN is no face. */
export async function readNpy(url) {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error("the depth map is gone; results are kept for a limited time only");
  }
  const buffer = await answer.arrayBuffer();
  const view = new DataView(buffer);
  const headerLength = view.getUint16(8, true);
  const header = new TextDecoder().decode(new Uint8Array(buffer, 10, headerLength));
  const [height, width] = /'shape': \((\d+), (\d+)\)/.exec(header).slice(1).map(Number);
  return { width, height, values: new Float32Array(buffer.slice(10 + headerLength)) };
}

/** A canvas of the map's size: colours on the face, nothing elsewhere. */
export function paint(depth) {
  let nearest = Infinity;
  let farthest = -Infinity;
  for (const value of depth.values) {
    if (!Number.isNaN(value)) {
      nearest = Math.min(nearest, value);
      farthest = Math.max(farthest, value);
    }
  }
  const canvas = document.createElement("canvas");
  canvas.width = depth.width;
  canvas.height = depth.height;
  const context = canvas.getContext("2d");
  const image = context.createImageData(depth.width, depth.height);
  depth.values.forEach((value, i) => {
    if (!Number.isNaN(value)) {
      image.data.set(colour((farthest - value) / (farthest - nearest || 1)), 4 * i);
      image.data[4 * i + 3] = 255;
    }
  });
  context.putImageData(image, 0, 0);
  return canvas;
}
