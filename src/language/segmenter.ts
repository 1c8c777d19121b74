/** Cuts Chinese text into words. One segmenter serves index and question. */
export interface Segmenter {
  /** Words in order, repeats kept, white space dropped. `words.join("")` equals the text without its white space. */
  cut(text: string): string[];
  /** Words of the dictionaries only, never guessed ones: people's questions run words together (审能上会). */
  cutKnown(text: string): string[];
  /** Part of speech in jieba's ICTCLAS tags: n… noun, ns place, v verb, vn verbal noun, m number, x unknown. */
  partOfSpeech(word: string): string;
  /** Digest of dictionaries and settings; an index made with another is stale. */
  readonly digest: string;
}

/** A segmenter that can also say what its words are made of. */
export interface LayeredSegmenter extends Segmenter {
  /** Each word of `cut` as the dictionary words that it joins: 区司法局 → [区, 司法局]; a plain word stands alone. */
  cutLayers(text: string): string[][];
  /** Dictionary words only, nothing joined: the cut that the embedding model was trained on. */
  cutPlain(text: string): string[];
}

/** Makes the segmenter for a corpus with these terms of its own; none for the plain dictionary. */
export type SegmenterFactory = (userDictionary: readonly string[]) => LayeredSegmenter;
