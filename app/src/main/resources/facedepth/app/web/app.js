// Wires the page: photos in, faces out, history of this visit.

import { models, reconstruct } from "/api.js";
import { paint, readNpy } from "/depth.js";
import { PhotoView } from "/photo.js";
import { Viewer } from "/viewer.js";

const DOWNLOADS = [
  ["mesh.glb", "GLB"], ["mesh-obj.zip", "OBJ (zip)"], ["mesh.stl", "STL"], ["mesh.ply", "PLY"],
  ["depth.png", "Depth PNG"], ["depth.npy", "Depth npy"], ["preview.png", "Preview"],
];

const $ = (id) => document.getElementById(id);
const LARGEST_KEPT = 1600; // pixels along the longer side of the photos that this page remembers
const visits = []; // {photo, name, image, result, depths, seconds, button}
const waiting = [];
let busy = false;
let current;

const photoView = new PhotoView($("photo"), chooseFace);
let viewer;
try {
  viewer = new Viewer($("mesh"));
} catch {
  complain("This browser cannot draw in three dimensions (no WebGL). Depth and downloads still work.");
}

function tell(share, text) {
  $("progress").value = share;
  $("status").textContent = text;
}

function complain(...texts) {
  $("error").replaceChildren(
    ...texts.map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    }));
}

function bring(files) {
  const photos = [...files].filter((file) => file.size > 0);
  if (!photos.length) {
    complain("There was no photo in that. Drop an image file, such as a JPEG or PNG.");
    return;
  }
  waiting.push(...photos);
  work();
}

async function work() {
  if (busy) {
    return;
  }
  busy = true;
  const failures = [];
  complain();
  while (waiting.length) {
    const photo = waiting.shift();
    try {
      await handle(photo);
    } catch (failure) {
      tell(0, "No result for this photo.");
      const reason = failure.message.replace(/^photo: /, "").replace(/^./, (c) => c.toUpperCase());
      failures.push(`${photo.name ? photo.name + ": " : ""}${reason}.`);
      complain(...failures);
    }
  }
  busy = false;
}

// Large photos are kept smaller: ten of them would fill a phone's memory.
async function shownSize(photo) {
  const whole = await createImageBitmap(photo);
  const scale = LARGEST_KEPT / Math.max(whole.width, whole.height);
  if (scale >= 1) {
    return whole;
  }
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(scale * whole.width);
  canvas.height = Math.round(scale * whole.height);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  return canvas;
}

async function handle(photo) {
  const start = performance.now();
  tell(0.02, "Sending the photo…");
  const shown = shownSize(photo).catch(() => undefined);
  const result = await reconstruct(photo, $("model").value, tell);
  tell(0.95, "Showing the face…");
  const image = (await shown) ?? (await textureOf(result));
  const depths = await Promise.all(
    result.faces.map(async (face) => paint(await readNpy(face.files["depth.npy"]))));
  const visit = { photo, image, result, depths };
  await open(visit);
  visit.seconds = (performance.now() - start) / 1000;
  visits.push(visit);
  remember(visit);
  report(visit);
}

// A photo that the browser cannot show itself, such as a TIFF.
async function textureOf(result) {
  const answer = await fetch(result.faces[0].files["texture.jpg"]);
  return createImageBitmap(await answer.blob());
}

