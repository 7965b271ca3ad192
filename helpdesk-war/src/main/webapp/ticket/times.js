// Relative times grow old while a page is open; exact ones belong in the reader's own zone.

const MINUTE = 60_000;
const language = document.documentElement.lang || "en";
const exact = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

function update() {
  for (const time of document.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) {
      time.title = exact.format(at);
    }
  }
}

export function showTimes() {
  update();
  setInterval(update, MINUTE);
  new MutationObserver(update).observe(document.body, { childList: true, subtree: true });
}
