import { lettersOf, runsOf } from "../words/character-runs.js";

/** Log-odds against a fair question that each run of characters adds, for unsafe and off topic; as training/screening.py writes them. */
export interface ScreeningWeights {
  readonly runs: Readonly<Record<string, readonly number[]>>;
  readonly shift: readonly number[];
}

/** Shares of probability; what is left is a fair question on rules. */
export interface Screening {
  /** Asks for help with harm, deceit or evasion, or tries to steer the assistant. */
  readonly unsafe: number;
  /** Small talk, errands, general knowledge. */
  readonly offTopic: number;
}

const LONGEST_RUN = 2;
/** The ends say something only beside a character. */
const ENDS = ["^", "$"];

/**
 * What a normalised question is by its wording alone: a logistic model over its runs of one and two characters, its ends marked. It
 * replaced patterns written by hand, which knew one in ten of what people who had not seen them wrote.
 */
export function createScreening({ runs, shift }: ScreeningWeights): (question: string) => Screening {
  const weights = new Map(Object.entries(runs));
  return (question) => {
    const asked = runsOf(`^${lettersOf(question)}$`, LONGEST_RUN);
    for (const end of ENDS) asked.delete(end);
    const sums = [0, 0];
    for (const run of asked)
      weights.get(run)?.forEach((weight, i) => {
        sums[i] = (sums[i] ?? 0) + weight;
      });
    const scale = Math.sqrt(Math.max(1, asked.size));
    const [unsafe = 0, offTopic = 0] = sums.map((sum, i) => Math.exp((shift[i] ?? 0) + sum / scale));
    const all = 1 + unsafe + offTopic;
    return { unsafe: unsafe / all, offTopic: offTopic / all };
  };
}
