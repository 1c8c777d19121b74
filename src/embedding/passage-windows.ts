/** Pieces that are read of a question and of a passage at once, as in training (training/cross_encoder.py). */
export const QUESTION_PIECES = 20;
export const PASSAGE_PIECES = 96;
/** Of a longer passage so many may be headings and lead-in, */
const HEAD_PIECES = 24;
/** and so many are common to two windows. */
const OVERLAP = 16;
/** Of a very long passage the beginning is read, some 200 pieces. */
const WINDOWS = 3;

/** What is read of a passage at once: the pieces that it stands under, then its own, a long one in parts. */
export function windowsOf(head: Uint16Array, own: Uint16Array): Uint16Array[] {
  if (head.length + own.length <= PASSAGE_PIECES) return [Uint16Array.of(...head, ...own)];
  const kept = head.subarray(0, HEAD_PIECES);
  const room = PASSAGE_PIECES - kept.length;
  const windows: Uint16Array[] = [];
  for (let start = 0; start === 0 || start < own.length - OVERLAP; start += room - OVERLAP) {
    windows.push(Uint16Array.of(...kept, ...own.subarray(start, start + room)));
  }
  return windows.slice(0, WINDOWS);
}