async function open(visit) {
  current = visit;
  photoView.show(visit.image);
  photoView.mark(
    visit.result.faces.map((face, i) => ({ ...face, depth: visit.depths[i] })),
    visit.result.photo_size);
  photoView.divide($("split").value / 100);
  const buttons = visit.result.faces.map((face, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Face ${i + 1}`;
    button.addEventListener("click", () => chooseFace(i));
    return button;
  });
  $("faces").replaceChildren(...(buttons.length > 1 ? buttons : []));
  $("result").classList.remove("empty");
  await chooseFace(0);
}

async function chooseFace(index) {
  const { result } = current;
  const face = result.faces[index];
  photoView.choose(index);
  [...$("faces").children].forEach((button, i) =>
    button.setAttribute("aria-pressed", String(i === index)));
  offer(face.files);
  await viewer?.show(face.files["mesh.glb"]).catch(() =>
    complain("This result is gone: results are kept for a limited time. Drop the photo again."));
}

// Without files the links only keep their places, so that nothing jumps when they come alive.
function offer(files) {
  $("downloads").replaceChildren(
    ...DOWNLOADS.map(([name, label]) => {
      const link = document.createElement("a");
      if (files) {
        link.href = files[name];
        link.download = name;
      }
      link.textContent = label;
      return link;
    }));
}

function report({ result, seconds, button }) {
  const count = result.faces.length;
  tell(1, `${count === 1 ? "One face" : `${count} faces`} in ${seconds.toFixed(1)} s.`);
  visits.forEach((visit) => visit.button.removeAttribute("aria-current"));
  button.setAttribute("aria-current", "true");
  const { focal_length_source: source, seconds: spent, model } = result.faces[0].reconstruction;
  const lens = { exif: "read from the photo", option: "given", default: "assumed" }[source] ?? source;
  $("facts").textContent =
    `Server ${result.seconds.toFixed(2)} s of ${seconds.toFixed(2)} s: finding faces ${spent.find.toFixed(2)},`
    + ` network ${spent.network.toFixed(2)}, mesh ${spent.mesh.toFixed(2)}, files ${spent.write.toFixed(2)}.`
    + ` Model ${model}. Photo ${result.photo_size.join(" × ")} pixels;`
    + ` focal length ${lens}. Depth is in widths of the square around the face.`;
}

function remember(visit) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  const called = visit.photo.name ? `: ${visit.photo.name}` : "";
  button.setAttribute("aria-label", `Photo ${visits.length} of this visit${called}`);
  button.title = visit.photo.name ?? "";
  const thumbnail = document.createElement("img");
  thumbnail.alt = "";
  thumbnail.width = 80;
  thumbnail.height = 80;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 160;
  const { image } = visit;
  const side = Math.min(image.width, image.height);
  canvas.getContext("2d").drawImage(
    image, (image.width - side) / 2, (image.height - side) / 2, side, side, 0, 0, 160, 160);
  thumbnail.src = canvas.toDataURL("image/jpeg", 0.8);
  button.append(thumbnail);
  button.addEventListener("click", async () => {
    complain();
    await open(visit);
    report(visit);
  });
  visit.button = button;
  item.append(button);
  $("history").prepend(item);
}

// --- ways to bring a photo --------------------------------------------------------------------

$("choose").addEventListener("click", () => $("files").click());
$("files").addEventListener("change", () => {
  bring($("files").files);
  $("files").value = "";
});
addEventListener("dragover", (event) => {
  event.preventDefault();
  $("drop").classList.add("over");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) {
    $("drop").classList.remove("over");
  }
});
addEventListener("drop", (event) => {
  event.preventDefault();
  $("drop").classList.remove("over");
  bring(event.dataTransfer.files);
});
addEventListener("paste", (event) => {
  if (event.clipboardData.files.length) {
    bring(event.clipboardData.files);
  }
});

// Browsers let pages from other machines have no camera unless they come over HTTPS; there the
// phone's own camera takes the photo, through a file input.
$("snapshot").addEventListener("change", () => {
  bring($("snapshot").files);
  $("snapshot").value = "";
});
let stream;
$("camera").addEventListener("click", async () => {
  if (!navigator.mediaDevices) {
    $("snapshot").click();
    return;
  }
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "user", width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
    $("video").srcObject = stream;
    $("shutter").showModal();
  } catch {
    complain("The camera cannot be used: there is none, or the browser was not allowed to.");
  }
});
$("shoot").addEventListener("click", () => {
  const video = $("video");
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d").drawImage(video, 0, 0);
  canvas.toBlob((blob) => bring(blob ? [blob] : []), "image/jpeg", 0.95);
  $("shutter").close();
});
$("shut").addEventListener("click", () => $("shutter").close());
$("shutter").addEventListener("close", () => stream?.getTracks().forEach((track) => track.stop()));

// --- controls ---------------------------------------------------------------------------------

$("split").addEventListener("input", () => photoView.divide($("split").value / 100));
$("looks").addEventListener("click", (event) => {
  const { look } = event.target.dataset;
  if (look) {
    viewer?.look(look);
    $("looks").querySelectorAll("[data-look]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button === event.target)));
  }
});
$("front").addEventListener("click", () => viewer?.front());
for (const id of ["light-x", "light-y"]) {
  $(id).addEventListener("input", () => viewer?.light(+$("light-x").value, +$("light-y").value));
}

// Another model: the photo at hand once more.
$("model").addEventListener("change", () => {
  if (current) {
    bring([current.photo]);
  }
});

offer();
try {
  const known = await models();
  $("model").replaceChildren(...known.map(({ name }) => new Option(name, name)));
} catch (failure) {
  complain(failure.message.replace(/^./, (c) => c.toUpperCase()) + ".");
}
