import { FILES_FEATURE } from '../../core/files/transfer.js';
import { make, setAttribute } from '../dom.js';
import { secondsLeft } from '../toolbar.js';
import { takeDrops } from './drop-zone.js';
import { FilesPanel } from './panel.js';
import { save } from './save.js';

/** Files on the page: what the technician chooses or drops goes there, what the customer offers is saved here. */
export class FileTools {
  element;
  /** The grant carries one direction at least. */
  permitted = false;
  #root;
  #texts;
  #session;
  #notices;
  #panel;
  /** At the beginning of a sentence. */
  #customer = '';
  /** The customer has been here; what is chosen while the line is down waits for both to be back. */
  #met = false;
  #understood = true;
  #over = false;
  #drawing = false;
  /** The technician's own doing: there is no news in it. */
  #cancelling = '';

  /**
   * @param {HTMLElement} root
   * @param {import('../texts.js').Texts} texts
   * @param {import('../../core/session.js').ViewerSession} session
   * @param {import('../notices.js').Notices} notices
   */
  constructor(root, texts, session, notices) {
    this.#root = root;
    this.#texts = texts;
    this.#session = session;
    this.#notices = notices;
    const { sender, fetcher, news } = session.files;
    this.#panel = new FilesPanel(texts, {
      send: (files) => sender.send(files),
      cancelSending: (id) => this.#cancel(id, sender),
      fetch: (id) => fetcher.fetch(id),
      cancelFetching: (id) => this.#cancel(id, fetcher),
    });
    this.element = this.#panel.element;
    news.changed.add(() => this.#drawSoon());
    news.offered.add(({ name }) => this.#say('said.file.offered', name));
    news.ended.add(({ transfer: { id, name, state }, sent }) => {
      if (id === this.#cancelling) return;
      this.#say(`said.file.${sent ? 'sent' : 'fetched'}.${state}`, name, state === 'taken' ? 'good' : 'bad');
    });
    news.arrived.add(({ name, whole }) => save(name, whole));
  }

  focus() {
    this.#panel.focus();
  }

  /** @param {HTMLElement} element files dropped there are sent @param {() => void} taken some were */
  takeDrops(element, taken) {
    const attributes = { 'aria-hidden': 'true' };
    element.append(make('p', { class: 'beistand-files-drop', text: this.#texts.get('files.drop'), attributes }));
    takeDrops(element, () => this.#sends, ({ files, folders }) => {
      taken();
      this.#session.files.sender.send(files);
      if (folders > 0) this.#notices.say(this.#texts.get('said.file.folder'), 'bad');
    });
  }

  /** @param {{customer: string, reachable: boolean, over: boolean, askSeconds: number}} view */
  update({ customer, reachable, over, askSeconds }) {
    const { permissions, presence } = this.#session;
    const [reads, writes] = [permissions.mayAsk('file_read'), permissions.mayAsk('file_write')];
    const answer = permissions.of('file_write');
    this.permitted = reads || writes;
    this.#customer = customer.charAt(0).toLocaleUpperCase() + customer.slice(1);
    this.#over = over;
    this.#met ||= reachable;
    if (presence.customer) this.#understood = presence.customer.features.includes(FILES_FEATURE);
    const files = !this.permitted ? 'off' : this.#understood ? 'on' : 'unsupported';
    setAttribute(this.#root, 'data-files', files);
    setAttribute(this.#root, 'data-file-write', answer);
    const seconds = secondsLeft(permissions.askedAt('file_write'), askSeconds);
    const view = { customer, Customer: this.#customer, reads, writes, understood: this.#understood, met: this.#met, over, answer, seconds };
    this.#panel.update(view);
    this.#panel.draw(this.#session.files);
  }

  get #sends() {
    return this.#session.permissions.mayAsk('file_write') && this.#understood && this.#met && !this.#over;
  }

  /** @param {string} id @param {{cancel: (id: string) => void}} way */
  #cancel(id, way) {
    this.#cancelling = id;
    way.cancel(id);
    this.#cancelling = '';
  }

  /** Many pieces come between two frames of the page; they are drawn once. */
  #drawSoon() {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.#panel.draw(this.#session.files);
    });
  }

  /** @param {string} key @param {string} file @param {'good' | 'plain' | 'bad'} [tone] */
  #say(key, file, tone) {
    this.#notices.say(this.#texts.get(key, { file, Customer: this.#customer }), tone);
  }
}
