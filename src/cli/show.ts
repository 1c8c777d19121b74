import { defineCommand } from "citty";
import colors from "picocolors";
import { officialForm } from "../answering/writing/cite.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";
import { PolicyChatError, UsageError } from "../errors.js";
import { folderArgs } from "./folder-args.js";
import { openApp } from "./open-app.js";

/** An id that names no document and no provision. */
export class IdUnknownError extends PolicyChatError {
  constructor(id: string) {
    super("not_found", `没有 ${id} 这份文件或条款；编号形如 gazette-2022-3/3#art_11__point_3，可用 search 查到。`);
  }
}

/** `show ID`: one provision or document as stored, with its source span and its variants. */
export const showCommand = defineCommand({
  meta: { name: "show", description: "显示一份文件或一个条款的存储内容和出处" },
  args: {
    id: { type: "positional", required: false, description: "文件或条款编号" },
    json: { type: "boolean", description: "标准输出只给 JSON" },
    ...folderArgs,
  },
  async run({ args }) {
    const id = args.id?.trim() ?? "";
    if (id === "") throw new UsageError("请写出文件或条款编号，例如：policy-chat show gazette-2022-3/3#art_12");
    const app = await openApp({ corpusDir: args.corpus, indexDir: args.index }, { isCold: true });
    try {
      console.log(await app.library.read(() => render(app.library, id, args.json === true)));
    } finally {
      await app.close();
    }
  },
});

function render(library: PolicyLibrary, id: string, asJson: boolean): string {
  const provision = library.provision(id);
  const document = library.document(id);
  if (asJson && (provision || document)) return JSON.stringify(provision ?? withProvisions(library, document), null, 2);
  if (provision) return renderProvision(library, provision);
  if (document) return renderDocument(library, document);
  throw new IdUnknownError(id);
}

function withProvisions(library: PolicyLibrary, document: DocumentHead | undefined) {
  return document && { ...document, provisions: library.provisionsOf(document.documentId) };
}

function renderProvision(library: PolicyLibrary, provision: Provision): string {
  const document = library.document(provision.documentId);
  const { file, start, end } = provision.source;
  const variants = (provision.variants ?? []).map(
    ({ text, reading, file: other }) => `  此处作“${text}”，另一来源 ${other} 作“${reading}”`,
  );
  return [
    colors.bold(document ? officialForm({ ...document, label: provision.label }) : provision.id),
    colors.dim(`${provision.id}  ${provision.level}  ${provision.status}`),
    colors.dim(`出处：${file} 第 ${start}–${end} 字符`),
    ...(provision.heading ? [`标题：${provision.heading}`] : []),
    "",
    provision.text,
    ...(variants.length > 0 ? ["", "异文", ...variants] : []),
  ].join("\n");
}

function renderDocument(library: PolicyLibrary, document: DocumentHead): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ["文号", document.number],
    ["通知", document.noticeTitle],
    ["制发机关", document.issuer],
    ["日期", document.date],
    ["主送", document.addressees],
    ["施行日期", document.inForceFrom],
    ["试行", document.trial ? "是" : null],
    ["状态", document.status],
    ["同一文件的正式来源", document.duplicateOf],
    ["简称", document.aliases.join("、") || null],
  ];
  const tree = library
    .provisionsOf(document.documentId)
    .map((p) => `${"  ".repeat(p.eId.split("__").length - 1)}${p.label}  ${colors.dim(p.eId)}  ${p.heading ?? ""}`);
  return [
    colors.bold(document.title),
    colors.dim(`${document.documentId}  ${document.file}`),
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`${name}：${value}`])),
    "",
    ...tree,
  ].join("\n");
}
