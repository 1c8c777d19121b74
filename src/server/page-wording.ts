import type { DocumentHead, ProvisionStatus } from "../corpus/provision.js";

const STATUS_LABELS: Record<ProvisionStatus, string> = {
  in_force: "现行有效",
  amended: "已被修订",
  superseded: "已废止",
  unknown: "效力待核",
};

/** As `statusLabel`, for a whole document: one whose day is to come has no status yet. */
export function documentStatusLabel({ status, beginsOn }: Pick<DocumentHead, "status" | "beginsOn">): string {
  return beginsOn === undefined ? statusLabel(status) : "尚未施行";
}

/** How an official would name the status of a text. */
export function statusLabel(status: ProvisionStatus): string {
  return STATUS_LABELS[status];
}

/** `2022-09-13` → `2022年9月13日`; anything else is given back unchanged. */
export function formatDate(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  return match === null ? isoDate : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

/** The official form 《title》（number). A title that brings its own 《》 inside keeps them as 〈〉, as Chinese usage asks. */
export function officialName({ title, number }: Pick<DocumentHead, "title" | "number">): string {
  const inner = title.replaceAll("《", "〈").replaceAll("》", "〉");
  return `《${inner}》${number === null ? "" : `（${number}）`}`;
}
