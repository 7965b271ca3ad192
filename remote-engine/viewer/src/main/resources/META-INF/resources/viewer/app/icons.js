const SVG = 'http://www.w3.org/2000/svg';

/**
 * Line icons on a 20 x 20 field, drawn for this page: one path each, so that they take the colour of the text.
 * @type {Readonly<Record<string, string>>}
 */
const PATHS = Object.freeze({
  lock: 'M6 9V6.5a4 4 0 0 1 8 0V9M4.5 9h11v7.5h-11zM10 12v2',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10zM10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  record: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  play: 'M6 3.5v13l10.5-6.5z',
  pause: 'M6.5 4v12M13.5 4v12',
  again: 'M4.5 4v4h4M4.8 8A6 6 0 1 1 4 11.5',
  skip: 'M3.5 5v10l6-5zM10.5 5v10l6-5zM17 5v10',
  pointer: 'M4.5 3l11 6.5-5 1.2-2.4 4.8z',
  fit: 'M3 7V3.5h3.5M13.5 3.5H17V7M17 13v3.5h-3.5M6.5 16.5H3V13M6.5 7.5h7v5h-7z',
  exact: 'M4 7l2-1.5V15M14 7l2-1.5V15M10.5 8v.1M10.5 12v.1',
  fullscreen: 'M3 7.5V3h4.5M12.5 3H17v4.5M17 12.5V17h-4.5M7.5 17H3v-4.5',
  keyboard: 'M2.5 5.5h15v9h-15zM5 8.2v.1M8.3 8.2v.1M11.6 8.2v.1M15 8.2v.1M6.5 12h7',
  text: 'M4 5V4h12v1M10 4v12M7.5 16h5',
  clipboard: 'M7 4H4.5v13h11V4H13M7 2.8h6v2.8H7zM7.5 9.5h5M7.5 12.5h5',
  camera: 'M3 6h3l1.5-2h5L14 6h3v10H3zM10 13.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z',
  chat: 'M3 4h14v9.5H9L5.5 17v-3.5H3z',
  people: 'M7 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2 16.5c0-3 2.2-4.8 5-4.8s5 1.8 5 4.8M13 9.3a2.4 2.4 0 1 0-1-4.6M14 11.9c2.4.2 4 1.9 4 4.6',
  leave: 'M8 3.5H3.5v13H8M12 6l4 4-4 4M16 10H7.5',
  end: 'M10 2.5v7M5.8 5.2a6.5 6.5 0 1 0 8.4 0',
  lens: 'M8.5 13.5a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12.3 12.3L17 17',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  upload: 'M10 13V4M6.5 7.5L10 4l3.5 3.5M4 13v3.5h12V13',
  send: 'M3 10l14-6-5 13-3-5.5z',
});

/** @param {string} name @returns {SVGSVGElement} decorative: what it means is said in words beside it */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'beistand-icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name] ?? '');
  svg.append(path);
  return svg;
}
