import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import nodejieba from "nodejieba";
import { PolicyChatError } from "../errors.js";
import { KeptWords, splitQuantities } from "./kept-words.js";
import { remember } from "./remember.js";
import type { LayeredSegmenter } from "./segmenter.js";

/** Raise when the rules of cutting change, so that older indexes count as stale. */
const RULES_VERSION = 2;

/** The bundled dictionary, by file name, with its SHA-256. */
const DICTIONARY = {
  "dict.utf8": "401884ac15acaf8f933488a64cc6fa7e8639118af71d80a8b445b2de6ffdc9b5",
  "hmm_model.utf8": "f17790586ac86dd048c8adffed052c4bd2b28ed0682972c1275e59040c0589a7",
  "idf.utf8": "ab14f245a9327f3edd34f951bed6d399300a9afca0fadfb43d4f0d9c7790c603",
  "stop_words.utf8": "07b9904e083f832b015df200d3aa167332a74410cad58c82d2e607f40fb7efba",
} as const;

/** A dictionary file is missing or not the one this program was made with. */
export class DictionaryMissingError extends PolicyChatError {
  constructor(path: string, problem: string, options?: { cause?: unknown }) {
    super("dictionary_missing", `jieba dictionary ${path} ${problem}; restore it from the release`, options);
  }
}

export interface JiebaOptions {
  /** Folder of the bundled dictionary (`models/jieba`). */
  readonly dictionaryDir: string;
  /** Terms of the corpus to keep whole, in the form in which texts will be handed in (normalised). */
  readonly userDictionary?: readonly string[];
}

const TAGS_KEPT = 20_000;

let isLoaded = false;

// The native library ends the process over a missing or malformed file, so each is proved before it is named.
function loadDictionary(dictionaryDir: string): void {
  if (isLoaded) return;
  for (const [name, sha256] of Object.entries(DICTIONARY)) {
    const path = join(dictionaryDir, name);
    if (digestFile(path) !== sha256) throw new DictionaryMissingError(path, "is damaged");
  }
  const at = (name: keyof typeof DICTIONARY): string => join(dictionaryDir, name);
  nodejieba.load({
    dict: at("dict.utf8"),
    hmmDict: at("hmm_model.utf8"),
    idfDict: at("idf.utf8"),
    stopWordDict: at("stop_words.utf8"),
    // One word that the dictionary holds anyway: the library insists on a file.
    userDict: at("stop_words.utf8"),
  });
  isLoaded = true;
}

function digestFile(path: string): string {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch (cause) {
    throw new DictionaryMissingError(path, "cannot be read", { cause });
  }
}

/**
 * A segmenter over jieba. The terms of the corpus are found on top of jieba's cut rather than inserted into its
 * dictionary: that dictionary is one for the whole process and forgets nothing, so two generations of an index could
 * not be served side by side. Throws `DictionaryMissingError`.
 */
export function createJieba({ dictionaryDir, userDictionary = [] }: JiebaOptions): LayeredSegmenter {
  loadDictionary(dictionaryDir);
  const kept = new KeptWords(userDictionary);
  const cutLayers = (text: string): string[][] => cutAround(text, kept, cutPlain);
  const joined = (pieces: readonly string[]): string => pieces.join("");
  return {
    digest: digestSettings(userDictionary),
    cut: (text) => cutLayers(text).map(joined),
    cutKnown: (text) => cutAround(text, kept, cutDictionary).map(joined),
    cutLayers,
    cutPlain,
    partOfSpeech,
  };
}

// A word that the tagger cuts further has the part of speech of its last piece, the head of a Chinese compound.
const partOfSpeech = remember(TAGS_KEPT, (word): string => nodejieba.tag(word).at(-1)?.tag ?? "x");

function cutPlain(text: string): string[] {
  return withoutSpaces(nodejieba.cut(text, true));
}

// Without guessing at words that it does not know, jieba gives their characters one by one.
function cutDictionary(text: string): string[] {
  return withoutSpaces(nodejieba.cut(text, false));
}

function withoutSpaces(words: readonly string[]): string[] {
  return words.filter((word) => word.trim() !== "");
}

/** Kept terms and quantities, as the words that make them up, and the words between. */
function cutAround(text: string, kept: KeptWords, cutWords: (text: string) => string[]): string[][] {
  const layers: string[][] = [];
  const addBetween = (stretch: string): void => {
    for (const { text: part, whole } of splitQuantities(stretch)) {
      if (whole) layers.push(cutWords(part));
      else for (const word of cutWords(part)) layers.push([word]);
    }
  };
  let end = 0;
  for (const { term, start } of findKept(text, kept)) {
    addBetween(text.slice(end, start));
    layers.push(cutWords(term));
    end = start + term.length;
  }
  addBetween(text.slice(end));
  return layers;
}

function findKept(text: string, kept: KeptWords): { term: string; start: number }[] {
  const found: { term: string; start: number }[] = [];
  let words: string[] | undefined;
  for (let start = 0; start < text.length; ) {
    const term = kept.longestAt(text, start);
    if (term !== undefined) words ??= nodejieba.cut(text, true);
    const stands = term !== undefined && mayCutAt(start, words ?? []) && mayCutAt(start + term.length, words ?? []);
    if (stands) found.push({ term, start });
    start += stands ? term.length : 1;
  }
  return found;
}

/**
 * Whether a term may begin or end here: between two words of jieba's cut, or inside one that it made up by guess, but
 * never inside a word that the dictionary knows. So 区司法局 is found in 须经区司法局 and 区政府 is not in 社区政府.
 */
function mayCutAt(place: number, words: readonly string[]): boolean {
  let end = 0;
  for (const word of words) {
    if (end === place) return true;
    end += word.length;
    if (end > place) return nodejieba.cut(word, false).length > 1;
  }
  return true;
}

function digestSettings(userDictionary: readonly string[]): string {
  const settings = [RULES_VERSION, DICTIONARY, [...new Set(userDictionary)].sort()];
  return createHash("sha256").update(JSON.stringify(settings)).digest("hex");
}
