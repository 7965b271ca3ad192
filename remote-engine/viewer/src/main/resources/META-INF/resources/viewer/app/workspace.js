/**
 * The technician's session workspace: read this first.
 *
 * The helpdesk's page has `<div id="workspace" data-...>` (see settings.js), a link to workspace.css and this module; the
 * rest is made here. For tests and measurements the page keeps these promises: `canvas#screen` has exactly the remote
 * screen's pixels; the root has `data-state` (see core/states.js), `data-situation` (see situation.js), `data-exact`
 * ("true": every picture received is shown), `data-view`, `data-control` and `data-record` ("off", "asking",
 * "granted"),
 * `data-clipboard-in`, `data-clipboard-out` and `data-file-write` (the same), `data-files` ("off", "on", "unsupported"),
 * `data-panel` ("open", "closed") and `data-panel-tab` ("chat", "files"), `data-steering` ("off", "mine", "other", "nobody") and
 * `data-leads`; buttons have `data-action`, rows of files `data-file`, `data-name` and `data-state` (see core/files).
 * Ctrl+Alt+Shift moves the keyboard from the picture to the toolbar.
 */
import { CHORDS } from '../core/input/chords.js';
import { Keyboard } from '../core/input/keyboard.js';
import { Pointer } from '../core/input/pointer.js';
import { Card } from './card.js';
import { ClipboardTools } from './clipboard.js';
import { connect } from './connect.js';
import { askForText, confirm } from './dialogs.js';
import { setAttribute } from './dom.js';
import { toggleFullscreen } from './fullscreen.js';
import { Notices } from './notices.js';
import { Panel } from './panel.js';
import { Quality } from './quality.js';
import { saveScreenshot } from './screenshot.js';
import { endSession } from './settings.js';
import { situationOf } from './situation.js';
import { Stage } from './stage.js';
import { Strip } from './strip.js';
import { Together } from './together.js';
import { Toolbar } from './toolbar.js';
import { ViewTools } from './view-tools.js';

/** Joins what the session knows with what the page shows. One per page. */
class Workspace {
  #root;
  #settings;
  #texts;
  #session;
  #stage;
  #toolbar;
  #card;
  #panel;
  #strip;
  #notices;
  #viewTools;
  #quality;
  #together;
  #clipboard;
  /** @type {import('../core/admission.js').SessionCard | null} */
  #about = null;
  #wasJoined = false;
  #retryAt = 0;
  #problem = 'status.lost';
  #canReload = false;
  #drawing = false;
  #wasLive = false;

