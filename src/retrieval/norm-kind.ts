import type { DocumentHead } from "../corpus/provision.js";

/** What kind of norm a text is, as far as its title and issuer say. */
export interface NormKind {
  /** Passed by the National People's Congress: 法 or 法典. */
  readonly isLaw: boolean;
  /** Of the courts or procuratorates, on how the law is applied. */
  readonly isInterpretation: boolean;
  /** The province, city or county in which alone it holds, without 省, 市 …; null where its title names none. */
  readonly place: string | null;
}

const LAW = /(?<!办)(?:法|法典)$/u;
const COURT = /人民(?:法院|检察院)|适用法律.{0,6}问题的(?:解释|规定)|若干问题的解释/u;
const PROVINCES =
  "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆";
const PLACE = new RegExp(
  `^(?:(${PROVINCES})|(\\p{Script=Han}{2,4}?)(?:省|市(?![场容])|自治区|自治州|自治县|县(?!级)|经济特区))`,
  "u",
);

type Titled = Pick<DocumentHead, "title" | "issuer">;

/** The kind of a document's text. A law goes before what carries it out, and both before what holds in one place only. */
export function normKindOf({ title, issuer }: Titled): NormKind {
  const name = title.normalize("NFKC").replace(/\s/gu, "");
  const place = PLACE.exec(name);
  return {
    isLaw: LAW.test(name),
    isInterpretation: COURT.test(name) || COURT.test(issuer ?? ""),
    place: place?.[1] ?? place?.[2] ?? null,
  };
}

/**
 * The kinds of a corpus's documents, in their order. Where most texts of places are of one place, the corpus is at home there: its people
 * do not name it, and its texts count as if they held everywhere.
 */
export function normKindsOf(documents: readonly Titled[]): NormKind[] {
  const kinds = documents.map(normKindOf);
  const places = kinds.flatMap(({ place }) => place ?? []);
  const home = commonest(places);
  const isAtHome = home !== undefined && places.filter((place) => place === home).length > places.length / 2;
  return kinds.map((kind) => (isAtHome && kind.place === home ? { ...kind, place: null } : kind));
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
