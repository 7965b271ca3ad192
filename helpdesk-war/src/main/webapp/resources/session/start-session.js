// Countdown, copy button and live state of the start-session dialog and of the queue. A push says that something changed;
// if pushes do not get through, both ask by themselves every few seconds.
(function () {
  'use strict';
  const POLL_MS = 4000;
  if (window.beistandSessionPushed) return;

  function refresh() {
    if (window.beistandSessionChanged && document.querySelector('.session-dialog .session-state:not([data-state="ENDED"])')) {
      window.beistandSessionChanged();
    }
    if (window.beistandQueueChanged) window.beistandQueueChanged();
  }

  function twoDigits(number) {
    return String(number).padStart(2, '0');
  }

  function tick() {
    for (const left of document.querySelectorAll('[data-expires]')) {
      const seconds = Math.max(0, Math.ceil((Number(left.dataset.expires) - Date.now()) / 1000));
      const text = Math.floor(seconds / 60) + ':' + twoDigits(seconds % 60);
      if (left.textContent !== text) left.textContent = text;
    }
    for (const age of document.querySelectorAll('[data-since]')) {
      const seconds = Math.max(0, Math.floor((Date.now() - Number(age.dataset.since)) / 1000));
      const text = Math.floor(seconds / 60) + ':' + twoDigits(seconds % 60);
      if (age.textContent !== text) age.textContent = text;
    }
  }

  async function copy(button) {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else document.execCommand('copy');
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(function () { button.textContent = before; }, 2000);
  }

  document.addEventListener('click', function (event) {
    const button = event.target.closest && event.target.closest('[data-copy]');
    if (button) copy(button);
  });
  window.beistandSessionPushed = refresh;
  setInterval(tick, 500);
  setInterval(function () { if (!document.hidden) refresh(); }, POLL_MS);
  tick();
})();
