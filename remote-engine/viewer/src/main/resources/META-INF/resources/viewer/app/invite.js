import { make, setText, show } from './dom.js';

/** Somebody who types is not asked about before this pause, milliseconds. */
const TYPING_PAUSE = 250;
/** More than these are found by typing more. */
const MOST_SHOWN = 6;

/** Finds colleagues by name and invites them into the session, or hands it to them. */
export class Invite {
  element;
  #texts;
  #colleagues;
  #acts;
  #box;
  #list;
  #word;
  #timer = 0;
  #question = 0;
  #leads = false;

  /**
   * @param {import('./texts.js').Texts} texts
   * @param {import('./colleagues.js').Colleagues} colleagues
   * @param {{invited: (name: string) => void, handOver: (colleague: import('./colleagues.js').Colleague) => void}} acts
   */
  constructor(texts, colleagues, acts) {
    this.#texts = texts;
    this.#colleagues = colleagues;
    this.#acts = acts;
    const attributes = { type: 'search', name: 'colleague', autocomplete: 'off', placeholder: texts.get('invite.hint') };
    this.#box = make('input', { attributes, on: { input: () => this.#soon() } });
    this.#list = make('ul', { class: 'beistand-found' });
    this.#word = make('p', { class: 'beistand-quiet', attributes: { role: 'status' } });
    const label = make('label', { class: 'beistand-heading' }, make('span', { text: texts.get('invite') }), this.#box);
    this.element = make('div', { class: 'beistand-invite' }, label, this.#word, this.#list);
  }

  /** @param {boolean} leads whether the session may be handed over from here */
  update(leads) {
    this.#leads = leads;
  }

  /** Looks again: the menu has been opened, or something was done. */
  async look() {
    const question = ++this.#question;
    const found = await this.#colleagues.find(this.#box.value.trim());
    if (question !== this.#question) return;
    const others = (found ?? []).filter(({ leads, here }) => !leads && !here);
    const rows = others.slice(0, MOST_SHOWN).map((colleague) => this.#row(colleague));
    this.#list.replaceChildren(...rows);
    const key = found === null ? 'invite.failed' : rows.length === 0 ? 'invite.nobody' : '';
    setText(this.#word, key ? this.#texts.get(key) : '');
    show(this.#word, key !== '');
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), TYPING_PAUSE);
  }

  /** @param {import('./colleagues.js').Colleague} colleague */
  #row(colleague) {
    const { id, name, department, invited } = colleague;
    const words = make('span', {}, make('strong', { text: name }));
    const more = invited ? this.#texts.get('invite.done') : department;
    if (more) words.append(make('small', { text: more }));
    const row = make('li', { attributes: { 'data-colleague': name } }, words);
    const button = (/** @type {string} */ action, /** @type {() => void} */ act) =>
      make('button', {
        class: 'beistand-button',
        text: this.#texts.get(action),
        attributes: { type: 'button', 'data-action': action, 'aria-label': `${this.#texts.get(action)}: ${name}` },
        on: { click: act },
      });
    if (!invited) row.append(button('invite.go', () => void this.#invite(id, name)));
    if (this.#leads) row.append(button('handover', () => this.#acts.handOver(colleague)));
    return row;
  }

  /** @param {string} id @param {string} name */
  async #invite(id, name) {
    if (await this.#colleagues.invite(id)) this.#acts.invited(name);
    else setText(this.#word, this.#texts.get('invite.failed'));
    await this.look();
  }
}
