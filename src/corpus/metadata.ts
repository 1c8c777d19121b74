import { findDates, parseDate } from "../language/dates.js";
import { adopterOf, decreeOf, parseActs } from "./adoption.js";
import { isNumberLine } from "./phrases.js";
import type { PolicyDocument, Provision } from "./provision.js";
import { repeatsTitle } from "./titles.js";

export type Metadata = Pick<
  PolicyDocument,
  "title" | "noticeTitle" | "number" | "issuer" | "date" | "addressees" | "trial" | "inForceFrom" | "aliases"
>;

export interface MetadataSource {
  /** Without extension; the title of a text that prints none. */
  readonly name: string;
  /** Title at the head, "" where none is printed. */
  readonly headTitle: string;
  /** ISO date that a compilation prints after the title. */
  readonly listedDate: string | null;
  /** Title of the text that the notice issues. */
  readonly issuedTitle: string | null;
  /** Adoption history of a law, one line each. */
  readonly history: readonly string[];
  readonly provisions: readonly Provision[];
}

const IN_FORCE = /自\s?([^，。；]{2,30}?)\s?(?:起施行|起执行|起实施|起生效|起正式施行)/g;
const ON_ISSUE = /^(?:印发|发布|公布|下发|通过|颁布)(?:之日|之时)?$/;
const ALIAS =
  /《([^《》]*(?:〈[^〉]*〉[^《》]*)?)》(?:（[^（）]{1,30}）)?（以下(?:简称|称)[:：]?\s?[“"]?(《[^《》]+》)[”"]?）/g;

/** What the head, the signature and the closing words of a text say about it. */
export function parseMetadata(given: MetadataSource): Metadata {
  const source = { ...given, provisions: given.provisions.filter(({ adoption }) => !adoption) };
  const { headTitle, provisions } = source;
  const acts = given.provisions.filter((p) => p.adoption && isLeaf(p)).flatMap(({ text }) => parseActs(text));
  const issuedTitle = repeatsTitle(headTitle, source.issuedTitle ?? "") ? null : source.issuedTitle;
  const title = (issuedTitle ?? headTitle) || titleFromName(source.name);
  const noticeTitle = issuedTitle && headTitle ? headTitle : null;
  const preface = provisions.filter((p) => isLeaf(p) && /^(?:preface(?:__para_\d+)?|para_\d+)$/.test(p.eId));
  const date = dateOf(source);
  return {
    title,
    noticeTitle,
    number: numberOf(preface) ?? decreeOf(acts),
    issuer: issuerOf(provisions, headTitle) ?? adopterOf(acts),
    date,
    addressees: addresseesOf(preface),
    trial: /[（(](?:试行|暂行)[）)]|暂行/.test(title),
    inForceFrom: inForceFrom(source, date),
    aliases: aliasesOf(provisions, [
      title,
      ...(headTitle.match(/《([^《》]+)》/g) ?? []).map((name) => name.slice(1, -1)),
    ]),
  };
}

function isLeaf({ children }: Provision): boolean {
  return children.length === 0;
}

/** The file name without its folder and its date. */
function titleFromName(name: string): string {
  return (name.split("/").at(-1) ?? name).replace(/[（(]\d{4}-\d{2}-\d{2}[）)]$/, "");
}

function numberOf(preface: readonly Provision[]): string | null {
  const line = preface.find(({ text }) => isNumberLine(text));
  return line ? line.text.replace(/\s+/g, "") : null;
}

function addresseesOf(preface: readonly Provision[]): string | null {
  const line = preface.slice(0, 3).find(({ text }) => /[:：]$/.test(text) && text.length < 200 && !/[。；]/.test(text));
  return line ? line.text.replace(/[:：]$/, "") : null;
}

function signatureOf(provisions: readonly Provision[]): string[] {
  const closing = provisions.filter((p) => isLeaf(p) && /^conclusions(?:~\d+)?(?:__para_\d+)?$/.test(p.eId));
  const signed = closing.find(({ text }) => parseDate(text.split("\n").at(-1) ?? "") !== null);
  return signed ? signed.text.split("\n") : [];
}

function issuerOf(provisions: readonly Provision[], headTitle: string): string | null {
  const signers = signatureOf(provisions).slice(0, -1);
  if (signers.length > 0) return signers.join("、");
  return /^(.{2,40}?(?:政府|办公厅|办公室|委员会|法院|检察院|局|厅|部|院))(?:关于|印发)/.exec(headTitle)?.[1] ?? null;
}

function dateOf({ provisions, history, name, headTitle, listedDate }: MetadataSource): string | null {
  const signed = parseDate(signatureOf(provisions).at(-1) ?? "");
  if (signed) return signed;
  const named = /[（(](\d{4}-\d{2}-\d{2})[）)]$/.exec(name)?.[1] ?? listedDate ?? findDates(headTitle).at(-1)?.iso;
  return named ?? latest(history.flatMap((line) => findDates(line).slice(0, 1)).map(({ iso }) => iso));
}

function latest(dates: readonly string[]): string | null {
  return [...dates].sort().at(-1) ?? null;
}

function inForceFrom({ provisions, history }: MetadataSource, date: string | null): string | null {
  const own = provisions.filter(isLeaf).map((p) => withoutQuotations(p.text));
  for (const text of [...own.reverse(), ...history]) {
    const start = [...text.matchAll(IN_FORCE)].at(-1)?.[1]?.replace(/\s+/g, "");
    if (start === undefined || !speaksOfItself(text)) continue;
    if (ON_ISSUE.test(start)) return date;
    const [found] = findDates(start);
    if (found) return found.iso;
  }
  return null;
}

function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”/g, "");
}

function speaksOfItself(text: string): boolean {
  return /本[^，。；]{1,8}自|现予公布|^自|公布|[\d\s]日$/.test(text);
}

function aliasesOf(provisions: readonly Provision[], titles: readonly string[]): string[] {
  const known = new Set(titles.map(plain));
  const found = new Set<string>();
  for (const { text } of provisions.filter(isLeaf)) {
    for (const [, full = "", short = ""] of text.matchAll(ALIAS)) if (known.has(plain(full))) found.add(short);
  }
  return [...found];
}

/** For comparing titles: compatibility forms and white space folded, dashes alike. */
export function plain(title: string): string {
  return title
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[—–―－]/g, "-");
}
