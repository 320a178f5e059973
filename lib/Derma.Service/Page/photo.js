import { byId, megabytes } from './dom.js';

const READABLE = ['image/jpeg', 'image/png'];

/** Calls `onPhoto` with every file that is chosen, photographed, dropped anywhere on the page, or pasted. */
export function watchForPhotos(onPhoto) {
  for (const input of [byId('file'), byId('camera')]) {
    input.addEventListener('change', () => {
      const [file] = input.files;
      input.value = '';
      if (file) onPhoto(file);
    });
  }
  document.addEventListener('paste', event => take(event, event.clipboardData, onPhoto));
  document.addEventListener('drop', event => { mark(false); take(event, event.dataTransfer, onPhoto); });
  document.addEventListener('dragover', event => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', event => { if (!event.relatedTarget) mark(false); });
}

function take(event, transfer, onPhoto) {
  const [file] = transfer.files;
  if (!file) return;
  event.preventDefault();
  onPhoto(file);
}

const mark = dragging => byId('drop').classList.toggle('dragging', dragging);

/** Shows a file as the browser sees it, turned upright; false where it is no photo that can be sent. */
export async function preview(file) {
  const shown = byId('shown');
  if (shown.src) URL.revokeObjectURL(shown.src);
  shown.src = URL.createObjectURL(file);
  try {
    await shown.decode();
  } catch {
    return false;
  }
  const { naturalWidth: width, naturalHeight: height } = shown;
  byId('stage').style.setProperty('--ratio', width / height);
  byId('caption').textContent = `${width} × ${height} pixels, ${megabytes(file.size)}`;
  return true;
}

/** Why a file is not worth sending, or null. */
export function refusal(file) {
  if (file.size === 0) return 'This file is empty. Choose another one.';
  if (!READABLE.includes(file.type)) return 'This is not a JPEG or PNG photo. Save it as one of them, or choose another one.';
  return null;
}
