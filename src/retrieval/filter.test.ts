import { expect, it } from "vitest";
import { fakeDocument } from "../corpus/fake-library.js";
import type { PolicyDocument } from "../corpus/provision.js";
import { createRowFilter, type FilteredIndex } from "./filter.js";
import type { SearchOptions } from "./hit.js";

const documents: PolicyDocument[] = [
  fakeDocument("old", ["旧"], {
    title: "停车办法",
    date: "2012-05-01",
    inForceFrom: "2012-06-01",
    status: "superseded",
    supersededFrom: "2020-03-01",
  }),
  // A revised text prints when its first version came into force.
  fakeDocument("new", ["新", "新"], { title: "停车办法", date: "2020-03-01", inForceFrom: "2012-06-01" }),
  fakeDocument("copy", [], { title: "停车办法", date: "2020-03-01", duplicateOf: "new" }),
  fakeDocument("later", ["后"], {
    title: "绿化办法",
    issuer: "区园林局",
    date: "2022-04-01",
    inForceFrom: "2022-05-01",
  }),
  fakeDocument("undated", ["无"], { title: "须知", issuer: "区司法局" }),
];

/** Rows as `buildIndex` numbers them, one a provision. */
function fakeIndex(heads: readonly PolicyDocument[]): FilteredIndex {
  const firstOf = (at: number): number =>
    heads.slice(0, at).reduce((sum, { provisions }) => sum + provisions.length, 0);
  const rowsOf = (documentId: string) => {
    const at = heads.findIndex((head) => head.documentId === documentId);
    return { first: firstOf(at), end: firstOf(at + 1) };
  };
  return { documents: heads, size: firstOf(heads.length), rowsOf };
}

const toTest = createRowFilter(fakeIndex(documents));
const keptRows = (options: SearchOptions): number[] => [0, 1, 2, 3, 4].filter(toTest(options) ?? (() => true));

it.each<[string, SearchOptions, number[]]>([
  ["superseded texts left out", {}, [1, 2, 3, 4]],
  ["a superseded text that is named", { documentIds: ["old", "later"] }, [0, 3]],
  ["no document", { documentIds: [] }, []],
  ["an unknown document", { documentIds: ["absent"] }, []],
  ["an issuer", { issuer: "区司法局" }, [4]],
  ["from a date on", { dateFrom: "2020-03-01" }, [1, 2, 3]],
  ["up to a date", { dateTo: "2020-03-01" }, [1, 2]],
  ["the version of a day before the revision", { inForceOn: "2015-01-01" }, [0, 4]],
  ["the version of the day of the revision", { inForceOn: "2020-03-01" }, [1, 2, 4]],
  ["what has begun by a day", { inForceOn: "2022-05-01" }, [1, 2, 3, 4]],
  ["filters together", { documentIds: ["new", "later"], dateFrom: "2021-01-01" }, [3]],
])("keeps %s", (_, options, rows) => {
  expect(keptRows(options)).toEqual(rows);
});

it("leaves a version out until its day, and the one that holds until then in", () => {
  const until = fakeDocument("until", ["旧"], { supersededFrom: "2027-01-01" });
  const coming = fakeDocument("coming", ["新"], { beginsOn: "2027-01-01", heldUntilThen: "until" });
  const day = { ...fakeIndex([until, coming]), documents: [until, coming] as readonly PolicyDocument[] };
  const kept = (toFilter: ReturnType<typeof createRowFilter>) => [0, 1].filter(toFilter({}) ?? (() => true));
  const toFilter = createRowFilter(day);
  expect(kept(toFilter)).toEqual([0]);
  day.documents = [{ ...until, status: "superseded" }, fakeDocument("coming", ["新"])];
  expect(kept(toFilter)).toEqual([1]);
});

it("tests nothing where nothing is filtered", () => {
  expect(createRowFilter(fakeIndex(documents.slice(1)))({})).toBeUndefined();
});
