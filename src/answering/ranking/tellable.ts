import { lettersOf, runsOf } from "../words/character-runs.js";

/** What each run of characters weighs, and where the sum begins; as training/wordings.py writes it. */
export interface WordingsWeights {
  readonly runs: Readonly<Record<string, number>>;
  readonly shift: number;
}

const LONGEST_RUN = 3;

/**
 * How likely rules tell what a question asks in words that the place which fits it best does not have, as log-odds: of a telephone
 * number, a person's name, a template they seldom speak, of 怎么办 and 行不行 they do. Learned from the questions of several corpora, and only on
 * wordings that several of them have, so that it knows ways of asking and no subjects. Texts are normalised.
 */
export function createTellable({ runs, shift }: WordingsWeights): (question: string, passage: string) => number {
  const weights = new Map(Object.entries(runs));
  return (question, passage) => {
    const held = lettersOf(passage);
    let sum = 0;
    let count = 0;
    for (const run of runsOf(lettersOf(question), LONGEST_RUN)) {
      const weight = weights.get(run);
      if (weight === undefined || held.includes(run)) continue;
      sum += weight;
      count++;
    }
    return shift + sum / Math.sqrt(Math.max(1, count));
  };
}
