// Looks now and then whether something happened to the shown ticket, and says so without moving anything.

/** Milliseconds between two looks: soon enough for two people on one ticket, cheap enough for a whole desk. */
const PAUSE = 20_000;

async function look(ticket) {
  if (document.hidden) {
    return;
  }
  const answer = await fetch(`/api/v1/tickets/${ticket}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    return;
  }
  const { activeAt } = await answer.json();
  const shown = document.querySelector(".tk-main").dataset.active;
  document.querySelector(".tk-news").hidden = Date.parse(activeAt) <= Date.parse(shown);
}

export function watchForNews() {
  const ticket = document.querySelector("[data-ticket]")?.dataset.ticket;
  if (!ticket) {
    return;
  }
  setInterval(() => look(ticket).catch(() => {
    // Offline for a moment: the next look tells.
  }), PAUSE);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-refresh]")) {
      window.beistandTicketRefresh();
    }
  });
}
