// The server's HTTP interface. Every failure is an Error whose message is meant for people.

const STAGES = {
  waiting: [0.3, "Waiting for the photos before this one…"],
  reading: [0.4, "Reading the photo…"],
  reconstructing: [0.6, "Finding faces and their depth…"],
  writing: [0.9, "Building the mesh…"],
};

const ATTEMPTS = 15;

export class ApiError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The text behind an address. */
async function get(url) {
  let answer;
  try {
    answer = await fetch(url);
  } catch {
    throw unreachable();
  }
  const text = await answer.text();
  if (!answer.ok) {
    throw failure(text);
  }
  return text;
}

function unreachable() {
  return new ApiError("unreachable", "the server cannot be reached; is it still running?");
}

export async function models() {
  return JSON.parse(await get("/api/models")).models;
}

/** Sends a photo and waits for its faces; `tell(share, text)` hears how far it is. */
export async function reconstruct(photo, model, tell) {
  let reconstruction = JSON.parse(await patientUpload(photo, model, tell));
  while (reconstruction.status !== "done") {
    if (reconstruction.status === "failed") {
      throw new ApiError(reconstruction.error.code, reconstruction.error.message);
    }
    tell(...STAGES[reconstruction.status]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    reconstruction = JSON.parse(await get(reconstruction.url));
  }
  return reconstruction;
}

// A server that is busy says so and forgets the photo: it is sent again after a while.
async function patientUpload(photo, model, tell) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await upload(photo, model, tell);
    } catch (refused) {
      if (refused.code !== "busy" || attempt === ATTEMPTS) {
        throw refused;
      }
      tell(0.05, "The server is busy; trying again in a moment…");
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

// XMLHttpRequest, because fetch does not tell how much of an upload has gone.
function upload(photo, model, tell) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = model ? `?model=${encodeURIComponent(model)}` : "";
    request.open("POST", `/api/reconstructions${query}`);
    request.setRequestHeader("Content-Type", photo.type || "application/octet-stream");
    request.setRequestHeader("Prefer", "respond-async");
    request.upload.addEventListener("progress", (event) =>
      tell((0.3 * event.loaded) / Math.max(1, event.total), "Sending the photo…"));
    request.addEventListener("load", () =>
      request.status < 300 ? resolve(request.responseText) : reject(failure(request.responseText)));
    request.addEventListener("error", () => reject(unreachable()));
    request.send(photo);
  });
}

function failure(text) {
  try {
    const { code, message } = JSON.parse(text).error;
    return new ApiError(code, message);
  } catch {
    return new ApiError("unknown", "the server gave an answer that cannot be read");
  }
}
