import { normalise } from "../../language/normalise.js";
import { remember } from "../../language/remember.js";
import { splitSentences } from "./sentences.js";

const KEPT = 20_000;

/** A text normalised, remembered. */
export const comparable: (text: string) => string = remember(KEPT, normalise);

/** The sentences of a text, normalised, remembered. */
export const comparableSentences: (text: string) => readonly string[] = remember(KEPT, (text) =>
  splitSentences(text).map(({ start, end }) => normalise(text.slice(start, end))),
);
