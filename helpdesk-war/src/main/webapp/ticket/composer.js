// Which composer is in front, and drafts that survive a reload. Drafts stay in this tab's storage and go when sent.

const ticket = document.querySelector("[data-ticket]")?.dataset.ticket;

function key(field) {
  return `beistand.draft.${ticket}.${field.id}`;
}

function show(kind) {
  const composer = document.querySelector(".tk-composer");
  composer.dataset.composer = kind;
  document.getElementById("ticket:composer").value = kind;
  for (const tab of composer.querySelectorAll("[data-compose]")) {
    tab.ariaPressed = String(tab.dataset.compose === kind);
  }
  composer.querySelector(`.tk-compose-${kind} textarea`)?.focus();
}

/** What happened last is what one wants to see; the page itself does not move. */
function scrollToEnd() {
  const area = document.querySelector(".tk-scroll");
  // Not there when the browser runs this for a page that it is already leaving.
  if (area) area.scrollTop = area.scrollHeight;
}

function restore() {
  for (const field of document.querySelectorAll(".tk-draft")) {
    const kept = sessionStorage.getItem(key(field));
    if (kept && field.value === "") {
      field.value = kept;
    }
  }
}

export function bindComposer() {
  if (!ticket) {
    return;
  }
  restore();
  scrollToEnd();
  document.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-compose]");
    if (tab) {
      show(tab.dataset.compose);
    }
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches(".tk-draft")) {
      sessionStorage.setItem(key(event.target), event.target.value);
    }
  });
  // A new timeline is an answer of the server, which holds what is still unsent: an emptied field was sent.
  let shown = document.querySelector(".tk-timeline");
  new MutationObserver(() => {
    const now = document.querySelector(".tk-timeline");
    if (now && now !== shown) {
      shown = now;
      for (const field of document.querySelectorAll(".tk-draft")) {
        sessionStorage.setItem(key(field), field.value);
      }
      scrollToEnd();
    }
  }).observe(document.getElementById("content"), { childList: true, subtree: true });
}
