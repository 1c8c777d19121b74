import { lookAlikes } from "./confusables.js";
import { FREE_CHARACTERS } from "./free-characters.js";
import soundsAlike from "./homophones.json" with { type: "json" };
import { remember } from "./remember.js";
import type { Segmenter } from "./segmenter.js";
import { draftedFor, spokenIn } from "./usage.js";
import type { WordRegister } from "./word-register.js";

/** What correcting needs of a corpus. */
export interface Vocabulary {
  readonly segmenter: Pick<Segmenter, "cutKnown">;
  /** Inverse document frequency of a normalised word, in nats; the same highest value for every unseen word. */
  readonly idf: (word: string) => number;
  /** Words in use outside the corpus. */
  readonly register: WordRegister;
}

/** A word that no dictionary holds and the corpus word that was meant. */
export interface Correction {
  readonly written: string;
  readonly meant: string;
}

/** Characters that stand beside any word, so that a strange pair with one of them is no slip. */
const FUNCTION = /[的了是在有要能会可没未得过着到给就都也不又还再把被让和与或及从向对上下里这那哪谁何么吗呢吧啊]/u;

/** A longer word is its own proof: one character of four can hardly be wrong by chance. */
const LONGEST_WINDOW = 4;

/** A stretch of a question that may be one word mistyped. */
interface Window {
  readonly written: string;
  /** Offsets in `written` of the characters that may be the slip. */
  readonly single: readonly number[];
  /** How many words of the cut it joins. */
  readonly words: number;
}

/**
 * Finds slips of typing in a normalised question: neighbouring words that form no known word, where replacing one
 * character by one that sounds or looks the same gives a word of the corpus (材科 → 材料, 试用其 → 试用期). The longest such
 * word wins, then the most frequent. What the corpus prints, and what people say otherwise, is never touched.
 */
export function findSlips(question: string, vocabulary: Vocabulary): Correction[] {
  const words = vocabulary.segmenter.cutKnown(question);
  const spoken = spokenCharacters(question, words);
  const found: Correction[] = [];
  let at = 0;
  for (let i = 0; i < words.length; ) {
    const start = question.indexOf(words[i] ?? "", at);
    const slip = windowsAt(words, i)
      .map((window) => ({ ...window, single: window.single.filter((place) => !spoken[start + place]) }))
      .flatMap((window) => meantBy(window, vocabulary).map((meant) => ({ window, meant })))[0];
    if (slip) found.push({ written: slip.window.written, meant: slip.meant });
    const joined = slip ? slip.window.words : 1;
    at = start + words.slice(i, i + joined).join("").length;
    i += joined;
  }
  return found;
}

/** Which characters of the question belong to a wording that people are known to use (市监局), from cut to cut. */
function spokenCharacters(question: string, words: readonly string[]): readonly boolean[] {
  const edges = new Set([0]);
  let end = 0;
  for (const word of words) {
    end = question.indexOf(word, end) + word.length;
    edges.add(end - word.length).add(end);
  }
  const spoken = new Array<boolean>(question.length).fill(false);
  for (const { word, start } of spokenIn(question, (from, to) => edges.has(from) && edges.has(to)))
    if (word.length > 1) spoken.fill(true, start, start + word.length);
  return spoken;
}

/** Longest first. */
function windowsAt(words: readonly string[], first: number): Window[] {
  const windows: Window[] = [];
  let written = "";
  const single: number[] = [];
  for (let last = first; last < words.length; last++) {
    const word = words[last] ?? "";
    if (!/^\p{Script=Han}+$/u.test(word) || written.length + word.length > LONGEST_WINDOW) break;
    if (word.length === 1) single.push(written.length);
    written += word;
    if (last === first || single.length === 0) continue;
    // A slip in 听证会 may make a word of its own of two (听政 会): all characters of a longer one may be it.
    const places = written.length > 2 ? Array.from(written, (_, place) => place) : [...single];
    windows.unshift({ written, single: places, words: last - first + 1 });
  }
  return windows;
}

/** Words of the corpus that a window can mean, the most frequent first; none where it may stand as it is. */
function meantBy({ written, single, words }: Window, { idf, register }: Vocabulary): string[] {
  const unseen = idf("\u0000");
  const isPair = written.length === 2;
  if (idf(written) < unseen || register(written) !== null || draftedFor(written).length > 0) return [];
  if (isPair && FUNCTION.test(written)) return [];
  // A word of four stands out even where the character typed is a common one.
  const isFirm = written.length === 4 || (written.length === 3 && words === 3);
  return single
    .filter((place) => isFirm || !(FREE_CHARACTERS.has(written.charAt(place)) || FUNCTION.test(written.charAt(place))))
    .flatMap((place) =>
      alike(written.charAt(place)).map((other) => written.slice(0, place) + other + written.slice(place + 1)),
    )
    .filter((word) => idf(word) < unseen)
    .sort((a, b) => idf(a) - idf(b));
}

/** Nothing else is numbered 第二十三跳. */
const SLIP_OF_ARTICLE = /(第[0-9一二三四五六七八九十百零]+)[跳挑](?![战选动])/gu;

/** The question with its slips put right. */
export function correctSlips(question: string, slips: readonly Correction[]): string {
  const text = slips.reduce((corrected, { written, meant }) => corrected.replaceAll(written, meant), question);
  return text.replace(SLIP_OF_ARTICLE, "$1条");
}

/** Every character that is in common use. */
const CHARACTERS = 8_000;

const alike: (character: string) => readonly string[] = remember(CHARACTERS, (character) =>
  [...new Set([...lookAlikes(character), ...homophones(character)])].filter((other) => other !== character),
);

let groups: ReadonlyMap<string, string> | undefined;

/** The characters in common use that sound like one, itself among them; empty for one that sounds like no other. */
function homophones(character: string): string {
  groups ??= new Map(soundsAlike.flatMap((group) => [...group].map((one) => [one, group] as const)));
  return groups.get(character) ?? "";
}
