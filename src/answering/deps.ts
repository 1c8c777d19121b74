import type { PolicyLibrary } from "../corpus/library.js";
import type { Segmenter } from "../language/segmenter.js";
import type { WordRegister } from "../language/word-register.js";
import type { ProvisionRetriever } from "../retrieval/hit.js";
import type { Likeness } from "../retrieval/likeness.js";

/** What answers are made from: an opened corpus, its search, and what its language and its models tell. */
export interface AnswererDeps {
  readonly library: PolicyLibrary;
  readonly retriever: ProvisionRetriever;
  readonly segmenter: Segmenter;
  /** Inverse document frequency of a normalised word, in nats. */
  readonly idf: (word: string) => number;
  /** As `idf`, but looks inside longer words. */
  readonly rarity: (word: string) => number;
  /** How near words come to passages by their meaning. */
  readonly likeness: Likeness;
  /** How a word is used outside the corpus. */
  readonly register: WordRegister;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}
