// Keeps the waiting line of the customer's page true. Without this script the page reloads itself every five seconds.
(function () {
  'use strict';
  const POLL_MS = 2000;
  const line = document.getElementById('waiting');
  if (!line) return;
  let appletWasHere = line.dataset.stage === 'technician' || line.dataset.stage === 'both';

  function stageOf(state) {
    if (state.applet) appletWasHere = true;
    if (state.applet && state.technician) return 'both';
    if (state.applet) return 'technician';
    return appletWasHere ? 'gone' : 'program';
  }

  async function look() {
    try {
      const response = await fetch(line.dataset.stateUrl, { credentials: 'same-origin', cache: 'no-store' });
      if (!response.ok) throw new Error('status ' + response.status);
      const state = await response.json();
      if (state.state === 'ENDED') {
        location.reload();
        return;
      }
      const stage = stageOf(state);
      if (line.dataset.stage !== stage) line.dataset.stage = stage;
    } catch (unreachable) {
      line.dataset.stage = 'lost';
    }
    setTimeout(look, POLL_MS);
  }
  setTimeout(look, POLL_MS);
})();
