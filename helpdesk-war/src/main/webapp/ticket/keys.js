// One key for each thing a technician does all day. Never while typing, and never with a modifier.

/** The links of the list that is shown, in order. */
function rows() {
  return [...document.querySelectorAll("[data-row] [data-open]")].filter((link) => link.offsetParent !== null);
}

/** Focuses the next (1) or previous (-1) ticket, starting from the focused or the shown one. */
function move(by) {
  const links = rows();
  if (links.length === 0) {
    return;
  }
  const here = links.findIndex((link) => link === document.activeElement || link.ariaCurrent === "true");
  const focused = links.indexOf(document.activeElement);
  const from = focused >= 0 ? focused : here;
  const next = links[Math.max(0, Math.min(links.length - 1, from + by))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

function compose(kind) {
  document.querySelector(`[data-compose="${kind}"]`)?.click();
}

const ACTIONS = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  j: () => move(1),
  k: () => move(-1),
  n: () => document.querySelector("[data-key=n]")?.click(),
  s: () => document.querySelector("[data-start-session] button")?.click(),
  r: () => compose("reply"),
  i: () => compose("note"),
  "?": () => document.getElementById("tk-keys")?.showModal(),
};

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable], dialog[open], .ui-dialog") !== null;
}

export function bindKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter" && event.target.matches(".tk-draft")) {
      event.preventDefault();
      event.target.closest(".tk-compose").querySelector(".tk-send").click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) {
      return;
    }
    if (event.key === "Escape" && event.target.matches("[data-search]")) {
      event.target.blur();
      return;
    }
    const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : null;
    if (action && !isTyping(event.target)) {
      event.preventDefault();
      action();
    }
  });
  document.querySelector("[data-keys]")?.addEventListener("click", ACTIONS["?"]);
}
