/**
 * The whole core on one page: everything an application needs to show and control a session, without the workspace around
 * it. Takes a grant and a relay's address by hand, as a developer of the engine has them. English only: no technician
 * ever sees this page.
 */
import { Keyboard } from './core/input/keyboard.js';
import { Pointer } from './core/input/pointer.js';
import { workerDecoder } from './core/picture/decoders.js';
import { ViewerSession } from './core/session.js';

/**
 * @template {Element} T
 * @param {string} id @param {new () => T} type
 * @returns {T}
 */
function part(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`no ${type.name} is called ${id}`);
  return element;
}

const canvas = part('screen', HTMLCanvasElement);
const sink = part('keys', HTMLTextAreaElement);
const join = part('join', HTMLFormElement);
const chat = part('chat', HTMLFormElement);

/** @param {FormData} form what the developer typed */
function connect(form) {
  const session = new ViewerSession({
    // An application asks the helpdesk here (core/admission.js), for every connection anew.
    admit: async () => ({
      grant: String(form.get('grant')),
      relayUrl: String(form.get('relayUrl')),
      session: {
        sessionId: '',
        company: '',
        technician: 'Viewer lite',
        ticketNumber: '',
        ticketSubject: '',
        language: 'en',
        askSeconds: 60,
      },
    }),
    canvas,
    decoder: workerDecoder(),
  });

  session.state.changed.add((state) => (part('state', HTMLOutputElement).value = state));
  session.ended.add(({ messageKey }) => (part('state', HTMLOutputElement).value = messageKey));
  session.latency.add((ms) => (part('latency', HTMLOutputElement).value = `${ms.toFixed(1)} ms`));
  session.screen.exactChanged.add((exact) => (part('exact', HTMLOutputElement).value = exact ? 'exact' : ''));
  session.presence.changed.add((people) => {
    part('people', HTMLOutputElement).value = people.map(({ displayName }) => displayName).join(', ');
  });

  for (const permission of ['view', 'control']) {
    const button = part(permission, HTMLButtonElement);
    button.onclick = () => session.permissions.ask(permission);
    session.permissions.changed.add((permissions) => {
      button.disabled = permissions.of(permission) !== 'off' || !permissions.mayAsk(permission);
    });
  }

  new Keyboard(sink, session.input, () => sink.blur());
  new Pointer(canvas, session.input, () => sink.focus());

  session.chat.changed.add((lines) => {
    const items = lines.map(({ author, text }) => {
      const item = document.createElement('li');
      item.textContent = `${author}: ${text}`;
      return item;
    });
    part('lines', HTMLOListElement).replaceChildren(...items);
  });
  chat.onsubmit = (event) => {
    event.preventDefault();
    if (session.chat.say(String(new FormData(chat).get('text')))) chat.reset();
  };

  addEventListener('pagehide', () => session.stop());
  void session.start();
}

join.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = new FormData(join);
  for (const control of join.querySelectorAll('input, button')) control.toggleAttribute('disabled', true);
  connect(form);
});
