/** Cuts Chinese text into words. One segmenter serves index and question. */
export interface Segmenter {
  /** Words in order, repeats kept, white space dropped. `words.join("")` equals the text without its white space. */
  cut(text: string): string[];
  /** Digest of dictionaries and settings; an index made with another is stale. */
  readonly digest: string;
}
