// The browser's half of ProofOfWork.java: while a flood of wrong codes is on, it computes as soon as the page opens, so that
// the customer hardly notices. A small synchronous SHA-256, because crypto.subtle spends longer on calling than on hashing.
(function () {
  'use strict';
  const PUZZLES = 64;
  const SLICE_MS = 40;
  const form = document.getElementById('pin-form');
  const field = document.getElementById('pin-solution');
  const note = document.getElementById('pin-computing');
  if (!form || !field) return;

  const K = new Uint32Array(64);
  const START = new Uint32Array(8);
  // FIPS 180-4: the first 32 bits of the fractional parts of the cube and square roots of the first primes.
  (function constants() {
    let found = 0;
    for (let n = 2; found < 64; n++) {
      let prime = true;
      for (let d = 2; d * d <= n && prime; d++) prime = n % d !== 0;
      if (!prime) continue;
      if (found < 8) START[found] = ((Math.sqrt(n) % 1) * 4294967296) >>> 0;
      K[found++] = ((Math.cbrt(n) % 1) * 4294967296) >>> 0;
    }
  })();

  const W = new Uint32Array(64);
  const bytes = new Uint8Array(256);
  const view = new DataView(bytes.buffer);
  const H = new Uint32Array(8);

  function block(offset) {
    for (let t = 0; t < 16; t++) W[t] = view.getUint32(offset + 4 * t);
    for (let t = 16; t < 64; t++) {
      const x = W[t - 15];
      const y = W[t - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      W[t] = (W[t - 16] + s0 + W[t - 7] + s1) | 0;
    }
    let a = H[0], b = H[1], c = H[2], d = H[3], e = H[4], f = H[5], g = H[6], h = H[7];
    for (let t = 0; t < 64; t++) {
      const S1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + S1 + ((e & f) ^ (~e & g)) + K[t] + W[t]) | 0;
      const S0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    H[0] += a; H[1] += b; H[2] += c; H[3] += d; H[4] += e; H[5] += f; H[6] += g; H[7] += h;
  }

  // One puzzle: the blocks that do not change are hashed once, only the last ones again for each counter.
  function puzzle(prefix) {
    const fixed = prefix.length - (prefix.length % 64);
    H.set(START);
    for (let i = 0; i < fixed; i += 64) {
      for (let j = 0; j < 64; j++) bytes[j] = prefix.charCodeAt(i + j);
      block(0);
    }
    const middle = Uint32Array.from(H);
    const tail = prefix.slice(fixed);
    return function firstWord(counter) {
      const text = tail + counter;
      const end = text.length < 56 ? 64 : 128;
      bytes.fill(0, 0, end);
      for (let j = 0; j < text.length; j++) bytes[j] = text.charCodeAt(j);
      bytes[text.length] = 0x80;
      view.setUint32(end - 4, (fixed + text.length) * 8);
      H.set(middle);
      for (let i = 0; i < end; i += 64) block(i);
      return H[0];
    };
  }

  function solve(challenge) {
    const bits = Number(challenge.split('.')[1]);
    const limit = bits === 0 ? 4294967296 : Math.pow(2, 32 - bits);
    const counters = [];
    return new Promise(function (done) {
      let word = puzzle(challenge + ':0:');
      let counter = 0;
      function slice() {
        const until = performance.now() + SLICE_MS;
        while (performance.now() < until) {
          for (let i = 0; i < 500; i++) {
            if (word(counter) < limit) {
              counters.push(counter);
              if (counters.length === PUZZLES) {
                done(challenge + ':' + counters.join(','));
                return;
              }
              word = puzzle(challenge + ':' + counters.length + ':');
              counter = 0;
            } else {
              counter++;
            }
          }
        }
        setTimeout(slice, 0);
      }
      slice();
    });
  }

  let sending = form.dataset.resubmit === 'true';
  if (sending) note.hidden = false;
  form.addEventListener('submit', function (event) {
    if (field.value) return;
    event.preventDefault();
    note.hidden = false;
    sending = true;
  });
  const began = performance.now();
  solve(field.dataset.challenge).then(function (solution) {
    field.value = solution;
    form.dataset.solvedMs = String(Math.round(performance.now() - began));
    if (sending) form.submit();
  });
})();
