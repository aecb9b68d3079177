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
const visits = []; // {image, thumbnail, result, depths, seconds}
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

function complain(text) {
  $("error").textContent = text;
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
  while (waiting.length) {
    complain("");
    try {
      await handle(waiting.shift());
    } catch (failure) {
      tell(0, "No result for this photo.");
      complain(failure.message.replace(/^photo: /, "").replace(/^./, (c) => c.toUpperCase()) + ".");
    }
  }
  busy = false;
}

async function handle(photo) {
  const start = performance.now();
  tell(0.02, "Sending the photo…");
  const shown = createImageBitmap(photo).catch(() => undefined);
  const result = await reconstruct(photo, $("model").value, tell);
  tell(0.95, "Showing the face…");
  const image = (await shown) ?? (await textureOf(result));
  const depths = await Promise.all(
    result.faces.map(async (face) => paint(await readNpy(face.files["depth.npy"]))));
  const visit = { image, result, depths };
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
  $("downloads").replaceChildren(
    ...DOWNLOADS.map(([name, label]) => {
      const link = document.createElement("a");
      link.href = face.files[name];
      link.download = name;
      link.textContent = label;
      return link;
    }));
  await viewer?.show(face.files["mesh.glb"]).catch(() =>
    complain("This result is gone: results are kept for a limited time. Drop the photo again."));
}

function report({ result, seconds }) {
  const count = result.faces.length;
  tell(1, `${count === 1 ? "One face" : `${count} faces`} in ${seconds.toFixed(1)} s.`);
  const { focal_length_source: source } = result.faces[0].reconstruction;
  const lens = { exif: "read from the photo", option: "given", default: "assumed" }[source] ?? source;
  $("facts").textContent =
    `Server ${result.seconds.toFixed(1)} s of ${seconds.toFixed(1)} s. Photo ${result.photo_size.join(" × ")} pixels;`
    + ` focal length ${lens}. Depth is in widths of the square around the face.`;
}

function remember(visit) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-label", `Photo ${visits.length} of this visit`);
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
    complain("");
    await open(visit);
    report(visit);
  });
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

let stream;
$("camera").addEventListener("click", async () => {
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
  canvas.toBlob((blob) => bring([blob]), "image/jpeg", 0.95);
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

try {
  const known = await models();
  $("model").replaceChildren(...known.map(({ name }) => new Option(name, name)));
  $("model").parentElement.hidden = known.length < 2;
} catch (failure) {
  complain(failure.message);
}
