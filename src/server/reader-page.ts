import { html } from "hono/html";
import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";
import { documentUrl, toTree } from "./documents.js";
import { renderPage } from "./page-shell.js";
import { documentStatusLabel, formatDate, officialName } from "./page-wording.js";
import { type ReaderContext, renderPlace } from "./reader-body.js";
import { placeMarks } from "./reader-marks.js";
import type { Html } from "./reader-text.js";
import type { ProvisionNode } from "./wire.js";

/** The quoted words to mark: offsets into the text of the place `eId`. */
export interface ReaderQuote {
  readonly eId: string;
  readonly start: number;
  readonly end: number;
}

const NOTHING = html``;
const CONTENTS_WORDS = 22;

function renderFacts(document: DocumentHead): Html {
  const facts: [string, string | null][] = [
    ["发文机关", document.issuer],
    ["文号", document.number],
    ["成文日期", document.date === null ? null : formatDate(document.date)],
    ["施行日期", document.inForceFrom === null ? null : formatDate(document.inForceFrom)],
    ["效力", `${documentStatusLabel(document)}${document.trial ? "（试行）" : ""}`],
  ];
  const known = facts.filter(([, value]) => value !== null);
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function renderNotices(document: DocumentHead, library: PolicyLibrary): Html {
  const original = document.duplicateOf === null ? undefined : library.document(document.duplicateOf);
  const amending = library.documents.filter(
    (other) => document.number !== null && other.amendments.some((item) => item.targetNumber === document.number),
  );
  const repeats =
    original === undefined
      ? NOTHING
      : html`<p class="notice">本页是同一文件的另一来源，仅供核对；引用请以<a href="${documentUrl(original.documentId)}">${officialName(original)}</a>为准。</p>`;
  return html`${repeats}${amending.map(
    (other) =>
      html`<p class="notice">本文件部分内容已由<a href="${documentUrl(other.documentId)}">${officialName(other)}</a>修订。</p>`,
  )}`;
}

function contentsEntry(node: ProvisionNode): Html | null {
  if (node.num === null && node.heading === null) return null;
  const words = node.heading ?? node.text.slice(0, CONTENTS_WORDS + 1).split("\n")[0] ?? "";
  const short = words.length > CONTENTS_WORDS ? `${words.slice(0, CONTENTS_WORDS)}…` : words;
  const below = node.level === "book" || node.level === "chapter" || node.heading !== null ? node.children : [];
  const entries = below.map(contentsEntry).filter((entry) => entry !== null);
  return html`<li><a href="#${node.eId}"><span class="contents-num">${node.num ?? ""}</span><span>${short}</span></a>${
    entries.length > 0 ? html`<ol>${entries}</ol>` : NOTHING
  }</li>`;
}

function renderContents(tree: readonly ProvisionNode[]): Html {
  const entries = tree.map(contentsEntry).filter((entry) => entry !== null);
  if (entries.length === 0) return NOTHING;
  return html`<nav class="contents" id="page-contents" aria-label="目录"><h2>目录</h2><ol>${entries}</ol></nav>`;
}

/** The notice comes first and the text it issues after the notice's signature, under its own title. */
function renderText(document: DocumentHead, tree: readonly ProvisionNode[], context: ReaderContext): Html {
  const signed = tree.findIndex((node) => node.level === "conclusions");
  const issuedAt = document.noticeTitle === null || signed < 0 ? tree.length : signed + 1;
  const issued = tree.slice(issuedAt);
  const renderAll = (nodes: readonly ProvisionNode[]) => nodes.map((node) => renderPlace(node, context));
  const issuedText =
    issued.length === 0
      ? NOTHING
      : html`<div class="issued"><p class="issued-title">${document.title}</p>${renderAll(issued)}</div>`;
  return html`${renderAll(tree.slice(0, issuedAt))}${issuedText}`;
}

/** True where a place prints these words by itself, so that the head must not print them again. */
function isPrinted(provisions: readonly Provision[], words: string): boolean {
  return provisions.some((provision) => provision.text.slice(0, provision.ownLength).replace(/[：:]$/, "") === words);
}

function renderSheet(document: DocumentHead, provisions: readonly Provision[], context: ReaderContext): Html {
  const { issuer, number } = document;
  const addressees = document.addressees?.replace(/[：:]$/, "") ?? null;
  const showNumber = number !== null && !isPrinted(provisions, number);
  const showAddressees = addressees !== null && !isPrinted(provisions, addressees);
  return html`<article class="sheet">
<header>${issuer === null ? NOTHING : html`<p class="red-head">${issuer}</p>`}<hr class="red-rule">
<h1>${document.noticeTitle ?? document.title}</h1>${showNumber ? html`<p class="document-number">${number}</p>` : NOTHING}</header>
${showAddressees ? html`<p class="addressees">${addressees}：</p>` : NOTHING}
${renderText(document, toTree(provisions), context)}
</article>`;
}

/** The reader page of one document, with the quoted words marked where they are given. */
export function renderReaderPage(
  document: DocumentHead,
  library: PolicyLibrary,
  siteName: string,
  quote: ReaderQuote | null,
): Html {
  const provisions = library.provisionsOf(document.documentId);
  const context: ReaderContext = {
    marks: placeMarks(provisions, document.amendments, quote),
    amendments: document.amendments,
    document,
  };
  const body = html`<main id="page-main" class="site-width reader" tabindex="-1">
<div class="reader-side">${renderContents(toTree(provisions))}</div>
<div class="reader-main">
${renderFacts(document)}${renderNotices(document, library)}
<policy-citation document="${officialName(document)}"></policy-citation>
${renderSheet(document, provisions, context)}
</div></main>`;
  return renderPage({ title: `${document.title} - ${siteName}`, siteName, page: "reader", body });
}
