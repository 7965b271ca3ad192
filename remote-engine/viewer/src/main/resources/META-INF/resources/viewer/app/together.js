import { ROLE } from '../core/wire.gen.js';
import { Colleagues } from './colleagues.js';
import { confirm } from './dialogs.js';
import { make, setAttribute, setText, show } from './dom.js';
import { icon } from './icons.js';
import { Invite } from './invite.js';
import { People } from './people.js';
import { Wishes } from './wishes.js';

/**
 * Several technicians in one session, on the page: the menu of everybody, the button that asks for mouse and keyboard, the
 * word of a colleague who asks, inviting, handing over, leaving. What the applet and the helpdesk refuse is not offered.
 */
export class Together {
  /** For the toolbar. */
  tools;
  /** For the stage. */
  wishes;

  #root;
  #texts;
  #session;
  #notices;
  #ticketUrl;
  #colleagues;
  #people;
  #invite;
  #menu;
  #count;
  #steer;
  #steerLabel;
  #leave;

  /**
   * @param {HTMLElement} root
   * @param {import('./settings.js').Settings} settings
   * @param {import('./texts.js').Texts} texts
   * @param {import('../core/session.js').ViewerSession} session
   * @param {import('./notices.js').Notices} notices
   */
  constructor(root, settings, texts, session, notices) {
    this.#root = root;
    this.#texts = texts;
    this.#session = session;
    this.#notices = notices;
    this.#ticketUrl = settings.ticketUrl;
    this.#colleagues = new Colleagues(settings);
    this.#people = new People(texts, session, ({ id, subject, displayName }) => void this.#handOver(id, subject, displayName));
    this.#invite = new Invite(texts, this.#colleagues, {
      invited: (name) => notices.say(texts.get('said.invited', { name }), 'good'),
      handOver: ({ id, name }) => void this.#handOver(0, id, name),
    });
    this.wishes = new Wishes(texts, session.steering);
    this.#count = make('span', { class: 'beistand-count' });
    this.#steerLabel = make('span', { class: 'beistand-label' });
    this.#steer = this.#button('steer', 'pointer', 'steer.ask', () => this.#askForSteering(), this.#steerLabel);
    this.#steer.classList.add('beistand-wordy');
    this.#leave = this.#button('leave', 'leave', 'leave', () => void this.#goAway());
    const leaveBelow = make('button', {
      class: 'beistand-button',
      text: texts.get('leave'),
      attributes: { type: 'button', 'data-action': 'leave-on' },
      on: { click: () => void this.#goAway() },
    });
    const id = 'beistand-together';
    const heading = make('h2', { text: texts.get('people') });
    const quiet = make('p', { class: 'beistand-quiet', text: texts.get('leave.hint') });
    const bottom = make('div', { class: 'beistand-below' }, quiet, leaveBelow);
    const attributes = { popover: 'auto', id };
    this.#menu = make('div', { class: 'beistand-menu beistand-together', attributes }, heading, this.#people.element);
    this.#menu.append(this.#invite.element, bottom);
    const button = this.#button('people', 'people', 'people', () => this.#open(button), this.#count);
    button.setAttribute('popovertarget', id);
    this.tools = make('span', { class: 'beistand-drop' }, this.#steer, button, this.#leave, this.#menu);
    session.steering.news.add((news) => this.#say(news));
  }

  /**
   * @param {import('./situation.js').Situation} situation
   * @returns {{leads: boolean, steeredBy: string}} whether we lead, and who has mouse and keyboard when we have not
   */
  update(situation) {
    const { steering, presence, permissions } = this.#session;
    const controlled = permissions.of('control') === 'granted';
    const technicians = presence.people.filter(({ role }) => role === ROLE.TECHNICIAN);
    const over = situation === 'ended';
    const mayAsk = controlled && !steering.mine && permissions.mayAsk('control') && !over;
    setAttribute(this.#root, 'data-steering', !controlled ? 'off' : steering.mine ? 'mine' : steering.steering ? 'other' : 'nobody');
    setAttribute(this.#root, 'data-leads', String(this.leads));
    setText(this.#count, String(technicians.length + 1));
    show(this.#steer, mayAsk);
    this.#steer.disabled = steering.waiting && !this.leads;
    const key = this.leads ? 'steer.take' : steering.waiting ? 'steer.waiting' : 'steer.ask';
    setText(this.#steerLabel, this.#texts.get(key));
    setAttribute(this.#steer, 'aria-label', this.#texts.get(key));
    show(this.#leave, !this.leads && !over);
    show(this.tools, !over);
    this.#people.update();
    show(this.#invite.element, this.#colleagues.known && permissions.mayAsk('invite'));
    this.#invite.update(this.leads);
    const [asker] = controlled ? steering.wishes : [];
    const known = presence.people.find(({ id }) => id === asker);
    this.wishes.update(known && { id: known.id, name: known.displayName });
    return { leads: this.leads, steeredBy: controlled ? this.steeredBy : '' };
  }

  /** Whether the technician leads the session: the applet's word, or what the grant says while there is no applet. */
  get leads() {
    const { steering, permissions } = this.#session;
    return steering.told ? steering.leading === steering.self : permissions.mayAsk('transfer');
  }

  /** Who has mouse and keyboard when it is not us; empty: nobody. */
  get steeredBy() {
    const { steering, presence } = this.#session;
    return presence.people.find(({ id }) => id === steering.steering)?.displayName ?? '';
  }

  #askForSteering() {
    const { steering } = this.#session;
    if (this.leads) steering.takeOver();
    else steering.ask();
  }

  /** @param {import('../core/steering.js').SteeringNews} news */
  #say(news) {
    if (this.#session.permissions.of('control') !== 'granted') return;
    const name = this.steeredBy;
    const key = name || news === 'mine' || news === 'refused' ? `said.steer.${news}` : 'said.steer.nobody';
    this.#notices.say(this.#texts.get(key, { name }), news === 'mine' ? 'good' : news === 'passed' ? 'plain' : 'bad');
  }

  /** @param {number} participant 0: not here @param {string} technician @param {string} name */
  async #handOver(participant, technician, name) {
    this.#menu.hidePopover();
    const texts = this.#texts;
    const words = { question: texts.get('handover.question', { name }), explain: texts.get('handover.explain', { name }) };
    if (!(await confirm(this.#root, texts, { ...words, yes: texts.get('handover') }))) return;
    if (!(await this.#colleagues.handOverTo(technician))) {
      this.#notices.say(texts.get('handover.failed', { name }), 'bad');
      return;
    }
    if (participant) this.#session.steering.handLeadTo(participant);
    this.#notices.say(texts.get('said.handover', { name }), 'good');
  }

  async #goAway() {
    this.#menu.hidePopover();
    await this.#colleagues.leave();
    this.#session.leave();
    if (this.#ticketUrl) location.assign(this.#ticketUrl);
  }

  /** @param {HTMLElement} button */
  #open(button) {
    const { right, bottom } = button.getBoundingClientRect();
    const width = Math.min(360, document.documentElement.clientWidth - 8);
    this.#menu.style.width = `${width}px`;
    this.#menu.style.top = `${bottom + 4}px`;
    this.#menu.style.left = `${Math.max(4, Math.min(right, document.documentElement.clientWidth - 4) - width)}px`;
    if (this.#colleagues.known) void this.#invite.look();
  }

  /**
   * @param {string} action @param {string} picture @param {string} key @param {() => void} act
   * @param {HTMLElement} label
   */
  #button(action, picture, key, act, label = make('span', { class: 'beistand-label', text: this.#texts.get(key) })) {
    const attributes = {
      type: 'button',
      'data-action': action,
      title: this.#texts.get(`${key}.hint`),
      'aria-label': this.#texts.get(key),
    };
    return make('button', { attributes, on: { click: act } }, icon(picture), label);
  }
}
