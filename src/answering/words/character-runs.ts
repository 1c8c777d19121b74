const NO_LETTER = /[^\p{L}\p{N}]/gu;

/** The letters and numerals of a text, marks and white space left out. */
export function lettersOf(text: string): string {
  return text.replace(NO_LETTER, "");
}

/** All runs of one to `longest` characters, each once; as training/runs.py gives them. */
export function runsOf(text: string, longest: number): Set<string> {
  const characters = [...text];
  const runs = new Set<string>();
  for (let length = 1; length <= longest; length++)
    for (let at = 0; at + length <= characters.length; at++) runs.add(characters.slice(at, at + length).join(""));
  return runs;
}
