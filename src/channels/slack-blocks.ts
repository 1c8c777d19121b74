import type { KnownBlock } from "@slack/types";
import type { Answer, Citation } from "../answering/answer.js";
import { officialForm } from "../answering/writing/cite.js";

/** Slack's limits, in characters of one section, blocks of one message, and characters of one message. */
const SECTION_LIMIT = 3_000;
const BLOCK_LIMIT = 50;
const MESSAGE_LIMIT = 12_000;
/** Kept free at the end for the note on places that did not fit. */
const RESERVE = 200;

export interface SlackMessage {
  readonly response_type: "ephemeral";
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

/** Slack wants these three escaped and nothing else. */
export function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function toMrkdwn(markdown: string): string {
  return escapeSlack(markdown)
    .replaceAll(/\*\*(.+?)\*\*/gsu, "*$1*")
    .replaceAll(/~~(.+?)~~/gsu, "~$1~");
}

/** Cuts escaped text into pieces of at most `limit` characters, at line breaks where it can, never inside an entity. */
export function splitForSlack(escaped: string, limit: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const token of escaped.match(/&(?:amp|lt|gt);|./gsu) ?? []) {
    if (piece.length + token.length > limit) {
      const cut = piece.lastIndexOf("\n") + 1 || piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
    piece += token;
  }
  return piece === "" ? pieces : [...pieces, piece];
}

function section(text: string): KnownBlock {
  return { type: "section", text: { type: "mrkdwn", text } };
}

function citationText(citation: Citation, baseUrl: string): string {
  // A bar would end the address part of the link early; the full-width one reads the same.
  const name = escapeSlack(officialForm(citation)).replaceAll("|", "｜");
  const quote = escapeSlack(citation.quote).replaceAll("\n", "\n> ");
  const whole = `*[${citation.index}]* <${encodeURI(`${baseUrl}${citation.url}`)}|${name}>\n> ${quote}`;
  const [head = "", ...rest] = splitForSlack(whole, SECTION_LIMIT - 1);
  return rest.length === 0 ? head : `${head.trimEnd()}…`;
}

/** Takes texts while the message has room for them. */
function takeFitting(texts: readonly string[], room: number, count: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const text of texts.slice(0, count)) {
    used += text.length;
    if (used > room) break;
    taken.push(text);
  }
  return taken;
}

/** An answer as Block Kit: its text, then each citation in official form with the quoted words; links are absolute. */
export function toSlackMessage(answer: Answer, baseUrl: string): SlackMessage {
  const room = MESSAGE_LIMIT - RESERVE;
  const pieces = splitForSlack(toMrkdwn(answer.answer), SECTION_LIMIT);
  const texts = takeFitting(pieces, room, BLOCK_LIMIT / 2);
  const used = texts.reduce((sum, text) => sum + text.length, 0);
  const sources = answer.citations.map((citation) => citationText(citation, baseUrl));
  const shown = takeFitting(sources, room - used, BLOCK_LIMIT / 2 - 3);
  const hidden = sources.length - shown.length;
  const notes = [
    ...(answer.mode === "generated" ? ["以上文字由语言模型依据下列原文整理，各句已与原文逐字核对；以原文为准。"] : []),
    ...(texts.length < pieces.length ? ["回答较长，未能全部显示，请到政策问答网页查看。"] : []),
    ...(hidden > 0 ? [`另有${hidden}处依据未显示。`] : []),
  ];
  const blocks: KnownBlock[] = texts.map(section);
  if (shown.length > 0) blocks.push({ type: "divider" }, ...shown.map(section));
  if (notes.length > 0) blocks.push({ type: "context", elements: [{ type: "mrkdwn", text: notes.join("") }] });
  return { response_type: "ephemeral", text: texts[0] ?? "", blocks };
}
