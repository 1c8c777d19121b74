import type { DocumentHead, Provision } from "../../corpus/provision.js";
import type { StoredProvision } from "../library-files.js";
import type { Connection } from "./connection.js";
import { OUTLINE, pageOf } from "./schema.js";

/** Characters of provisions kept in memory, as JSON; parsed they take some three times as many bytes. */
const CACHED_CHARACTERS = 32_000_000;

/** What is fetched at once: a page of a document, or with a page of null the whole document. */
export interface PageKey {
  readonly document: number;
  readonly page: string | null;
}

interface Page {
  readonly provisions: readonly Provision[];
  readonly byEId: ReadonlyMap<string, Provision>;
  readonly characters: number;
}

/** A page that a reading needs and that is not in memory; `read` answers it. Seen elsewhere, it is a reading outside `read`. */
export class PageAbsentError extends Error {
  readonly key: PageKey;

  constructor(key: PageKey) {
    super(`page ${key.page} of document ${key.document} was read outside PolicyLibrary.read`);
    this.name = "PageAbsentError";
    this.key = key;
  }
}

/**
 * Provisions in memory, page by page. Answering reads them without waiting; what is not here stops the reading, is
 * fetched, and the reading runs again. Pages that a reading was stopped for stay until it has ended, so that it ends.
 */
export class ProvisionPages {
  readonly #connection: Connection;
  readonly #schema: string;
  readonly #documents: readonly DocumentHead[];
  readonly #pages = new Map<string, Page>();
  readonly #held = new Map<string, number>();
  #characters = 0;

  constructor(connection: Connection, schema: string, documents: readonly DocumentHead[]) {
    this.#connection = connection;
    this.#schema = schema;
    this.#documents = documents;
  }

  /** Throws `PageAbsentError`. */
  provision(document: number, eId: string): Provision | undefined {
    const whole = this.#page({ document, page: null });
    if (whole) return whole.byEId.get(eId);
    const key = { document, page: pageOf(eId) };
    const page = this.#page(key);
    if (!page) throw new PageAbsentError(key);
    return page.byEId.get(eId);
  }

  /** Throws `PageAbsentError`. */
  provisionsOf(document: number): readonly Provision[] {
    const key = { document, page: null };
    const page = this.#page(key);
    if (!page) throw new PageAbsentError(key);
    return page.provisions;
  }

  async read<T>(task: () => T | Promise<T>): Promise<T> {
    const held = new Set<string>();
    try {
      for (;;) {
        try {
          return await task();
        } catch (error) {
          if (!(error instanceof PageAbsentError) || held.has(nameOf(error.key))) throw error;
          held.add(nameOf(error.key));
          this.#hold(nameOf(error.key), 1);
          await this.#fetch([error.key]);
        }
      }
    } finally {
      for (const name of held) this.#hold(name, -1);
    }
  }

  /** Fetches what reading these places will want: their pages and the outlines that they stand in. */
  async prefetch(places: readonly { readonly document: number; readonly eId: string }[]): Promise<void> {
    const wanted = new Map<string, PageKey>();
    for (const { document, eId } of places) {
      if (this.#pages.has(nameOf({ document, page: null }))) continue;
      for (const page of [pageOf(eId), OUTLINE]) wanted.set(nameOf({ document, page }), { document, page });
    }
    for (const name of wanted.keys()) if (this.#pages.has(name)) wanted.delete(name);
    if (wanted.size > 0) await this.#fetch([...wanted.values()]);
  }

  #page(key: PageKey): Page | undefined {
    const name = nameOf(key);
    const page = this.#pages.get(name);
    if (page) {
      this.#pages.delete(name);
      this.#pages.set(name, page);
    }
    return page;
  }

  async #fetch(keys: readonly PageKey[]): Promise<void> {
    const found = await this.#connection.query<{ document: number; asked: string | null; provision: string }>(
      `select document, asked.page as asked, provision
       from unnest($1::int[], $2::text[]) as asked(document, page)
       join ${this.#schema}.provisions as stored using (document)
       where asked.page is null or asked.page = stored.page
       order by document, ordinal`,
      [keys.map(({ document }) => document), keys.map(({ page }) => page)],
    );
    const lines = new Map<string, string[]>(keys.map((key) => [nameOf(key), []]));
    for (const { document, asked, provision } of found) lines.get(nameOf({ document, page: asked }))?.push(provision);
    for (const key of keys) this.#keep(key, lines.get(nameOf(key)) ?? []);
    this.#dropOldest();
  }

  #keep(key: PageKey, lines: readonly string[]): void {
    const documentId = this.#documents[key.document]?.documentId ?? "";
    const provisions = lines.map((line): Provision => {
      const stored = JSON.parse(line) as StoredProvision;
      return { id: `${documentId}#${stored.eId}`, documentId, ...stored };
    });
    const byEId = new Map(provisions.map((provision) => [provision.eId, provision]));
    this.#drop(nameOf(key));
    const characters = lines.reduce((sum, line) => sum + line.length, 0);
    this.#pages.set(nameOf(key), { provisions, byEId, characters });
    this.#characters += characters;
  }

  #drop(name: string): void {
    this.#characters -= this.#pages.get(name)?.characters ?? 0;
    this.#pages.delete(name);
  }

  #dropOldest(): void {
    for (const name of this.#pages.keys()) {
      if (this.#characters <= CACHED_CHARACTERS) return;
      if (!this.#held.has(name)) this.#drop(name);
    }
  }

  #hold(name: string, change: 1 | -1): void {
    const count = (this.#held.get(name) ?? 0) + change;
    if (count === 0) this.#held.delete(name);
    else this.#held.set(name, count);
  }
}

function nameOf({ document, page }: PageKey): string {
  return `${document}/${page ?? ""}`;
}
