import type { PolicyLibrary } from "../corpus/library.js";
import type { RefusalReason } from "./answer.js";
import { officialForm } from "./cite.js";
import type { Term } from "./terms.js";
import { refusalSentence, wording } from "./wording.zh.js";

/** A refusal before suggestions and timing are added. */
export interface Decline {
  readonly reason: RefusalReason;
  readonly text: string;
  readonly nearest: readonly string[];
}

/** Words of administration: a question that has one is about rules, though perhaps not about ours. */
const ADMINISTRATIVE =
  /政府|街道|乡镇|[省市区县](?!别)|局|委员会|办公室|部门|单位|机关|审批|许可|规定|条例|办法|政策|方案|通知|文件|目录|细则|申请|申报|补贴|补助|备案|复议|采购|招标|投标|登记|执照|证照|证明|户口|落户|社保|医保|公积金|居住证|护照|签证|驾照|驾驶证|身份证|结婚证|离婚证|出生证|房产证|不动产|决策|公开|信访|法律|法规|罚款|处罚|执法|许可证|资质|税|编制|公务员|干部|规划|预算|审计|监督|听证|拆迁|征收|安置|养老|救助|低保|学区|入学|职称|公文|印章|会议|科普|科学素质|评估|审查|程序|手续|流程|窗口|期限|备案|合同|复核|答复/u;

/** From this share of the topic's weight on, or this likeness, the subject is in the corpus and only the fact is missing. */
const SUBJECT_COVERED = 0.2;
const SUBJECT_LIKE = 0.3;

/** How near the nearest places come to a question. */
export interface Nearness {
  /** Share of the topic that the nearest place covers. */
  readonly cover: number;
  /** Cosine similarity of the most similar place. */
  readonly dense: number;
  /** The question names a place or a year which the nearest place does not have. */
  readonly isElsewhere: boolean;
}

/** Why a question without a sure basis is refused. */
export function reasonFor(
  question: string,
  terms: readonly Term[],
  { cover, dense, isElsewhere }: Nearness,
): RefusalReason {
  if (isElsewhere) return "not_in_corpus";
  const hasTopic = terms.some((term) => term.role === "topic");
  if (hasTopic && (cover >= SUBJECT_COVERED || dense >= SUBJECT_LIKE)) return "no_basis";
  return ADMINISTRATIVE.test(question) || terms.some(isAdministrative) ? "not_in_corpus" : "off_topic";
}

/** A word that is rare and drafters' own, or everyday speech for one. */
function isAdministrative({ role, drafted, weight, alternatives }: Term): boolean {
  return role === "topic" && (alternatives.length > 0 || (drafted >= 0.75 && weight >= 2));
}

/** The refusal with its reason and the nearest places, named as no basis. */
export function decline(
  library: PolicyLibrary,
  reason: RefusalReason,
  nearest: readonly string[],
  detail?: string,
): Decline {
  const places = nearest.slice(0, 3).flatMap((id) => {
    const provision = library.provision(id);
    const document = provision && library.document(provision.documentId);
    return provision && document ? [`- ${officialForm({ ...document, label: provision.label })}`] : [];
  });
  const near = places.length > 0 ? `\n\n${wording.nearest}\n\n${places.join("\n")}` : "";
  return { reason, text: refusalSentence(reason, detail) + near, nearest: nearest.slice(0, 3) };
}
