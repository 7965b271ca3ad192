/**
 * Saves the picture, exactly as it is on the canvas, as a PNG file.
 * @param {HTMLCanvasElement} canvas
 * @param {string} about goes into the file's name
 * @returns {Promise<string>} the file's name
 * @throws {Error} when the browser makes no file of it
 */
export async function saveScreenshot(canvas, about) {
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!(blob instanceof Blob)) throw new Error('the canvas gave no PNG');
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const name = `${about.replace(/[^\w-]+/g, '_') || 'beistand'}-${moment}.png`;
  const link = document.createElement('a');
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the picture must not stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
