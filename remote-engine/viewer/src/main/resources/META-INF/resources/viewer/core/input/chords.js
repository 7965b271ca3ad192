/**
 * Key combinations that a browser or the technician's own computer keeps for itself, sent by a button instead.
 * @type {Readonly<Record<string, ReadonlyArray<[string, string]>>>}
 */
export const CHORDS = Object.freeze({
  ctrl_alt_del: [
    ['ControlLeft', 'Control'],
    ['AltLeft', 'Alt'],
    ['Delete', 'Delete'],
  ],
  task_manager: [
    ['ControlLeft', 'Control'],
    ['ShiftLeft', 'Shift'],
    ['Escape', 'Escape'],
  ],
  system_key: [['MetaLeft', 'Meta']],
  run: [
    ['MetaLeft', 'Meta'],
    ['KeyR', 'r'],
  ],
  alt_tab: [
    ['AltLeft', 'Alt'],
    ['Tab', 'Tab'],
  ],
  alt_f4: [
    ['AltLeft', 'Alt'],
    ['F4', 'F4'],
  ],
  escape: [['Escape', 'Escape']],
  print_screen: [['PrintScreen', 'PrintScreen']],
});
