import { setAttribute } from '../dom.js';

/** What was dropped. `folders`: how many of it cannot be sent. @typedef {{files: File[], folders: number}} Dropped */

/**
 * Takes files that are dropped onto an element. Dropped anywhere else they do nothing: a browser would leave the page to
 * show them, and the session with it.
 * @param {HTMLElement} element gets data-drop while files are held over it
 * @param {() => boolean} open whether files are taken now
 * @param {(dropped: Dropped) => void} take
 */
export function takeDrops(element, open, take) {
  const within = (/** @type {EventTarget | null} */ target) => target instanceof Node && element.contains(target);
  const mark = (/** @type {boolean} */ over) => setAttribute(element, 'data-drop', String(over));
  mark(false);
  document.addEventListener('dragover', (event) => {
    const { dataTransfer, target } = event;
    if (!dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const over = within(target) && open();
    dataTransfer.dropEffect = over ? 'copy' : 'none';
    mark(over);
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!within(relatedTarget)) mark(false);
  });
  document.addEventListener('drop', (event) => {
    const { dataTransfer, target } = event;
    if (!dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    mark(false);
    if (within(target) && open()) take(droppedIn(dataTransfer));
  });
}

/** @param {DataTransfer} data @returns {Dropped} */
function droppedIn(data) {
  /** @type {Dropped} */
  const dropped = { files: [], folders: 0 };
  for (const item of data.items) {
    if (item.kind !== 'file') continue;
    const file = item.getAsFile();
    if (item.webkitGetAsEntry()?.isDirectory) dropped.folders++;
    else if (file) dropped.files.push(file);
  }
  return dropped;
}
