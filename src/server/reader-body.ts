import { html } from "hono/html";
import type { Amendment, DocumentHead, TableCell } from "../corpus/provision.js";
import { formatDate, statusLabel } from "./page-wording.js";
import type { Mark } from "./reader-marks.js";
import { clipMarks } from "./reader-marks.js";
import { type Html, renderMarked } from "./reader-text.js";
import type { ProvisionNode } from "./wire.js";

/** What the places of one document share. */
export interface ReaderContext {
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly amendments: readonly Amendment[];
  readonly document: Pick<DocumentHead, "number" | "addressees" | "status">;
}

const NOTHING = html``;

function renderNumber(node: ProvisionNode): Html {
  if (node.num === null) return NOTHING;
  return html`<a class="num" href="#${node.eId}" aria-label="${node.label}，选定此处">${node.num}</a>`;
}

function ownText(node: ProvisionNode, context: ReaderContext): Html {
  return renderMarked(node.text.slice(0, node.ownLength), context.marks.get(node.eId) ?? []);
}

function renderStatus(node: ProvisionNode, context: ReaderContext): Html {
  const isPlain = node.status === context.document.status || node.status === "in_force" || node.status === "unknown";
  return isPlain ? NOTHING : html`<span class="place-status">${statusLabel(node.status)}</span>`;
}

function renderAmendmentNotes(node: ProvisionNode, context: ReaderContext): Html {
  const own = context.amendments.filter((amendment) => amendment.provisionId === node.id);
  return html`${own.map((amendment) => {
    const title = amendment.targetTitle === null ? "" : `《${amendment.targetTitle}》`;
    const number = amendment.targetNumber === null ? "" : `（${amendment.targetNumber}）`;
    const since = amendment.inForceFrom === null ? "" : `，自${formatDate(amendment.inForceFrom)}起施行`;
    return html`<aside class="amendment-note" aria-label="修订说明">修订${title}${number}${amendment.targetPlace}${since}。</aside>`;
  })}`;
}

function renderCell(cell: TableCell, node: ProvisionNode, context: ReaderContext): Html {
  const marks = clipMarks(context.marks.get(node.eId) ?? [], cell.start, cell.end);
  return html`<td data-column="${cell.column}">${renderMarked(cell.text, marks)}</td>`;
}

function renderRow(node: ProvisionNode, context: ReaderContext): Html {
  const cells = node.cells ?? [];
  return html`<tr id="${node.eId}" class="place" data-label="${node.label}">${cells.map((cell) => renderCell(cell, node, context))}</tr>`;
}

function renderTable(node: ProvisionNode, context: ReaderContext): Html {
  const columns = node.children[0]?.cells?.map((cell) => cell.column) ?? [];
  const ownWords = node.text.slice(0, node.ownLength).trim();
  // A table's own words may be its header line, which the columns print already.
  const isHeader = ownWords.replaceAll(/\s/g, "") === columns.join("").replaceAll(/\s/g, "");
  const caption = node.heading ?? (isHeader ? "" : ownWords);
  return html`<div class="table-frame" role="region" tabindex="0" aria-label="${caption || node.label}">
<table id="${node.eId}" class="place" data-label="${node.label}">
${caption === "" ? NOTHING : html`<caption>${caption}</caption>`}
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${node.children.map((row) => renderRow(row, context))}</tbody>
</table></div>`;
}

/** A law's 编, 章 and 节 keep their heading as text; other places with a heading keep it apart. */
function isDivision(node: ProvisionNode): boolean {
  return node.level === "book" || node.level === "chapter" || (node.level === "section" && /^第/.test(node.num ?? ""));
}

function renderHeading(node: ProvisionNode, depth: number): Html {
  const words = node.heading ?? node.text.slice(0, node.ownLength);
  const heading = html`${renderNumber(node)}${isDivision(node) ? html`　` : NOTHING}${words}`;
  if (depth === 0) return html`<h2>${heading}</h2>`;
  return depth === 1 ? html`<h3>${heading}</h3>` : html`<h4>${heading}</h4>`;
}

/** How a paragraph is set: numbers of documents are centred, addressees flush, signatures right, all else indented. */
function paragraphClass(node: ProvisionNode, { document }: ReaderContext): string {
  const words = node.text.slice(0, node.ownLength).trim();
  if (words === document.number) return "document-number";
  if (words.replace(/[：:]$/, "") === document.addressees?.replace(/[：:]$/, "")) return "addressees";
  const closes = node.level === "conclusions" || node.parent === "conclusions";
  return closes && !/[。；：]$/.test(words) ? "signature" : "text";
}

function renderParagraph(node: ProvisionNode, lead: Html, context: ReaderContext): Html {
  if (node.ownLength === 0) return NOTHING;
  const className = paragraphClass(node, context);
  return html`<p class="${className}">${lead}${ownText(node, context)}${renderStatus(node, context)}</p>`;
}

/**
 * One place with everything below it, its eId as anchor. A number whose words stand in the first paragraph below
 * (第三条 before its first 款) is printed at the head of that paragraph, as on paper: `lead` carries it there.
 */
export function renderPlace(node: ProvisionNode, context: ReaderContext, depth = 0, lead: Html = NOTHING): Html {
  if (node.level === "table" && node.children.every((child) => child.cells !== undefined)) {
    return renderTable(node, context);
  }
  const headed = node.heading !== null || isDivision(node);
  const ownLead = headed ? NOTHING : html`${lead}${renderNumber(node)}${node.level === "article" ? html`　` : NOTHING}`;
  const passesLead = !headed && node.ownLength === 0;
  return html`<div id="${node.eId}" class="place level-${node.level}" data-label="${node.label}">
${headed ? renderHeading(node, depth) : NOTHING}${isDivision(node) ? NOTHING : renderParagraph(node, ownLead, context)}
${node.children.map((child, index) => renderPlace(child, context, depth + 1, passesLead && index === 0 ? ownLead : NOTHING))}
${renderAmendmentNotes(node, context)}</div>`;
}