  /**
   * @param {HTMLElement} root
   * @param {import('./connect.js').Connected} connected
   * @param {import('./texts.js').Texts} texts
   */
  constructor(root, { settings, session, canvas }, texts) {
    this.#root = root;
    this.#settings = settings;
    this.#texts = texts;
    this.#session = session;
    this.#stage = new Stage(texts, canvas);
    this.#notices = new Notices(texts);
    this.#panel = new Panel(root, texts, this.#session, this.#notices, () => this.#drawSoon());
    this.#strip = new Strip(texts);
    this.#together = new Together(root, settings, texts, this.#session, this.#notices);
    this.#toolbar = new Toolbar(texts, this.#actions(), this.#together.tools);
    this.#viewTools = new ViewTools(texts, this.#session, this.#stage, this.#toolbar.element, () => this.#drawSoon());
    this.#clipboard = new ClipboardTools(root, texts, this.#session, this.#notices, { toolbar: this.#toolbar, stage: this.#stage }, () => this.#drawSoon());
    this.#quality = new Quality(texts, this.#session, this.#strip.element);
    const ask = (/** @type {import('./toolbar.js').Askable} */ permission) => this.#ask(permission);
    const retry = () => this.#session.retryNow();
    this.#card = new Card(texts, settings.ticketUrl, { ask, retry, reload: () => location.reload() });
    this.#stage.element.append(this.#card.element, this.#together.wishes.element, this.#notices.element);
    root.replaceChildren(this.#toolbar.element, this.#stage.element, this.#panel.element, this.#strip.element);
    this.#listen();
  }

  start() {
    this.#wasJoined = this.#session.state.current === 'joined';
    this.#draw();
    // Seconds count down, and latency and pauses pass, without any news.
    setInterval(() => this.#draw(), 1000);
  }

  /** @returns {import('./toolbar.js').ToolbarActions} */
  #actions() {
    const { input } = this.#session;
    return {
      ask: (permission) => this.#ask(permission),
      mode: (mode) => this.#mode(mode),
      fullscreen: () => void toggleFullscreen(this.#root),
      chord: (name) => {
        const keys = CHORDS[name];
        if (keys) input.chord(keys);
        this.#stage.takeKeys();
      },
      typeText: () => void askForText(this.#root, this.#texts).then((text) => input.type(text)),
      screenshot: () => void this.#screenshot(),
      panel: () => this.#panel.toggle(),
      end: () => void this.#end(),
    };
  }

  #listen() {
    const session = this.#session;
    const { input } = session;
    const keyboard = new Keyboard(this.#stage.sink, input, () => this.#toolbar.focus(), this.#clipboard.keys);
    new Pointer(this.#stage.canvas, input, () => this.#stage.takeKeys(), this.#stage.gestures);
    session.state.changed.add((state) => {
      if (state === 'joined') this.#wasJoined = true;
      else keyboard.releaseAll();
      if (state !== 'reconnecting') this.#retryAt = 0;
      this.#drawSoon();
    });
    session.admitted.add((about) => {
      this.#about = about;
      this.#drawSoon();
    });
    session.pausing.add(({ milliseconds, messageKey }) => {
      this.#problem = messageKey;
      this.#retryAt = performance.now() + milliseconds;
      this.#drawSoon();
    });
    session.ended.add(({ status, messageKey }) => {
      this.#panel.giveWay();
      this.#problem = messageKey;
      this.#canReload = !status || !status.name.startsWith('ENDED') && status.name !== 'SESSION_EXPIRED';
      this.#drawSoon();
    });
    for (const { changed } of [session.permissions, session.steering, session.outbox, session.presence]) changed.add(() => this.#drawSoon());
    session.outbox.lost.add(() => this.#notices.say(this.#texts.get('said.input.lost'), 'bad'));
    session.permissions.decided.add((decided) => this.#sayDecision(decided));
    session.presence.news.add(({ kind, name }) => this.#notices.say(this.#texts.get(`said.${kind}`, { name })));
    session.latency.add((milliseconds) => this.#strip.latency(milliseconds));
    session.words.add((words) => this.#strip.words(words));
    session.cursor.shaped.add((image) => this.#stage.pointer.shape(image));
    session.cursor.moved.add((place) => this.#stage.pointer.moved(place));
    session.screen.laidOut.add(() => {
      this.#stage.arrange();
      this.#drawSoon();
    });
    session.screen.appeared.add(() => this.#drawSoon());
    session.screen.exactChanged.add((exact) => {
      setAttribute(this.#root, 'data-exact', String(exact));
      this.#strip.exact(exact);
      if (exact) this.#drawSoon();
    });
    addEventListener('online', () => session.retryNow());
    addEventListener('pagehide', () => session.stop());
    // A page that comes back out of the browser's memory has left its session.
    addEventListener('pageshow', (event) => event.persisted && location.reload());
  }

  /** To control without seeing makes no sense: who asks for control asks for both. @param {import('./toolbar.js').Askable} permission */
  #ask(permission) {
    const { permissions } = this.#session;
    if (permission === 'control') permissions.ask('view');
    permissions.ask(permission);
  }

  /** @param {import('../core/mapping.js').ViewMode} mode */
  #mode(mode) {
    this.#stage.setMode(mode);
    this.#draw();
  }

  async #screenshot() {
    try {
      const file = await saveScreenshot(this.#stage.canvas, this.#about?.ticketNumber ?? '');
      this.#notices.say(this.#texts.get('screenshot.saved', { file }));
    } catch (cause) {
      console.warn('beistand: no screenshot', cause);
      this.#notices.say(this.#texts.get('screenshot.failed'), 'bad');
    }
  }

  async #end() {
    const texts = this.#texts;
    const explain = texts.get('end.explain', { customer: this.#customer(), ticket: this.#about?.ticketNumber ?? '' });
    const words = { question: texts.get('end.question'), explain, yes: texts.get('end') };
    if (!(await confirm(this.#root, texts, words))) return;
    if ((await endSession(this.#settings)) || this.#session.end()) return;
    this.#notices.say(texts.get('end.failed'), 'bad');
  }

  /** @param {import('../core/permissions.js').Decided} decided */
  #sayDecision({ permission, decision }) {
    const key = `said.${permission}.${decision}`;
    if (!this.#texts.has(key)) return;
    const customer = this.#customer(true);
    this.#notices.say(this.#texts.get(key, { customer }), decision === 'granted' ? 'good' : 'bad');
    if (permission === 'control' && decision === 'granted') this.#stage.takeKeysIfFree();
  }

  /** The customer's name, as well as we know it. @param {boolean} first whether a sentence begins with it */
  #customer(first = false) {
    const name = this.#session.presence.customer?.displayName || this.#about?.customer;
    return name || this.#texts.get(first ? 'Customer' : 'customer');
  }

  /** Many things change at once; they are drawn once. */
  #drawSoon() {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  #draw() {
    const { permissions, presence, screen, state, steering: turn } = this.#session;
    const view = permissions.of('view');
    const control = permissions.of('control');
    const situation = situationOf({
      state: state.current,
      wasJoined: this.#wasJoined,
      customer: presence.customer,
      mayView: permissions.mayAsk('view'),
      view,
      capturing: screen.layout.capturing,
      showing: screen.showing,
    });
    const live = situation === 'live';
    const steering = live && control === 'granted' && turn.mine;
    this.#wasLive ||= live;
    // The keys stay where they are through an interruption: what is typed meanwhile is kept.
    const { accepts, way } = this.#session.outbox;
    const keys = steering || (accepts && this.#wasLive);
    const customer = this.#customer();
    const askSeconds = this.#about?.askSeconds ?? 60;
    this.#mark({ state: state.current, situation, view, control, record: permissions.of('record') });
    const reachable = state.current === 'joined' && presence.customer?.away === false;
    this.#panel.update({ customer, reachable, over: situation === 'ended', askSeconds });
    const { leads, steeredBy } = this.#together.update(situation);
    const bar = { askSeconds, mode: this.#stage.mode, panel: this.#panel, title: this.#title(), steers: turn.mine, leads };
    this.#toolbar.update(permissions, situation, bar);
    const dimmed = (situation === 'reconnecting' || situation === 'away') && screen.layout.width > 0;
    this.#stage.update({ customer, steering: keys, waiting: way === 'interrupted', live, dimmed });
    this.#viewTools.update({ live, steering });
    this.#quality.update();
    this.#card.update({
      situation,
      customer: this.#customer(situation !== 'waiting' && situation !== 'away'),
      mayControl: permissions.mayAsk('control'),
      askedAt: permissions.askedAt('view'),
      askSeconds,
      retryAt: this.#retryAt,
      problem: situation === 'capture' ? screen.layout.reason : this.#problem,
      canReload: this.#canReload,
    });
    this.#clipboard.update({ reachable, askSeconds });
    const { people } = presence;
    const recorded = permissions.of('record') === 'granted';
    const strip = { state: state.current, people, customer: presence.customer, recorded, viewing: view === 'granted', steering };
    this.#strip.update({ ...strip, steeredBy, live, layout: screen.layout, percent: this.#stage.percent });
  }

  /** @returns {string} who is helped with what */
  #title() {
    const about = this.#about;
    if (!about) return '';
    return [about.ticketNumber, about.customer, about.ticketSubject].filter(Boolean).join(' · ');
  }

  /** @param {Record<string, string>} marks */
  #mark(marks) {
    for (const [name, value] of Object.entries(marks)) setAttribute(this.#root, `data-${name}`, value);
  }
}

/** @param {HTMLElement} root */
export async function mountWorkspace(root) {
  const connected = connect(root);
  const texts = await connected.texts;
  root.classList.add('beistand-workspace');
  root.lang = texts.language;
  setAttribute(root, 'data-exact', 'false');
  new Workspace(root, connected, texts).start();
}

const root = document.getElementById('workspace');
if (root) await mountWorkspace(root);
