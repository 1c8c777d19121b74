import type { Likeness } from "../../retrieval/likeness.js";
import { comparableSentences } from "../words/comparable.js";
import { type Layer, weightedCover } from "../words/match.js";
import { RAREST, type Term } from "../words/terms.js";

/** How near a passage comes to the question by the vectors of its words; every value is 0 to 1. */
export interface JudgedNearness {
  /** Mean nearness of the terms to the passage, its lead-in, headings and title; a covered term is near as far as it is covered. */
  readonly near: number;
  /** The same by the passage's own words. */
  readonly nearOwn: number;
  /** Weight of the topic word that is least near, as a share of the largest possible. */
  readonly nearMissing: number;
  /** Nearness of the word next to what is asked that is least near; 1 where there is none. */
  readonly nearAnchor: number;
  /** Cosine of the question and the sentence that is most like it. */
  readonly alike: number;
}

/** Judges the passages of one question together: comparing all of them at once costs little more than comparing one. */
export class Nearness {
  readonly #terms: readonly Term[];
  readonly #anchors: readonly Term[];
  readonly #words = new Map<string, Float32Array>();
  readonly #sentences = new Map<string, number>();

  /** `passages` are the texts of the candidates, `layers` everything that they are read under, own words included. */
  constructor(
    likeness: Likeness,
    { text, terms, anchors }: { text: string; terms: readonly Term[]; anchors: readonly Term[] },
    passages: readonly string[],
    layers: readonly (readonly Layer[])[],
  ) {
    this.#terms = terms;
    this.#anchors = anchors;
    const texts = [...new Set(layers.flat().map((layer) => layer.text))];
    const near = likeness.wordsNear(
      terms.map((term) => term.text),
      texts,
    );
    for (const [at, layer] of texts.entries()) this.#words.set(layer, near[at] as Float32Array);
    const sentences = [...new Set(passages.flatMap((passage) => comparableSentences(passage)))];
    const alike = likeness.alike(text, sentences);
    for (const [at, sentence] of sentences.entries()) this.#sentences.set(sentence, alike[at] ?? 0);
  }

  /** `layers` begin with the passage's own words; `covers` are those of the terms by all layers, `ownCovers` by the first alone. */
  judge(
    passage: string,
    layers: readonly Layer[],
    covers: readonly number[],
    ownCovers: readonly number[],
  ): JudgedNearness {
    const terms = this.#terms;
    const near = terms.map((_, term) => Math.max(covers[term] ?? 0, this.#nearest(term, layers)));
    const ownLayer = layers.slice(0, 1);
    const missing = terms.map(({ role, weight }, at) => (role === "topic" ? weight * (1 - (near[at] ?? 0)) : 0));
    const anchored = this.#anchors.map((anchor) => near[terms.indexOf(anchor)] ?? 1);
    return {
      near: weightedCover(terms, near),
      nearOwn: weightedCover(
        terms,
        ownCovers.map((cover, term) => Math.max(cover, this.#nearest(term, ownLayer))),
      ),
      nearMissing: Math.max(0, ...missing) / RAREST,
      nearAnchor: Math.min(1, ...anchored),
      alike: Math.max(0, ...comparableSentences(passage).map((sentence) => this.#sentences.get(sentence) ?? 0)),
    };
  }

  #nearest(term: number, layers: readonly Layer[]): number {
    return Math.max(0, ...layers.map(({ text, factor }) => factor * (this.#words.get(text)?.[term] ?? 0)));
  }
}
