import { html } from "hono/html";
import type { Mark, Segment } from "./reader-marks.js";
import { splitAtMarks } from "./reader-marks.js";

/** What `html` gives: markup in which every value has been escaped. */
export type Html = ReturnType<typeof html>;

function renderVariantNote(mark: Mark, official: string): Html {
  const reading = mark.reading ?? "";
  if (reading === "") return html`<small class="variant-note">〔另一来源无“${official}”〕</small>`;
  const verb = official === "" ? "另一来源此处有" : "另一来源作";
  return html`<small class="variant-note">〔${verb}“${reading}”〕</small>`;
}

function renderSegment({ text, marks, opens, closes }: Segment, whole: string): Html {
  const has = (kind: Mark["kind"]) => marks.some((mark) => mark.kind === kind);
  const opensWith = (kind: Mark["kind"]) => opens.some((mark) => mark.kind === kind);
  let inner: Html | string = text;
  if (has("variant")) inner = html`<span class="variant">${inner}</span>`;
  if (has("quote")) inner = html`<mark class="quoted">${inner}</mark>`;
  if (has("old")) inner = html`<del class="wording-old">${inner}</del>`;
  if (has("new")) inner = html`<ins class="wording-new">${inner}</ins>`;
  const oldTag = opensWith("old") ? html`<span class="wording-tag is-old">已废止的表述</span>` : "";
  const newTag = opensWith("new") ? html`<span class="wording-tag is-new">现行表述</span>` : "";
  const notes = closes
    .filter((mark) => mark.kind === "variant")
    .map((mark) => renderVariantNote(mark, whole.slice(mark.start, mark.end)));
  return html`${oldTag}${newTag}${inner}${notes}`;
}

/** A text with its marks: quoted words, wording amended away and put in its place, readings of another source. */
export function renderMarked(text: string, marks: readonly Mark[]): Html {
  return html`${splitAtMarks(text, marks).map((segment) => renderSegment(segment, text))}`;
}
