/** A sentence of a text: `text.slice(start, end)`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const CLOSING = /["”’》）)]/u;

/**
 * Sentences of a text, in order, covering every character but the line breaks and spaces between them. A mark inside
 * quotation marks or brackets ends no sentence: rules quote whole sentences of other rules.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let depth = 0;
  const push = (end: number) => {
    while (start < end && /\s/u.test(text.charAt(start))) start++;
    if (end > start) sentences.push({ start, end });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (/[“《（(]/u.test(char)) depth++;
    else if (/[”》）)]/u.test(char)) depth = Math.max(0, depth - 1);
    else if (char === "\n") {
      push(i);
      depth = 0;
    } else if (depth === 0 && /[。！？!?]/u.test(char)) {
      let end = i + 1;
      while (end < text.length && CLOSING.test(text.charAt(end))) end++;
      push(end);
      i = end - 1;
    }
  }
  push(text.length);
  return sentences;
}
