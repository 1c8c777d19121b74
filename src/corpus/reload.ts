import { type CorpusFile, identifySources, loadFile, resolve } from "./load.js";
import { plain } from "./metadata.js";
import type { CorpusProblem } from "./problem.js";
import type { DocumentHead, PolicyDocument } from "./provision.js";

/** A source file as an earlier reading left it. */
export interface KnownFile extends CorpusFile {
  /** What its documents' ids begin with. */
  readonly id: string;
  readonly problems: readonly CorpusProblem[];
}

/** What an earlier reading of the folder found; documents in corpus order. */
export interface EarlierReading {
  readonly files: readonly KnownFile[];
  readonly documents: readonly DocumentHead[];
}

/** The folder as it is now, with those documents in full that are not as they were. */
export interface CorpusUpdate {
  readonly files: readonly KnownFile[];
  /** Ids of all documents in corpus order. */
  readonly documentIds: readonly string[];
  /** New and edited documents, and those of which an edit may have changed the status or the variants. */
  readonly changed: ReadonlyMap<string, PolicyDocument>;
  readonly problems: readonly CorpusProblem[];
}

/**
 * Reads what changed since an earlier reading and no more: new and edited files, and the files of documents that share
 * a title with theirs or are tied to them by an amendment, because documents say something about each other. The result
 * is what a reading of the whole folder gives. `sources` are the files as they are now.
 */
export async function reloadCorpus(
  directory: string,
  sources: readonly CorpusFile[],
  earlier: EarlierReading,
): Promise<CorpusUpdate> {
  const reader = new SourceReader(directory, sources, earlier);
  const edited = sources.map(({ file }) => file).filter((file) => !reader.isAsBefore(file));
  await reader.load(edited);
  const standing = earlier.documents.filter(({ file }) => reader.isAsBefore(file));
  const gone = earlier.documents.filter(({ file }) => !reader.isAsBefore(file));
  const fresh = reader.documentsOf(edited);
  const affected = standing.filter(isTiedTo([...fresh, ...gone]));
  const inputs = standing.filter(isTiedTo([...fresh, ...affected]));
  await reader.load(inputs.map(({ file }) => file));
  const wanted = new Set([...fresh, ...inputs].map(({ documentId }) => documentId));
  const settled = resolve(reader.documents().filter(({ documentId }) => wanted.has(documentId)));
  const changedIds = new Set([...fresh, ...affected].map(({ documentId }) => documentId));
  const changed = settled.filter(({ documentId }) => changedIds.has(documentId));
  const files = reader.files();
  return {
    files,
    documentIds: reader.documentIds(),
    changed: new Map(changed.map((document) => [document.documentId, document])),
    problems: files.flatMap(({ problems }) => problems),
  };
}

/** Tells of a document whether one of the others bears its title, amends it or is amended by it. */
function isTiedTo(others: readonly DocumentHead[]): (document: DocumentHead) => boolean {
  const titles = new Set(others.map(({ title }) => plain(title)));
  const numbers = new Set(others.flatMap(({ number }) => number ?? []));
  const amendments = others.flatMap((other) => other.amendments);
  const amendedTitles = new Set(
    amendments.flatMap(({ targetTitle }) => (targetTitle === null ? [] : plain(targetTitle))),
  );
  const amendedNumbers = new Set(amendments.flatMap(({ targetNumber }) => targetNumber ?? []));
  return ({ title, number, amendments: own }) =>
    titles.has(plain(title)) ||
    amendedTitles.has(plain(title)) ||
    (number !== null && amendedNumbers.has(number)) ||
    own.some(
      ({ targetTitle, targetNumber }) =>
        (targetNumber !== null && numbers.has(targetNumber)) ||
        (targetTitle !== null && titles.has(plain(targetTitle))),
    );
}

/** The sources by name, each parsed at most once. */
class SourceReader {
  readonly #directory: string;
  readonly #sources: readonly CorpusFile[];
  readonly #ids: ReadonlyMap<string, string>;
  readonly #digests: ReadonlyMap<string, string>;
  readonly #known: ReadonlyMap<string, KnownFile>;
  readonly #standing = new Map<string, string[]>();
  readonly #loaded = new Map<string, { documents: readonly PolicyDocument[]; problems: readonly CorpusProblem[] }>();

  constructor(directory: string, sources: readonly CorpusFile[], earlier: EarlierReading) {
    this.#directory = directory;
    this.#sources = sources;
    this.#ids = identifySources(sources.map(({ file }) => file));
    this.#digests = new Map(sources.map(({ file, digest }) => [file, digest]));
    this.#known = new Map(earlier.files.map((known) => [known.file, known]));
    for (const { file, documentId } of earlier.documents) {
      const known = this.#standing.get(file);
      if (known) known.push(documentId);
      else this.#standing.set(file, [documentId]);
    }
  }

  isAsBefore(file: string): boolean {
    const known = this.#known.get(file);
    return known !== undefined && known.digest === this.#digests.get(file) && known.id === this.#ids.get(file);
  }

  async load(files: readonly string[]): Promise<void> {
    for (const file of files) {
      if (this.#loaded.has(file)) continue;
      const { parsed, problems } = await loadFile(this.#directory, file, this.#ids.get(file) ?? file);
      this.#loaded.set(file, { documents: parsed?.documents ?? [], problems });
    }
  }

  documentsOf(files: readonly string[]): PolicyDocument[] {
    return files.flatMap((file) => this.#loaded.get(file)?.documents ?? []);
  }

  /** All documents that were parsed, in corpus order. */
  documents(): PolicyDocument[] {
    return this.documentsOf(this.#sources.map(({ file }) => file));
  }

  documentIds(): string[] {
    return this.#sources.flatMap(({ file }) =>
      this.isAsBefore(file)
        ? (this.#standing.get(file) ?? [])
        : this.documentsOf([file]).map(({ documentId }) => documentId),
    );
  }

  files(): KnownFile[] {
    return this.#sources.map(({ file, digest }) => ({
      file,
      digest,
      id: this.#ids.get(file) ?? file,
      problems: this.#loaded.get(file)?.problems ?? this.#known.get(file)?.problems ?? [],
    }));
  }
}
