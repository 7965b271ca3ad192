'use strict';
/*
 * Beistand as a peer of the remote-desktop benchmark (docs/performance.md): the real product with a real log-in, the
 * program that the portal hands out, and consent given by clicks in the program's own window. Copied into the
 * benchmark's folder `adapters`; BEISTAND_HOUSE names the checkout, which must be built and have its applet kit.
 */
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');
const { start, stop, waitPort, sleep } = require('../lib/spawn');

const HOUSE = process.env.BEISTAND_HOUSE || process.cwd();
const DEMO_PASSWORD = 'Bench-Passwort-2026';
const QUESTION_GROUND = [0xfd, 0xf1, 0xdc];
/** From the lower edge of the question's ground up to the middle of its two buttons, in pixels. */
const BUTTONS_ABOVE_EDGE = 38;

const mark = (name) => `document.getElementById('workspace')?.getAttribute('data-${name}')`;

module.exports = {
  name: 'beistand',
  note: 'Beistand from this checkout: helpdesk, relay, applet kit, viewer in the session workspace; defaults',

  async start(c) {
    // The other peers have the ports up to the ninth; browsers refuse 6000, ten above the benchmark's own.
    this.port = c.port + 20;
    this.url = `http://localhost:${this.port}`;
    this.display = c.display;
    this.folder = fs.mkdtempSync(path.join(c.dir, 'beistand-'));
    this.product = start(path.join(HOUSE, 'beistand'),
      ['run', '--demo', '--no-build', '--port', String(this.port), '--data', path.join(this.folder, 'data')], {
        log: path.join(c.dir, 'beistand.log'), cwd: HOUSE,
        env: { BEISTAND_DEMO_PASSWORD: DEMO_PASSWORD, BEISTAND_ADMIN_PASSWORD: DEMO_PASSWORD, DISPLAY: '' } });
    await this.ready(path.join(c.dir, 'beistand.log'));
    await waitPort(this.port + 1);
    const relay = +execFileSync('pgrep', ['-n', '-g', String(this.product.pid), '-f', 'engine.relay.Relay']);
    this.applets = [];
    return { agentPids: this.applets, relayPids: [relay], viewerPorts: [this.port, this.port + 1] };
  },

  async ready(log) {
    for (let i = 0; i < 1200 && !fs.readFileSync(log, 'utf8').includes('is ready'); i++) {
      if (this.product.gone) throw new Error('Beistand did not start, see ' + log);
      await sleep(100);
    }
  },

  /** Everything up to the technician's sight: ticket, session, the customer's way, consent to view and to control. */
  async login(page, c) {
    await page.goto(this.url + '/login');
    await page.waitFor("document.getElementById('login:name')");
    await page.eval(`document.getElementById('login:name').value = 'maria.lindner';
      document.getElementById('login:password').value = '${DEMO_PASSWORD}'; document.getElementById('login:enter').click()`);
    await page.waitFor("location.pathname.startsWith('/desk')");
    const ticket = await page.eval("fetch('/api/v1/tickets').then((answer) => answer.json()).then((list) => list.tickets[0].number)");
    await page.goto(`${this.url}/desk/tickets/${ticket}`);
    await page.waitFor("document.getElementById('sessionStart:start')");
    await sleep(500);
    await page.eval("document.getElementById('sessionStart:start').click()");
    const link = await page.waitFor("document.getElementById('session-link')?.value");
    this.workspace = new URL(await page.eval("document.querySelector('a.session-go').href"), this.url).href;
    await this.customer(page, link, c);
    await page.goto(this.workspace);
    await page.waitFor(`${mark('situation')} === 'here'`, 60000);
    for (const permission of ['view', 'control']) {
      await page.waitFor(`document.querySelector('[data-action="ask-${permission}"]')?.disabled === false`);
      await page.eval(`document.querySelector('[data-action="ask-${permission}"]').click()`);
      await this.allow();
      await page.waitFor(`${mark(permission)} === 'granted'`);
    }
    this.stimulus(0);
    await page.goto('about:blank');
    await sleep(1500);
  },

  /** The customer follows the link, accepts, downloads, unpacks and starts. */
  async customer(page, link, c) {
    await page.goto(link);
    await page.waitFor("document.getElementById('terms')");
    await page.eval("document.getElementById('terms').checked = true; document.querySelector(\"button[value='yes']\").click()");
    const program = await page.waitFor("document.getElementById('download')?.href");
    const { cookies } = await page.send('Network.getCookies', { urls: [program] });
    const answer = await fetch(program, { headers: { cookie: cookies.map((one) => `${one.name}=${one.value}`).join('; ') } });
    if (!answer.ok) throw new Error(`the download answers ${answer.status}`);
    const archive = path.join(this.folder, 'applet.tar.gz');
    fs.writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
    execFileSync('tar', ['xzf', archive, '-C', this.folder]);
    this.applet = start(path.join(this.folder, 'beistand-support/beistand-support'), [],
      { log: path.join(c.dir, 'applet.log'), env: { DISPLAY: this.display, HOME: this.folder } });
    this.applets.push(this.applet.pid);
    for (let i = 0; i < 600 && !this.window(); i++) await sleep(100);
    if (!this.window()) throw new Error('the applet shows no window');
  },

  x(command, ...args) {
    return execFileSync(command, args, { env: { ...process.env, DISPLAY: this.display }, maxBuffer: 1 << 26 });
  },

  window() {
    try {
      return this.x('xdotool', 'search', '--onlyvisible', '--name', 'Beistand$').toString().trim().split('\n').pop();
    } catch (none) {
      return '';
    }
  },

  /**
   * The stimulus covers the screen, out of the window manager's reach. It is pushed aside to the right while the
   * customer answers, so far that its frame number stays on the screen: what leaves the screen is drawn no more.
   */
  stimulus(x) {
    for (const window of this.x('xdotool', 'search', '--onlyvisible', '--name', '^stim').toString().trim().split('\n')) {
      this.x('xdotool', 'windowmove', window, String(x), '0');
    }
  },

  /** Finds the question by the colour of its ground and clicks on "Allow" until it is gone. */
  async allow() {
    const window = this.window();
    this.x('xdotool', 'windowmove', window, '20', '60');
    this.stimulus(900);
    for (let tries = 0, asked = false; tries < 60; tries++) {
      await sleep(300);
      const ground = this.question(window);
      if (!ground && asked) return;
      if (!ground) continue;
      asked = true;
      const x = Math.round(ground.left + (ground.right - ground.left) * 0.75);
      this.x('xdotool', 'mousemove', '--window', window, String(x), String(ground.bottom - BUTTONS_ABOVE_EDGE), 'click', '1');
      await sleep(500);
    }
    throw new Error('the applet asks nothing, or takes no answer');
  },

  question(window) {
    const width = +/WIDTH=(\d+)/.exec(this.x('xdotool', 'getwindowgeometry', '--shell', window).toString())[1];
    const pixels = this.x('import', '-window', window, '-depth', '8', 'rgb:-');
    let area = null;
    for (let i = 0, at = 0; at < pixels.length; i++, at += 3) {
      if (QUESTION_GROUND.some((value, channel) => pixels[at + channel] !== value)) continue;
      const x = i % width, y = Math.floor(i / width);
      area ??= { left: x, right: x, top: y, bottom: y };
      area.left = Math.min(area.left, x);
      area.right = Math.max(area.right, x);
      area.bottom = y;
    }
    return area && area.bottom - area.top >= 60 ? area : null;
  },

  async open(page) {
    await page.goto(this.workspace);
  },

  async focus(page) {
    await page.eval("document.getElementById('keys')?.focus()");
  },

  async stop() {
    await stop(this.applet);
    if (this.product && !this.product.gone) {
      process.kill(this.product.pid, 'SIGTERM');
      for (let i = 0; i < 300 && !this.product.gone; i++) await sleep(100);
    }
    await stop(this.product);
    if (this.folder) fs.rmSync(this.folder, { recursive: true, force: true });
  },
};
