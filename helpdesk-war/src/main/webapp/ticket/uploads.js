// Files go straight to the REST interface, one after the other, as they are: the page is not submitted, so nothing typed
// can be lost, and the server streams them. A file over the limit is refused before a byte of it is sent.

const csrf = document.querySelector("meta[name=csrf-token]")?.content ?? "";
const article = document.querySelector("[data-ticket]");

function say(template, ...values) {
  return template.replace(/\{(\d)\}/g, (_, place) => values[Number(place)]);
}

/** A line below the composer that tells how one upload goes. */
function line(name) {
  const list = document.querySelector(".tk-uploads");
  const item = document.createElement("li");
  const label = document.createElement("span");
  const progress = document.createElement("progress");
  const cancel = document.createElement("button");
  label.textContent = name;
  progress.max = 1;
  progress.value = 0;
  cancel.type = "button";
  cancel.className = "tk-link";
  cancel.textContent = list.dataset.cancel;
  item.append(label, progress, cancel);
  list.append(item);
  return { item, label, progress, cancel };
}

function fail(row, text) {
  row.item.dataset.failed = "";
  row.label.textContent = text;
  row.progress.remove();
  row.cancel.textContent = "✕";
  row.cancel.onclick = () => row.item.remove();
}

/** @returns the attachment's description, or null if it did not work out */
function send(file, row, words) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const address = `/api/v1/tickets/${article.dataset.ticket}/attachments?name=${encodeURIComponent(file.name)}`;
    request.open("POST", address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-CSRF-Token", csrf);
    request.upload.onprogress = (event) => {
      row.progress.value = event.loaded / event.total;
    };
    request.onload = () => {
      if (request.status === 201) {
        row.item.remove();
        resolve(JSON.parse(request.responseText));
      } else {
        fail(row, say(words.failed, file.name, reason(request)));
        resolve(null);
      }
    };
    request.onerror = () => {
      fail(row, say(words.failed, file.name, words.broken));
      resolve(null);
    };
    request.onabort = () => {
      row.item.remove();
      resolve(null);
    };
    row.cancel.onclick = () => request.abort();
    request.send(file);
  });
}

function reason(request) {
  try {
    return JSON.parse(request.responseText).detail;
  } catch {
    return String(request.status);
  }
}

async function attach(files, publish) {
  const words = { ...document.querySelector(".tk-uploads").dataset };
  const limit = Number(article.dataset.limit);
  for (const file of files) {
    const row = line(file.name);
    if (file.size > limit) {
      fail(row, say(words.failed, file.name, say(words.tooLarge, limit / 1024 / 1024)));
      continue;
    }
    const kept = await send(file, row, words);
    if (kept && publish) {
      const field = document.getElementById("ticket:published");
      field.value = field.value === "" ? kept.id : `${field.value},${kept.id}`;
    }
    if (kept) {
      window.beistandTicketRefresh();
    }
  }
}

export function bindUploads() {
  if (!article) {
    return;
  }
  document.addEventListener("change", (event) => {
    const input = event.target.closest("[data-attach]");
    if (input) {
      void attach([...input.files], input.dataset.attach === "publish");
      input.value = "";
    }
  });
  article.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      article.classList.add("tk-drop");
    }
  });
  article.addEventListener("dragleave", () => article.classList.remove("tk-drop"));
  article.addEventListener("drop", (event) => {
    event.preventDefault();
    article.classList.remove("tk-drop");
    const kind = document.querySelector(".tk-composer").dataset.composer;
    void attach([...event.dataTransfer.files], kind === "reply");
  });
}
