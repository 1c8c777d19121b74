import { fakeHead, fakeLibraryOf, fakeProvision } from "../corpus/fake-library.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { Amendment, DocumentHead, Provision, TableCell } from "../corpus/provision.js";

/** Tests only. A place with its own words; level, label and tree are read from its eId. */
export interface FakePlace {
  readonly eId: string;
  readonly own: string;
  readonly num?: string;
  readonly heading?: string;
  readonly status?: Provision["status"];
  readonly variants?: Provision["variants"];
  /** Column names and values of a table row, whose own words they become. */
  readonly cells?: Readonly<Record<string, string>>;
}

export interface FakeDocument extends Partial<DocumentHead> {
  readonly places: readonly FakePlace[];
}

/** A library of hand-made documents by id. Containers hold what hangs below them, as stored provisions do. */
export function createFakeLibrary(documents: Readonly<Record<string, FakeDocument>>): PolicyLibrary {
  return fakeLibraryOf(
    Object.entries(documents).map(([documentId, { places, ...head }]) => ({
      ...fakeHead(documentId, head),
      provisions: toProvisions(documentId, places),
    })),
  );
}

/** The provision with this id; throws where the library has none. */
export function placeOf(library: PolicyLibrary, provisionId: string): Provision {
  const provision = library.provision(provisionId);
  if (!provision) throw new RangeError(`no ${provisionId} in the fake library`);
  return provision;
}

/** An amendment that the place orders with the words 将“old”修订为“new”。 */
export function fakeAmendment(provision: Provision, fields: Partial<Amendment> & Wordings): Amendment {
  const oldStart = provision.text.indexOf(fields.oldText);
  const newStart = provision.text.indexOf(fields.newText);
  return {
    provisionId: provision.id,
    targetNumber: null,
    targetTitle: null,
    targetPlace: "第三条第一项",
    targetSubject: null,
    oldStart,
    oldEnd: oldStart + fields.oldText.length,
    newStart,
    newEnd: newStart + fields.newText.length,
    inForceFrom: null,
    ...fields,
  };
}

type Wordings = Pick<Amendment, "oldText" | "newText">;

function toProvisions(documentId: string, places: readonly FakePlace[]): Provision[] {
  const belowOf = ({ eId }: FakePlace) => places.filter((place) => parentEId(place.eId) === eId);
  const textOf = (place: FakePlace): string =>
    [ownWords(place), ...belowOf(place).map((child) => `${child.num ?? ""}${child.heading ?? ""}${textOf(child)}`)]
      .filter(Boolean)
      .join("\n");
  return places.map((place, at) =>
    fakeProvision(documentId, place.eId, textOf(place), {
      num: place.num ?? null,
      heading: place.heading ?? null,
      ownLength: ownWords(place).length,
      source: { file: `${documentId}.txt`, start: at, end: at + 1 },
      children: belowOf(place).map(({ eId }) => eId),
      status: place.status ?? "in_force",
      ...(place.variants ? { variants: place.variants } : {}),
      ...(place.cells ? { cells: toCells(place.cells) } : {}),
    }),
  );
}

function parentEId(eId: string): string | null {
  return eId.includes("__") ? eId.slice(0, eId.lastIndexOf("__")) : null;
}

function ownWords({ own, cells }: FakePlace): string {
  return cells ? Object.values(cells).join(" ") : own;
}

function toCells(cells: Readonly<Record<string, string>>): TableCell[] {
  let start = 0;
  return Object.entries(cells).map(([column, text]) => {
    const cell = { column, text, start, end: start + text.length };
    start = cell.end + 1;
    return cell;
  });
}
