import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead, Provision } from "../../corpus/provision.js";
import { rowsOf } from "../places/place-tree.js";
import { LIST_NOUN } from "../question/listing.js";
import { comparable } from "../words/comparable.js";

/** The list that a question is put to. */
export interface MeantList {
  readonly table: Provision;
  readonly rows: readonly Provision[];
  /** The word by which the question names it; empty for none. */
  readonly noun: string;
  /** Whether the question speaks of a list, and not only of what may stand in one. */
  readonly isNamed: boolean;
  /** Whether the list is called by that word itself: 黑名单第二名 is no row of a 目录, whatever else is only one. */
  readonly isCalled: boolean;
}

/** 附表, 表里, 那张单子; 代表 and 发表 are none. */
const A_TABLE = /附表|序号|表头|单子|(?:^|[这那张个份录])表[里中上格]?|承办(?:部门|单位)?(?:一|那一?)?[栏列]/u;
/** What a list of a year holds is that list: 2022年列进来的大事. */
const MATTERS = /大事|决策|事项|[件桩]事|件(?!事?[^,。]{0,2}通)/u;

/** 列个全单子, 拉一张清单 order a list, whatever is to stand on it. */
const AN_ORDER =
  /(?:[列开拉理出整做打写编弄给]|整理|汇总)(?:成|了|出)?一?[个张份][^,。]{0,3}?(?:单子|清单|名单|一览表|台账|表)/gu;

/** The word by which a question names a list; empty for one that any list is (附表), null where it names none. */
export function listNoun(question: string): string | null {
  const text = question.replace(AN_ORDER, "");
  return A_TABLE.test(text) ? "" : (LIST_NOUN.exec(text)?.[0] ?? null);
}

/** The list that a question names, or else the only one there is; null where there are none or several. */
export function listMeant(library: PolicyLibrary, text: string, noun: string | null): MeantList | null {
  const table = onlyTable(library, noun ?? "");
  if (!table) return null;
  const title = comparable(library.document(table.documentId)?.title ?? "");
  const year = /\d{4}年/u.exec(title)?.[0];
  const isOfYear = year !== undefined && (text.includes(year) || text.includes("今年")) && MATTERS.test(text);
  return {
    table,
    rows: rowsOf(library, table),
    noun: noun ?? "",
    isNamed: noun !== null || isOfYear,
    isCalled: noun !== null && title.includes(noun),
  };
}

/** The only table of the only official document that is a list by its title: of the kind that `noun` names where there is one, else of any (清单 for a 目录). */
function onlyTable(library: PolicyLibrary, noun: string): Provision | null {
  const lists = listsOf(library.documents);
  const called = lists.filter(({ title }) => comparable(title).includes(noun));
  const tables = (called.length > 0 ? called : lists).flatMap(
    ({ documentId }) => library.provision(`${documentId}#table_1`) ?? [],
  );
  return tables.length === 1 ? (tables[0] ?? null) : null;
}

/** Remembered: many a question may be put to a list, and a corpus may have many documents. */
const known = new WeakMap<readonly DocumentHead[], readonly DocumentHead[]>();

function listsOf(documents: readonly DocumentHead[]): readonly DocumentHead[] {
  const lists =
    known.get(documents) ??
    documents.filter(({ duplicateOf, title }) => duplicateOf === null && LIST_NOUN.test(comparable(title)));
  known.set(documents, lists);
  return lists;
}
