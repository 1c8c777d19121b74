import { pinyin } from "pinyin-pro";
import { lookAlikes } from "./confusables.js";
import type { Segmenter } from "./segmenter.js";
import { draftedFor } from "./usage.js";

/** What correcting needs of a corpus. */
export interface Vocabulary {
  readonly segmenter: Pick<Segmenter, "cutKnown">;
  /** Inverse document frequency of a word, in nats; the same highest value for every unseen word. */
  readonly idf: (word: string) => number;
}

/** A word that no dictionary holds and the corpus word that was meant. */
export interface Correction {
  readonly written: string;
  readonly meant: string;
}

/** Characters that stand beside any word, so that a strange pair with one of them is no slip. */
const FUNCTION = /[的了是在有要能会可没未得过着到给就都也不又还再把被让和与或及从向对上下里这那哪谁何么吗呢吧啊]/u;

/**
 * Finds slips of typing in a normalised question: two neighbouring characters that form no known word, where replacing
 * one by a character that sounds or looks the same gives a word of the corpus (材科 → 材料, 其限 → 期限). The most
 * frequent such word wins. What the corpus itself prints is never touched.
 */
export function findSlips(question: string, { segmenter, idf }: Vocabulary): Correction[] {
  const unseen = idf("\u0000");
  const words = segmenter.cutKnown(question);
  const found: Correction[] = [];
  for (let i = 0; i + 1 < words.length; i++) {
    const written = `${words[i]}${words[i + 1]}`;
    if (
      !/^\p{Script=Han}{2}$/u.test(written) ||
      FUNCTION.test(written) ||
      idf(written) < unseen ||
      draftedFor(written).length > 0
    )
      continue;
    const meant = candidatesFor(written)
      .filter((word) => idf(word) < unseen)
      .sort((a, b) => idf(a) - idf(b))[0];
    if (meant === undefined) continue;
    found.push({ written, meant });
    i++;
  }
  return found;
}

/** The question with its slips put right. */
export function correctSlips(question: string, slips: readonly Correction[]): string {
  return slips.reduce((text, { written, meant }) => text.replaceAll(written, meant), question);
}

function candidatesFor(written: string): string[] {
  const [first = "", second = ""] = written;
  return [
    ...alike(first).map((character) => character + second),
    ...alike(second).map((character) => first + character),
  ];
}

function alike(character: string): string[] {
  return [...new Set([...lookAlikes(character), ...(homophones().get(sound(character)) ?? [])])].filter(
    (other) => other !== character,
  );
}

/** People who type by sound mix up flat and curled initials, and front and back nasals. */
function sound(character: string): string {
  return pinyin(character, { toneType: "none" })
    .replace(/^([zcs])h/u, "$1")
    .replace(/ng$/u, "n");
}

let bySound: Map<string, string[]> | undefined;

/** The characters in common use by their sound; made on first need, in some tens of milliseconds. */
function homophones(): ReadonlyMap<string, readonly string[]> {
  if (bySound) return bySound;
  bySound = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      const key = sound(character);
      bySound.set(key, [...(bySound.get(key) ?? []), character]);
    }
  }
  return bySound;
}
