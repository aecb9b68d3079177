// The server's HTTP interface. Every failure is an Error whose message is meant for people.

const STAGES = {
  waiting: [0.3, "Waiting for the photos before this one…"],
  reading: [0.4, "Reading the photo…"],
  reconstructing: [0.6, "Finding faces and their depth…"],
  writing: [0.9, "Building the mesh…"],
};

export class ApiError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export async function models() {
  const answer = await fetch("/api/models");
  if (!answer.ok) {
    throw failure(await answer.text());
  }
  return (await answer.json()).models;
}

/** Sends a photo and waits for its faces; `tell(share, text)` hears how far it is. */
export async function reconstruct(photo, model, tell) {
  let reconstruction = JSON.parse(await upload(photo, model, tell));
  while (reconstruction.status !== "done") {
    if (reconstruction.status === "failed") {
      throw new ApiError(reconstruction.error.code, reconstruction.error.message);
    }
    tell(...STAGES[reconstruction.status]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const answer = await fetch(reconstruction.url);
    const text = await answer.text();
    if (!answer.ok) {
      throw failure(text);
    }
    reconstruction = JSON.parse(text);
  }
  return reconstruction;
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
    request.addEventListener("error", () =>
      reject(new ApiError("unreachable", "The server cannot be reached. Is it still running?")));
    request.send(photo);
  });
}

function failure(text) {
  try {
    const { code, message } = JSON.parse(text).error;
    return new ApiError(code, message);
  } catch {
    return new ApiError("unknown", "The server gave an answer that cannot be read.");
  }
}
