/** Open elements at a time: more than any text needs, and no burden to who parses the result. */
const DEPTH = 64;
const KEPT = new Set(
  'p div span b strong i em u s sub sup small code pre blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th'.split(' '),
);
const EMPTY = new Set(['br', 'hr']);
/** One that begins directly within one of its own name takes its place. */
const SIBLINGS = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th']);
/** What is in these is no text for readers. */
const DROPPED = new Set(
  'script style title textarea select template noscript noembed noframes iframe object audio video canvas svg math xmp plaintext'.split(' '),
);
const REFERENCE = /&(?:[A-Za-z][A-Za-z0-9]{0,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/y;
const LONGEST_NAME = 10;

/**
 * Cuts HTML down to formatting, by the rule of docs/protocol.md: what comes out is written anew from a short list of
 * elements without any attribute, so that however oddly the input is made, nothing in the output runs, loads, links or
 * nests without end. The same as HtmlFormatting in Java; clipboard-html.json holds both to the same results.
 * @param {string} html a fragment or a page, of any origin
 * @returns {string} a fragment; blank when nothing is left to read
 */
export function formattingOf(html) {
  return new Formatting(html).write();
}

/** Whether anything is left beside tags. @param {string} html what formattingOf gave */
export function hasWords(html) {
  return html.replace(/<[^>]*>/g, '').trim() !== '';
}

class Formatting {
  #html;
  /** @type {string[]} */
  #kept = [];
  /** @type {string[]} */
  #open = [];
  #at = 0;

  /** @param {string} html */
  constructor(html) {
    this.#html = html;
  }

  write() {
    while (this.#at < this.#html.length) {
      const next = this.#html.charAt(this.#at);
      if (next === '<' && /[A-Za-z!?/]/.test(this.#html.charAt(this.#at + 1))) this.#markup();
      else this.#text(next);
    }
    while (this.#open.length > 0) this.#closeLast();
    return this.#kept.join('');
  }

  /** @param {string} next */
  #text(next) {
    if (next === '<') this.#kept.push('&lt;');
    else if (next === '>') this.#kept.push('&gt;');
    else if (next === '&') this.#kept.push(this.#isReference() ? '&' : '&amp;');
    else if ((next >= ' ' && next !== '\u007f') || next === '\t' || next === '\n' || next === '\r') this.#kept.push(next);
    this.#at++;
  }

  #isReference() {
    REFERENCE.lastIndex = this.#at;
    return REFERENCE.test(this.#html);
  }

  #markup() {
    const html = this.#html;
    if (html.startsWith('<!--', this.#at)) this.#skipPast(html.indexOf('-->', this.#at + 4), 3);
    else if (/[A-Za-z]/.test(html.charAt(this.#at + 1))) {
      this.#at++;
      this.#begin(this.#tag());
    } else if (html.charAt(this.#at + 1) === '/' && /[A-Za-z]/.test(html.charAt(this.#at + 2))) {
      this.#at += 2;
      this.#end(this.#tag());
    } else this.#skipPast(html.indexOf('>', this.#at), 1);
  }

  /** Reads a tag to its end, past all attributes; empty when it has none. @returns {string} */
  #tag() {
    const html = this.#html;
    const start = this.#at;
    while (this.#at < html.length && !endsName(html.charAt(this.#at))) this.#at++;
    const name = html.slice(start, this.#at);
    let valueFollows = false;
    while (this.#at < html.length) {
      const next = html.charAt(this.#at++);
      if (next === '>') return name.length > LONGEST_NAME ? '' : name.toLowerCase();
      if (valueFollows && (next === '"' || next === "'")) {
        this.#skipPast(html.indexOf(next, this.#at), 1);
        valueFollows = false;
      } else valueFollows = next === '=' || (valueFollows && isSpace(next));
    }
    return '';
  }

  /** @param {string} name */
  #begin(name) {
    if (DROPPED.has(name)) this.#skipContent(name);
    else if (EMPTY.has(name)) this.#kept.push(`<${name}>`);
    else if (KEPT.has(name)) {
      if (SIBLINGS.has(name) && this.#open.at(-1) === name) this.#closeLast();
      if (this.#open.length < DEPTH) {
        this.#open.push(name);
        this.#kept.push(`<${name}>`);
      }
    }
  }

  /** @param {string} name */
  #end(name) {
    if (!this.#open.includes(name)) return;
    while (this.#open.at(-1) !== name) this.#closeLast();
    this.#closeLast();
  }

  #closeLast() {
    this.#kept.push(`</${this.#open.pop()}>`);
  }

  /** To the end tag of this name, or to the end of all: without it nothing after is for readers. @param {string} name */
  #skipContent(name) {
    const html = this.#html;
    for (let found = html.indexOf('</', this.#at); found >= 0; found = html.indexOf('</', found + 2)) {
      const behind = found + 2 + name.length;
      if (html.slice(found + 2, behind).toLowerCase() === name && (behind >= html.length || endsName(html.charAt(behind)))) {
        this.#skipPast(html.indexOf('>', behind), 1);
        return;
      }
    }
    this.#at = html.length;
  }

  /** @param {number} found @param {number} length */
  #skipPast(found, length) {
    this.#at = found < 0 ? this.#html.length : found + length;
  }
}

/** @param {string} one */
function isSpace(one) {
  return one === ' ' || one === '\t' || one === '\n' || one === '\r' || one === '\f';
}

/** @param {string} one */
function endsName(one) {
  return isSpace(one) || one === '/' || one === '>';
}
