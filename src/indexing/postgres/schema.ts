/** Where all tables of an index live; each generation has a schema of its own beside it. */
export const REGISTRY = "policy_chat";

/** The schema of a generation. */
export function schemaOf(generation: number): string {
  return `${REGISTRY}_g${generation}`;
}

/** One row a generation; the newest is the one that is served. */
export const REGISTRY_SQL = `
create extension if not exists vector;
create schema if not exists ${REGISTRY};
create table if not exists ${REGISTRY}.generations (
  number int primary key,
  manifest json not null,
  built_at timestamptz not null default now()
)`;

/**
 * The tables of a generation. Documents are numbered in corpus order, rows as everywhere in this program. A page is what
 * is fetched at once: a top place with all below it (`pageOf`). A row of postings is a `PostingBlock`: 16-bit row numbers and
 * single-precision impacts, as `pieces` are 16-bit numbers, all little-endian and not worth compressing.
 */
export function generationSql(schema: string, dimensions: number): string {
  return `
create schema ${schema};
create table ${schema}.files (name text primary key, bytes bytea not null);
create table ${schema}.documents (
  number int primary key, document_id text not null, head json not null, first_row int not null, end_row int not null
);
create table ${schema}.provisions (
  document int not null, ordinal int not null, page text not null collate "C", provision text not null,
  primary key (document, ordinal)
);
create table ${schema}.rows (
  row int primary key, document int not null, e_id text not null, digest text not null collate "C",
  pieces bytea not null, norm float8 not null, embedding vector(${dimensions}) not null
);
create table ${schema}.postings (
  field text not null collate "C", term text not null collate "C", block int not null,
  rows bytea not null, impacts bytea not null,
  primary key (field, term, block)
);
alter table ${schema}.postings alter column rows set storage external, alter column impacts set storage external`;
}

/** What is built when all rows are in, which is faster than keeping it up row by row. */
export function indexSql(schema: string): string {
  return `
create index on ${schema}.provisions (document, page);
create index on ${schema}.rows (digest);
analyze ${schema}.provisions; analyze ${schema}.rows; analyze ${schema}.postings`;
}

/** The graph over half-precision copies of the vectors: half the memory, and candidates are scored again with the whole ones. */
export function hnswSql(schema: string, dimensions: number, m: number, efConstruction: number): string {
  return `create index on ${schema}.rows using hnsw ((embedding::halfvec(${dimensions})) halfvec_ip_ops)
  with (m = ${m}, ef_construction = ${efConstruction})`;
}

/** The page of a place: books and chapters of a document together, else the top place that it stands in. */
export function pageOf(eId: string): string {
  const top = eId.split("__", 1)[0] ?? eId;
  return /^(?:book|chp)_/u.test(top) ? OUTLINE : top;
}

export const OUTLINE = "outline";
