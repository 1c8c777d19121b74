// src/cli/open-app.ts
import { existsSync as existsSync2 } from "node:fs";
import { dirname as dirname2, join as join9 } from "node:path";
import { fileURLToPath } from "node:url";

// src/language/normalise.ts
import { ConverterBuilder } from "opencc-js/core";
import { configs, from, to } from "opencc-js/preset/t2cn";
var MARK_FAMILIES = [
  ["\u201C\u201D\u201E\u300C\u300D\u300E\u300F", '"'],
  ["\u2018\u2019", "'"],
  ["\u3008", "\u300A"],
  ["\u3009", "\u300B"],
  ["[\u3010", "\u3014"],
  ["]\u3011", "\u3015"],
  ["\u2013\u2014\u2015", "-"],
  ["\u2022\u30FB\u2027", "\xB7"]
];
var FOLDED_MARKS = new Map(MARK_FAMILIES.flatMap(([marks, folded]) => [...marks].map((mark) => [mark, folded])));
var ANY_MARK = /[“”„「」『』‘’〈〉[\]【】–—―•・‧]/g;
var toSimplified;
function normalise(text) {
  toSimplified ??= ConverterBuilder({ from, to, configs })({ from: "t", to: "cn" });
  const simplified = toSimplified(text.normalize("NFKC").toLowerCase());
  return simplified.replace(ANY_MARK, (mark) => FOLDED_MARKS.get(mark) ?? mark);
}

// src/answering/cite.ts
function citationUrl(documentId, eId) {
  return `/documents/${documentId.split("/").map(encodeURIComponent).join("/")}#${eId}`;
}
function toCitation(library, passage, index) {
  const { provision, start, end } = passage;
  const document = library.document(provision.documentId);
  return {
    index,
    provisionId: provision.id,
    documentId: provision.documentId,
    number: document?.number ?? null,
    title: document?.title ?? provision.documentId,
    eId: provision.eId,
    label: provision.label,
    quote: provision.text.slice(start, end),
    quoteStart: start,
    quoteEnd: end,
    status: passageStatus(library, passage),
    url: citationUrl(provision.documentId, provision.eId)
  };
}
function passageStatus(library, { provision, start, end }) {
  const amendments = library.document(provision.documentId)?.amendments ?? [];
  const quotesOldWording = amendments.some(
    (a2) => a2.provisionId === provision.id && start >= a2.oldStart && end <= a2.oldEnd
  );
  return quotesOldWording ? "superseded" : provision.status;
}
function isVerified(library, citations) {
  return citations.every((citation) => {
    const text = library.provision(citation.provisionId)?.text;
    return citation.quote !== "" && text?.slice(citation.quoteStart, citation.quoteEnd) === citation.quote;
  });
}
function officialForm(citation) {
  return `\u300A${citation.title}\u300B${citation.number ? `\uFF08${citation.number}\uFF09` : ""}${citation.label}`;
}

// src/answering/wording.zh.ts
var wording = {
  purpose: "\u6211\u53EA\u4F9D\u636E\u5DF2\u6536\u5F55\u7684\u653F\u5E9C\u6587\u4EF6\u56DE\u7B54\u529E\u4E8B\u7A0B\u5E8F\u548C\u5236\u5EA6\u89C4\u5B9A\u65B9\u9762\u7684\u95EE\u9898\uFF0C\u6BCF\u4E2A\u7B54\u6848\u90FD\u9644\u539F\u6587\u51FA\u5904\u3002",
  nearest: "\u4EE5\u4E0B\u5185\u5BB9\u4E0E\u95EE\u9898\u8F83\u4E3A\u63A5\u8FD1\uFF0C\u4F46\u4E0D\u4F5C\u4E3A\u7B54\u590D\u4F9D\u636E\uFF1A",
  smallTalk: { greeting: "\u60A8\u597D\uFF01", thanks: "\u4E0D\u5BA2\u6C14\u3002", identity: "\u6211\u662F\u653F\u7B56\u95EE\u7B54\u52A9\u624B\u3002" },
  unsafe: {
    instruction: "\u6211\u53EA\u80FD\u4F9D\u636E\u5DF2\u6536\u5F55\u7684\u653F\u5E9C\u6587\u4EF6\u7B54\u590D\uFF0C\u4E0D\u80FD\u6539\u53D8\u5DE5\u4F5C\u65B9\u5F0F\uFF0C\u4E5F\u6CA1\u6709\u53EF\u4EE5\u5C55\u793A\u7684\u5185\u90E8\u8BBE\u7F6E\u3002",
    harm: "\u89C4\u907F\u7A0B\u5E8F\u3001\u5F04\u865A\u4F5C\u5047\u4E00\u7C7B\u7684\u8BF7\u6C42\u4E0D\u80FD\u534F\u52A9\u3002\u5982\u9700\u4E86\u89E3\u6709\u5173\u8D23\u4EFB\u89C4\u5B9A\uFF0C\u53EF\u4EE5\u76F4\u63A5\u63D0\u95EE\u3002"
  },
  missingDocument: (name) => `\u5DF2\u6536\u5F55\u7684\u6587\u4EF6\u4E2D\u6CA1\u6709${name}\uFF0C\u4E0D\u80FD\u4F5C\u7B54\u3002`,
  missingPlace: (title, place) => `\u300A${title}\u300B\u6CA1\u6709${place}\u3002`,
  quoted: (text) => `\u201C${text}\u201D`,
  inForceNow: (place, date) => `${place}\u5DF2\u4F5C\u4FEE\u8BA2${date ? `\uFF08${date}\u8D77\u65BD\u884C\uFF09` : ""}\uFF0C\u73B0\u884C\u8868\u8FF0\u4E3A\uFF1A`,
  replaced: "\u4FEE\u8BA2\u524D\u7684\u8868\u8FF0\uFF08\u5DF2\u88AB\u66FF\u6362\uFF0C\u4E0D\u518D\u9002\u7528\uFF09\uFF1A",
  table: { none: (value) => `\u8868\u4E2D\u6CA1\u6709\u201C${value}\u201D\u7684\u4E8B\u9879\u3002`, count: (n) => `\u5171${n}\u9879\uFF1A` },
  number: (title, number) => `\u300A${title}\u300B\u7684\u6587\u53F7\u662F${number}\u3002`,
  issuer: (title, issuer) => `\u300A${title}\u300B\u7531${issuer}\u5370\u53D1\u3002`,
  issued: (title, date) => `\u300A${title}\u300B\u4E8E${date}\u5370\u53D1\u3002`,
  inForceFrom: (title, date) => `\u300A${title}\u300B\u81EA${date}\u8D77\u65BD\u884C\u3002`,
  addressees: (title) => `\u300A${title}\u300B\u7684\u5370\u53D1\u5BF9\u8C61\u662F\uFF1A`,
  articles: (title, articles, chapters) => `\u300A${title}\u300B\u5171${chapters > 0 ? `${chapters}\u7AE0\u3001` : ""}${articles}\u6761\u3002`
};
var REFUSALS = {
  no_basis: "\u5DF2\u6536\u5F55\u7684\u6587\u4EF6\u6D89\u53CA\u8FD9\u4E00\u4E3B\u9898\uFF0C\u4F46\u6CA1\u6709\u8F7D\u660E\u60A8\u95EE\u7684\u5185\u5BB9\uFF0C\u4E0D\u80FD\u636E\u6B64\u4F5C\u7B54\u3002",
  not_in_corpus: "\u5DF2\u6536\u5F55\u7684\u6587\u4EF6\u4E2D\u6CA1\u6709\u5173\u4E8E\u8FD9\u4E00\u4E8B\u9879\u7684\u89C4\u5B9A\uFF0C\u4E0D\u80FD\u4F5C\u7B54\u3002",
  no_such_provision: "\u6CA1\u6709\u60A8\u6240\u8BF4\u7684\u8FD9\u4E00\u6761\u6B3E\u3002",
  off_topic: "\u8FD9\u4E2A\u95EE\u9898\u4E0D\u5C5E\u4E8E\u653F\u5E9C\u6587\u4EF6\u548C\u529E\u4E8B\u7A0B\u5E8F\u7684\u8303\u56F4\u3002",
  unsafe: "\u8FD9\u7C7B\u8BF7\u6C42\u4E0D\u80FD\u534F\u52A9\u3002"
};
function refusalSentence(reason, detail) {
  return detail ?? REFUSALS[reason];
}
function chineseDate(iso) {
  const [year, month, day] = iso.split("-");
  return `${Number(year)}\u5E74${month ? `${Number(month)}\u6708` : ""}${day ? `${Number(day)}\u65E5` : ""}`;
}

// src/answering/decline.ts
var ADMINISTRATIVE = /政府|街道|乡镇|[省市区县](?!别)|局|委员会|办公室|部门|单位|机关|审批|许可|规定|条例|办法|政策|方案|通知|文件|目录|细则|申请|申报|补贴|补助|备案|复议|采购|招标|投标|登记|执照|证照|证明|户口|落户|社保|医保|公积金|居住证|决策|公开|信访|法律|法规|罚款|处罚|执法|许可证|资质|税|编制|公务员|干部|规划|预算|审计|监督|听证|拆迁|征收|安置|养老|救助|低保|学区|入学|职称|公文|印章|会议|科普|科学素质|评估|审查|程序|手续|流程|窗口|期限|备案|合同|复核|答复/u;
var SUBJECT_COVERED = 0.4;
function reasonFor(question, terms, cover) {
  const hasTopic = terms.some((term) => term.role === "topic");
  if (hasTopic && cover >= SUBJECT_COVERED) return "no_basis";
  return ADMINISTRATIVE.test(question) ? "not_in_corpus" : "off_topic";
}
function decline(library, reason, nearest, detail) {
  const places = nearest.slice(0, 3).flatMap((id) => {
    const provision = library.provision(id);
    const document = provision && library.document(provision.documentId);
    return provision && document ? [`- ${officialForm({ ...document, label: provision.label })}`] : [];
  });
  const near = places.length > 0 ? `

${wording.nearest}

${places.join("\n")}` : "";
  return { reason, text: refusalSentence(reason, detail) + near, nearest: nearest.slice(0, 3) };
}

// src/answering/amendment-answer.ts
function amendmentOf(library, provision) {
  return library.document(provision.documentId)?.amendments.find((a2) => a2.provisionId === provision.id);
}
function amendmentTo(library, provision) {
  if (provision.status !== "amended") return void 0;
  return library.documents.flatMap((document) => document.amendments).find(
    (a2) => provision.text.includes(a2.oldText) && a2.targetNumber === library.document(provision.documentId)?.number
  );
}
function writeAmendment(draft, library, amendment) {
  const provision = library.provision(amendment.provisionId);
  if (!provision) return;
  const target = amendment.targetTitle ? `\u300A${amendment.targetTitle}\u300B` : "";
  const number = amendment.targetNumber ? `\uFF08${amendment.targetNumber}\uFF09` : "";
  const place = `${target}${number}${amendment.targetPlace}${amendment.targetSubject ?? ""}`;
  const date = amendment.inForceFrom && chineseDate(amendment.inForceFrom);
  draft.add(
    wording.inForceNow(place, date) + wording.quoted(amendment.newText) + draft.cite({ provision, start: amendment.newStart, end: amendment.newEnd })
  );
  draft.add(
    wording.replaced + wording.quoted(amendment.oldText) + draft.cite({ provision, start: amendment.oldStart, end: amendment.oldEnd })
  );
}

// src/answering/candidates.ts
var LONGEST_LIST = 900;
function collectCandidates(library, hits) {
  const found = /* @__PURE__ */ new Map();
  const best = hits[0]?.score ?? 0;
  const floor = hits.at(-1)?.score ?? 0;
  const add2 = (provision, shape, hit, retrieval) => {
    const key = `${provision.id} ${shape}`;
    const known = found.get(key);
    const text = shape === "own" ? provision.text.slice(0, provision.ownLength) : provision.text;
    if (text.trim() === "") return;
    const merged = {
      retrieval: Math.max(retrieval, known?.retrieval ?? 0),
      dense: Math.max(hit.denseScore ?? 0, known?.dense ?? 0),
      lexical: Math.max(hit.lexicalScore, known?.lexical ?? 0)
    };
    found.set(key, { provision, shape, text, ...merged });
  };
  for (const hit of hits) {
    const provision = library.provision(hit.provisionId);
    if (!provision || isOutline(provision)) continue;
    const retrieval = best > floor ? (hit.score - floor) / (best - floor) : 1;
    if (provision.ownLength > 0) add2(provision, "own", hit, retrieval);
    if (isList(library, provision)) add2(provision, "whole", hit, retrieval);
    const parent = parentOf(library, provision);
    if (parent && isList(library, parent)) add2(parent, "whole", hit, retrieval);
  }
  return [...found.values()];
}
function isOutline(provision) {
  return provision.level === "book" || provision.level === "chapter";
}
function parentOf(library, provision) {
  return provision.parent === null ? void 0 : library.provision(`${provision.documentId}#${provision.parent}`);
}
function itemsOf(library, provision) {
  return childrenOf(library, provision).filter((child) => child.level !== "paragraph");
}
function childrenOf(library, provision) {
  return provision.children.map((eId) => library.provision(`${provision.documentId}#${eId}`)).filter((child) => child !== void 0);
}
function isList(library, provision) {
  return provision.children.length > 1 && !isOutline(provision) && itemsOf(library, provision).length > 1;
}
function ancestorsOf(library, provision) {
  const above = [];
  for (let at2 = parentOf(library, provision); at2; at2 = parentOf(library, at2)) above.push(at2);
  return above;
}
function leadInOf(library, provision) {
  const parent = parentOf(library, provision);
  if (!parent || provision.level === "paragraph") return "";
  if (parent.ownLength > 0) return parent.text.slice(0, parent.ownLength);
  const first = childrenOf(library, parent)[0];
  return first && first.id !== provision.id && first.level === "paragraph" ? first.text : "";
}

// src/answering/evidence.ts
var ORGAN = /(?:局|委员会|委|办公室|政府|单位|部门|机构|机关|负责人|区长|县长|市长|领导|专家|组织|协会|商会|团体|科协|法院|检察院|院|公司|代表|委员|当事人|申请人|行为人|人员|公民|法人|双方|一方|用人单位|企业|学校|银行|主管|人民|股东|监护人|配偶|子女|父母|承租人|出租人|所有人|权利人|经营者|消费者|业主|街乡|志愿者)/u;
var NUMBER = "[0-9\uFF10-\uFF19\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E07\u4E24\u96F6\u3007]+";
var EVIDENCE = {
  contact: /电话|手机|传真|邮箱|@|https?:|\d{3,4}-\d{7,8}|\d{7,11}|地址[:：]/u,
  money: new RegExp(`${NUMBER}(?:\\.\\d+)? ?(?:\u5143|\u4E07\u5143|\u4EBF\u5143|\u7F8E\u5143|\u500D)|\u7ECF\u8D39|\u8D44\u91D1|\u8865\u8D34|\u514D\u8D39|\u4E0D\u6536\u53D6|\u8D39\u7528|\u7F5A\u6B3E|\u8D44\u52A9`, "u"),
  percent: new RegExp(`${NUMBER}(?:\\.\\d+)? ?(?:%|\uFF05)|\u767E\u5206\u4E4B|\u5206\u4E4B`, "u"),
  deadline: new RegExp(
    `${NUMBER} ?(?:\u4E2A)?(?:\u5DE5\u4F5C\u65E5|\u65E5|\u5929|\u5C0F\u65F6|\u4E2A\u6708|\u6708|\u5E74|\u5468|\u661F\u671F)|\u53CA\u65F6|\u7ACB\u5373|\u5B9A\u671F|\u957F\u671F|\u5B63\u5EA6|\u671F\u9650|\u63D0\u524D`,
    "u"
  ),
  date: new RegExp(`${NUMBER} ?(?:\u5E74|\u6708|\u65E5|\u5B63\u5EA6)|\u5370\u53D1\u4E4B\u65E5|\u516C\u5E03\u4E4B\u65E5|\u53D1\u5E03\u4E4B\u65E5|\u4E4B\u65E5\u8D77|\u524D|\u540E|\u65F6`, "u"),
  count: new RegExp(`${NUMBER}|[\uFF08(][\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]+[)\uFF09]|\u2014\u2014|\u3001`, "u"),
  who: ORGAN
};
function showsEvidence(kind, passage) {
  const pattern = EVIDENCE[kind];
  return pattern ? pattern.test(passage) ? 1 : 0 : null;
}
function wantsList(kind) {
  return ["materials", "list", "condition", "count", "procedure", "channel"].includes(kind);
}

// src/answering/match.ts
function coverTerm(term, text) {
  if (text.includes(term.text)) return 1;
  for (const other of term.alternatives) if (text.includes(other)) return 0.9;
  return Math.max(0.7 * longestRun(term.text, text), isShortening(term.text, text) ? 0.7 : 0);
}
var SHORTENING_GAP = 3;
function isShortening(word, text) {
  if (word.length < 2 || word.length > 4 || !/^\p{Script=Han}+$/u.test(word)) return false;
  for (let start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
    let at2 = start;
    let i = 1;
    for (; i < word.length; i++) {
      const next = text.indexOf(word.charAt(i), at2 + 1);
      if (next < 0 || next - at2 > SHORTENING_GAP) break;
      at2 = next;
    }
    if (i === word.length) return true;
  }
  return false;
}
function longestRun(word, text) {
  for (let length = word.length - 1; length >= 2; length--) {
    for (let start = 0; start + length <= word.length; start++) {
      if (text.includes(word.slice(start, start + length))) return length / word.length;
    }
  }
  return 0;
}
function coverTerms(terms, layers) {
  return terms.map((term) => Math.max(0, ...layers.map(({ text, factor }) => factor * coverTerm(term, text))));
}
function weightedCover(terms, covers) {
  let sum = 0;
  let weights = 0;
  terms.forEach((term, i) => {
    sum += term.weight * (covers[i] ?? 0);
    weights += term.weight;
  });
  return weights > 0 ? sum / weights : 0;
}

// src/answering/sentences.ts
var CLOSING = /["”’》）)]/u;
function splitSentences(text) {
  const sentences = [];
  let start = 0;
  let depth = 0;
  const push = (end) => {
    while (start < end && /\s/u.test(text.charAt(start))) start++;
    if (end > start) sentences.push({ start, end });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (/[“《（(]/u.test(char)) depth++;
    else if (/[”》）)]/u.test(char)) depth = Math.max(0, depth - 1);
    else if (char === "\n") {
      push(i);
      depth = 0;
    } else if (depth === 0 && /[。！？!?]/u.test(char)) {
      let end = i + 1;
      while (end < text.length && CLOSING.test(text.charAt(end))) end++;
      push(end);
      i = end - 1;
    }
  }
  push(text.length);
  return sentences;
}

// src/answering/features.ts
var FEATURES = [
  /** Cover of the terms by the passage, its lead-in, headings and title. */
  "cover",
  /** Cover by the passage's own words. */
  "ownCover",
  /** Cover by its best sentence. */
  "sentenceCover",
  /** Share of the topic's weight that the heaviest uncovered term holds. */
  "missing",
  /** Share of the topic's weight in place names, names and years that nothing covers. */
  "missingName",
  /** Share of the terms' characters that the passage has at all. */
  "characters",
  /** Fused retrieval score, 1 for the best row. */
  "retrieval",
  /** BM25, 1 for the best row. */
  "lexical",
  /** Cosine similarity. */
  "dense",
  /** Best fused score of the other places of the same article or section. */
  "neighbours",
  /** The passage shows what the kind asks for (0.5 where the kind asks for nothing special). */
  "evidence",
  /** The best sentence shows it. */
  "sentenceEvidence",
  /** A whole list. */
  "isList",
  /** A whole list for a kind that wants one. */
  "wantedList",
  /** Words that only introduce a list. */
  "isLeadIn",
  /** Number, addressees, opening, signature: about the document, not a rule. */
  "isFrame",
  /** 1 for a word, falling with length. */
  "brevity"
];
function toField(candidates) {
  const bestByPlace = /* @__PURE__ */ new Map();
  for (const candidate of candidates) {
    const place = topPlace(candidate);
    bestByPlace.set(place, [...bestByPlace.get(place) ?? [], candidate]);
  }
  return { bestLexical: Math.max(1e-9, ...candidates.map((candidate) => candidate.lexical)), bestByPlace };
}
var topPlace = ({ provision }) => `${provision.documentId}#${provision.eId.split("__")[0]}`;
function featuresOf(library, candidate, field, terms, kind) {
  const own = comparable(candidate.text);
  const layers = [{ text: own, factor: 1 }, ...contextLayers(library, candidate)];
  const covers = coverTerms(terms, layers);
  const sentence = bestSentence(candidate.text, terms, kind);
  const isList2 = candidate.shape === "whole";
  return {
    cover: weightedCover(terms, covers),
    ownCover: weightedCover(terms, coverTerms(terms, layers.slice(0, 1))),
    sentenceCover: sentence.cover,
    missing: heaviestMissing(terms, covers),
    missingName: missingNames(terms, covers),
    characters: characterCover(terms, own),
    retrieval: candidate.retrieval,
    lexical: candidate.lexical / field.bestLexical,
    dense: Math.max(0, candidate.dense),
    neighbours: neighbours(candidate, field),
    evidence: showsEvidence(kind, own) ?? 0.5,
    sentenceEvidence: sentence.evidence,
    isList: isList2 ? 1 : 0,
    wantedList: isList2 && wantsList(kind) ? 1 : 0,
    isLeadIn: !isList2 && /[:：]$/u.test(candidate.text) ? 1 : 0,
    isFrame: /^(?:preface|conclusions)/u.test(candidate.provision.eId) ? 1 : 0,
    brevity: 1 / (1 + candidate.text.length / 150)
  };
}
var COMPARABLE_KEPT = 2e4;
var comparables = /* @__PURE__ */ new Map();
function comparable(text) {
  const known = comparables.get(text);
  if (known !== void 0) return known;
  if (comparables.size >= COMPARABLE_KEPT) comparables.clear();
  const made = normalise(text);
  comparables.set(text, made);
  return made;
}
function contextLayers(library, candidate) {
  const { provision } = candidate;
  const document = library.document(provision.documentId);
  const headings = [provision, ...ancestorsOf(library, provision)].map((p) => p.heading ?? "").join(" ");
  const title = `${document?.title ?? ""} ${document?.noticeTitle ?? ""} ${document?.number ?? ""} ${document?.issuer ?? ""}`;
  return [
    { text: comparable(leadInOf(library, provision)), factor: 0.9 },
    { text: comparable(headings), factor: 0.9 },
    { text: comparable(title), factor: 0.8 }
  ];
}
function bestSentence(text, terms, kind) {
  let best = { cover: 0, evidence: 0 };
  for (const { start, end } of splitSentences(text)) {
    const sentence = comparable(text.slice(start, end));
    const cover = weightedCover(
      terms,
      terms.map((term) => coverTerm(term, sentence))
    );
    const evidence = showsEvidence(kind, sentence) ?? 0.5;
    if (cover + 0.3 * evidence > best.cover + 0.3 * best.evidence) best = { cover, evidence };
  }
  return best;
}
function neighbours(candidate, field) {
  const others = field.bestByPlace.get(topPlace(candidate)) ?? [];
  return Math.max(0, ...others.filter((other) => other.provision !== candidate.provision).map((other) => other.retrieval));
}
function topicWeight(terms) {
  return terms.reduce((sum, term) => sum + term.weight, 0) || 1;
}
function heaviestMissing(terms, covers) {
  const missing = terms.map((term, i) => term.role === "topic" ? term.weight * (1 - (covers[i] ?? 0)) : 0);
  return Math.max(0, ...missing) / topicWeight(terms);
}
function missingNames(terms, covers) {
  const missing = terms.map((term, i) => term.isName ? term.weight * (1 - (covers[i] ?? 0)) : 0);
  return missing.reduce((sum, weight) => sum + weight, 0) / topicWeight(terms);
}
function characterCover(terms, own) {
  const covers = terms.map((term) => {
    const characters = [...`${term.text}${term.alternatives[0] ?? ""}`];
    return characters.filter((character) => own.includes(character)).length / characters.length;
  });
  return weightedCover(terms, covers);
}

// src/answering/weights.json
var weights_default = {
  ranking: {
    cover: 1.177,
    ownCover: 1.307,
    sentenceCover: 1.604,
    missing: 1.302,
    missingName: -0.266,
    characters: 2.312,
    retrieval: 2.096,
    lexical: 2.656,
    dense: 0.462,
    neighbours: 0.317,
    evidence: 0.713,
    sentenceEvidence: 0.917,
    isList: -2.618,
    wantedList: 0.611,
    isLeadIn: -0.257,
    isFrame: -0.096,
    brevity: 0.561
  },
  confidence: {
    bias: -4.272,
    lead: 0.671,
    score: 0.167,
    features: {
      cover: 0.858,
      ownCover: 0.565,
      sentenceCover: 0.15,
      missing: 1.127,
      missingName: -4.235,
      characters: 1.549,
      retrieval: -0.701,
      lexical: 0.984,
      dense: -1.137,
      neighbours: -0.034,
      evidence: 0.08,
      sentenceEvidence: 0.08,
      isList: -1.481,
      wantedList: -1.481,
      isLeadIn: -0.04,
      isFrame: -0.786,
      brevity: -0.658
    }
  }
};

// src/answering/confidence.ts
var ANSWER_THRESHOLD = 0.5;
function confidenceOf(ranked) {
  const [best] = ranked;
  if (!best) return 0;
  const { bias, lead, score, features } = weights_default.confidence;
  const z3 = FEATURES.reduce((sum, name) => sum + features[name] * best.features[name], bias);
  return 1 / (1 + Math.exp(-(z3 + lead * leadOf(ranked) + score * best.score)));
}
function leadOf(ranked) {
  const [best, ...rest] = ranked;
  if (!best) return 0;
  const isNested = (id) => id.startsWith(best.provision.id) || best.provision.id.startsWith(id);
  const other = rest.find(({ provision }) => !isNested(provision.id));
  return Math.min(2, best.score - (other?.score ?? best.score - 2));
}

// src/answering/draft.ts
var Draft = class {
  #library;
  #citations = [];
  #blocks = [];
  constructor(library) {
    this.#library = library;
  }
  /** Cites a passage and gives its mark; the same passage keeps its number. */
  cite(passage) {
    const known = this.#citations.find(
      (c) => c.provisionId === passage.provision.id && c.quoteStart === passage.start && c.quoteEnd === passage.end
    );
    const citation = known ?? toCitation(this.#library, passage, this.#citations.length + 1);
    if (!known) this.#citations.push(citation);
    return `[${citation.index}]`;
  }
  /** Cites a stretch and gives the words with their mark: 一般不少于7个工作日。[1] */
  quote(provision, start, end) {
    const passage = trimmed({ provision, start, end });
    const mark = this.cite(passage);
    return toMarkdown(provision.text.slice(passage.start, passage.end)) + mark;
  }
  add(block) {
    if (block.trim() !== "") this.#blocks.push(block);
  }
  get citations() {
    return this.#citations;
  }
  /** Blocks become paragraphs. */
  get markdown() {
    return this.#blocks.join("\n\n");
  }
};
function trimmed({ provision, start, end }) {
  const text = provision.text;
  let from2 = start;
  let to2 = end;
  while (from2 < to2 && /\s/u.test(text.charAt(from2))) from2++;
  while (to2 > from2 && /\s/u.test(text.charAt(to2 - 1))) to2--;
  return { provision, start: from2, end: to2 };
}
function toMarkdown(text) {
  const [first = "", ...rest] = text.split("\n");
  return rest.length === 0 ? first : `${first}

${rest.map((line) => `- ${line}`).join("\n")}`;
}

// src/answering/document-facts.ts
function answerDocumentFact(library, document, kind) {
  const provisions = library.provisionsOf(document.documentId);
  const draft = new Draft(library);
  const prove2 = (text, fact) => {
    const place = fact === null ? void 0 : findPrinted(provisions, fact);
    if (!place) return null;
    draft.add(text + draft.cite(place));
    return draft;
  };
  switch (kind) {
    case "document_number":
      return document.number === null ? null : prove2(wording.number(document.title, document.number), document.number);
    case "document_issuer":
      return document.issuer === null ? null : prove2(wording.issuer(document.title, document.issuer), document.issuer);
    case "document_date": {
      const date = document.date && chineseDate(document.date);
      return date ? prove2(wording.issued(document.title, date), date) : null;
    }
    case "document_in_force":
      return inForce(draft, document, provisions);
    case "document_addressees":
      return document.addressees === null ? null : prove2(wording.addressees(document.title) + document.addressees, document.addressees);
    case "document_size":
      return size(draft, document, provisions);
    default:
      return null;
  }
}
function findPrinted(provisions, fact) {
  const pattern = new RegExp([...fact.replace(/\s/gu, "")].map(escapePattern).join("\\s*"), "u");
  const leaves = provisions.filter((p) => p.children.length === 0);
  const order = (p) => p.eId.startsWith("conclusions") ? 0 : p.eId.startsWith("preface") ? 1 : 2;
  for (const provision of [...leaves].sort((a2, b) => order(a2) - order(b))) {
    const match = pattern.exec(provision.text);
    if (match) return { provision, start: match.index, end: match.index + match[0].length };
  }
  return void 0;
}
var escapePattern = (char) => char.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
var IN_FORCE = /[^。]*自.{1,20}?(?:起)?(?:施行|实施|执行|生效)[^。]*。?/u;
function inForce(draft, document, provisions) {
  const provision = [...provisions].reverse().find((p) => p.children.length === 0 && IN_FORCE.test(p.text));
  const match = provision && IN_FORCE.exec(provision.text);
  if (!provision || !match) return null;
  const day = document.inForceFrom ? wording.inForceFrom(document.title, chineseDate(document.inForceFrom)) : "";
  draft.add(day + draft.quote(provision, match.index, match.index + match[0].length));
  return draft;
}
function size(draft, document, provisions) {
  const count = (level) => provisions.filter((p) => p.level === level);
  const articles = count("article");
  const last = articles.at(-1);
  if (!last) return null;
  const text = wording.articles(document.title, articles.length, count("chapter").length);
  draft.add(text + draft.cite({ provision: last, start: 0, end: last.text.length }));
  return draft;
}

// src/answering/extract.ts
var SHORT_PARAGRAPH = 180;
var CONTINUES = /^(?:但|但是|其中|因|依法|法律、|法律,|前款|上述|除|情况紧急|经|审查通过后|造成|严重|逾期|未|不得|提供的|合法性审查的内容|应当|同时|并|对于|根据风险)/u;
function writeExtract(draft, library, candidate, terms) {
  const { provision, shape } = candidate;
  if (shape === "whole") writeList(draft, library, provision);
  else writePassage(draft, provision, provision.ownLength, terms);
}
function writeList(draft, library, provision) {
  const items = itemsOf(library, provision);
  if (provision.text.length <= LONGEST_LIST && !items.some((item) => item.heading !== null)) {
    draft.add(draft.quote(provision, 0, provision.text.length));
    return;
  }
  const first = childrenOf(library, provision)[0];
  if (provision.ownLength > 0) draft.add(draft.quote(provision, 0, provision.ownLength));
  else if (first?.level === "paragraph") draft.add(draft.quote(first, 0, first.text.length));
  const lines = items.map((item) => `- ${item.num ?? ""}${quoteHead(draft, provision, item)}`);
  draft.add(lines.join("\n"));
}
function quoteHead(draft, parent, item) {
  if (item.heading !== null) {
    const printed2 = `${item.num ?? ""}${item.heading}`;
    const at2 = parent.text.indexOf(printed2);
    if (at2 >= 0) {
      const start = at2 + printed2.length - item.heading.length;
      return draft.quote(parent, start, start + item.heading.length);
    }
  }
  const sentence = splitSentences(item.text)[0] ?? { start: 0, end: item.text.length };
  return draft.quote(item, sentence.start, sentence.end);
}
function writePassage(draft, provision, length, terms) {
  const text = provision.text.slice(0, length);
  if (text.length <= SHORT_PARAGRAPH) {
    draft.add(draft.quote(provision, 0, length));
    return;
  }
  const [start, end] = bestWindow(text, terms);
  draft.add(draft.quote(provision, start, end));
}
function bestWindow(text, terms) {
  const sentences = splitSentences(text);
  const cover = (list) => {
    const joined = normalise(list.map(({ start, end }) => text.slice(start, end)).join(" "));
    return weightedCover(
      terms,
      terms.map((term) => coverTerm(term, joined))
    );
  };
  let best = 0;
  for (let i = 1; i < sentences.length; i++) {
    if (cover(sentences.slice(i, i + 1)) > cover(sentences.slice(best, best + 1)) + 1e-9) best = i;
  }
  let from2 = best;
  let to2 = best + 1;
  const size2 = () => (sentences[to2 - 1]?.end ?? 0) - (sentences[from2]?.start ?? 0);
  while (to2 < sentences.length && size2() < SHORT_PARAGRAPH) {
    const next = sentences[to2];
    const limits = next !== void 0 && CONTINUES.test(text.slice(next.start, next.end));
    const gains = cover(sentences.slice(from2, to2 + 1)) > cover(sentences.slice(from2, to2)) + 0.05;
    if (!limits && !gains) break;
    to2++;
  }
  if (from2 > 0 && size2() < SHORT_PARAGRAPH && cover(sentences.slice(from2 - 1, to2)) > cover(sentences.slice(from2, to2)) + 0.1) {
    from2--;
  }
  return [sentences[from2]?.start ?? 0, sentences[to2 - 1]?.end ?? text.length];
}

// src/answering/modal.ts
var MODALS = [
  ["\u4E0D\u53EF\u4EE5", /不得|严禁|禁止|不准|不能/u],
  ["\u4E0D\u9002\u7528", /不适用/u],
  ["\u5E94\u5F53", /应当|必须|应该|须经|须/u],
  ["\u53EF\u4EE5", /可以|有权|可通过|可/u]
];
function openingModal(question, sentence) {
  if (/不(?!能不|可不|要不|用不|得不|行不)|没|无|\d/u.test(question.replace(/(.)不\1/gu, "$1"))) return null;
  const text = normalise(sentence);
  const found = MODALS.filter(([, pattern]) => pattern.test(text)).map(([opening]) => opening);
  if (found.length === 2 && found.includes("\u4E0D\u53EF\u4EE5") && found.includes("\u53EF\u4EE5") && !/可以|可通过/u.test(text))
    return "\u4E0D\u53EF\u4EE5";
  return found.length === 1 ? found[0] ?? null : null;
}

// src/answering/question-kind.ts
var DOCUMENT = "(?:\u6587\u4EF6|\u901A\u77E5|\u89C4\u5B9A|\u65B9\u6848|\u76EE\u5F55|\u529E\u6CD5|\u610F\u89C1|\u7EC6\u5219|\u6761\u4F8B|\u7EB2\u8981|\u516C\u62A5|\u8FD9\u4EFD|\u8FD9\u4E2A|\u8BE5|\u6587)";
var PATTERNS = [
  ["document_number", /文号|发文字号|文件号|几号文|多少号文|编号是|哪个号|什么号/u],
  [
    "contact",
    /电话|手机号|传真|邮箱|邮件地址|联系方式是|网址|微信号|二维码|地址(?:是|在)|在哪(?:栋|层|间|条街)|怎么联系|办公时间|上班时间/u
  ],
  ["document_addressees", /发给(?:谁|哪)|主送|印发对象|抄送/u],
  [
    "document_issuer",
    new RegExp(
      `(?:\u8C01|\u54EA\u4E2A?(?:\u5355\u4F4D|\u90E8\u95E8|\u673A\u5173|\u673A\u6784)|\u54EA\u5BB6|\u54EA\u91CC)(?:\u5370\u53D1|\u53D1\u5E03|\u53D1\u7684|\u5236\u53D1|\u9881\u5E03|\u51FA\u53F0|\u4E0B\u53D1|\u53D1\u6587)|\u53D1\u6587(?:\u5355\u4F4D|\u673A\u5173)|\u5370\u53D1(?:\u5355\u4F4D|\u673A\u5173)|\u843D\u6B3E(?:\u662F|\u5355\u4F4D)|${DOCUMENT}.{0,4}(?:\u662F)?(?:\u8C01|\u54EA\u4E2A?(?:\u5355\u4F4D|\u90E8\u95E8))(?:\u5370?\u53D1|\u51FA)\u7684`,
      "u"
    )
  ],
  [
    "document_in_force",
    /(?:什么时候|何时|哪天|哪年|几时|几号|啥时候|多会儿|从哪天|哪一天|从什么时候).{0,6}(?:施行|生效|实施|执行|起效|实行)|(?:施行|生效|实施)(?:日期|时间|日)|开始(?:施行|生效|执行)/u
  ],
  [
    "document_date",
    new RegExp(
      `(?:\u4EC0\u4E48\u65F6\u5019|\u4F55\u65F6|\u54EA\u5929|\u54EA\u5E74|\u51E0\u65F6|\u5565\u65F6\u5019|\u54EA\u4E00\u5929|\u51E0\u6708\u51E0\u53F7|\u51E0\u6708|\u51E0\u53F7|\u591A\u4F1A\u513F).{0,4}(?:\u5370\u53D1|\u53D1\u5E03|\u53D1\u7684|\u51FA\u53F0|\u9881\u5E03|\u516C\u5E03\u7684|\u4E0B\u53D1|\u6210\u6587|\u53D1\u6587|\u51FA\u7684)|(?:\u5370\u53D1|\u53D1\u5E03|\u6210\u6587|\u53D1\u6587|\u843D\u6B3E)(?:\u65E5\u671F|\u65F6\u95F4|\u65E5)|${DOCUMENT}.{0,6}(?:\u662F)?(?:\u54EA\u5E74|\u54EA\u5929|\u4F55\u65F6|\u4EC0\u4E48\u65F6\u5019|\u51E0\u6708)(?:\u7684|\u5370\u53D1|\u53D1|\u51FA)`,
      "u"
    )
  ],
  ["document_size", /(?:一共|总共|共|有)?(?:有)?(?:几|多少)(?:个)?(?:条(?!件|例|意见)|章|款)|(?:条|章)数/u],
  [
    "money",
    /多少钱|收费|费用|几块|多少元|价格|罚款|罚金|罚多少|金额|补贴标准|工资|报酬|奖金|预算(?:是|有)?多少|经费(?:是|有)?多少|每平(?:方)?米/u
  ],
  ["percent", /百分之几|百分比|比例(?:是|达|要|为|有|多)|占比|多大比例|多高(?:的)?比例|多少(?:%|百分)/u],
  [
    "deadline",
    /多久|多长时间|几(?:个)?(?:工作日|天|日|月|年)|多少(?:个)?(?:工作日|天|日|月|年)|期限|时限|时间要求|最(?:短|长|少|多|晚|迟)(?:要|得|不)?.{0,4}(?:时间|天|日)|(?:够|行)不(?:够|行)|之内|截止|来得及|提前.{0,3}(?:多|几)/u
  ],
  [
    "materials",
    /(?:哪些|什么|啥)(?:样的)?(?:申请|申报|书面|送审|相关|证明)?(?:材料|资料|文件|东西|手续|附件)|材料(?:清单|有哪些|要求|包括|是)|(?:备齐|准备|提交|提供|报送|递交|交)(?:些|哪些|什么|啥)/u
  ],
  [
    "who",
    /谁|哪(?:个|些|几个|家)?(?:部门|单位|机构|机关|局|委|办|科室|领导|人|组织|主体)|什么(?:部门|单位|人|机构)|何(?:部门|人|机关)|哪家|由哪|归哪|找哪|啥部门|(?:承办|责任|牵头|主管|负责)(?:部门|单位)(?:是|有)?|负责人是/u
  ],
  [
    "basis",
    /依据(?:是|什么|哪)|根据(?:什么|哪)|(?:什么|哪些?|哪个)(?:法律|上位|政策)?(?:依据|根据|上位法)|上位法|凭什么/u
  ],
  ["purpose", /为什么|为何|为啥|目的|宗旨|图什么|意义/u],
  ["liability", /责任|处罚|追责|问责|后果|怎么处理|怎么处置|怎么罚|受(?:什么|啥)|会怎样|会怎么样|会被|怎么追究/u],
  [
    "channel",
    /(?:在哪|哪里|哪儿|什么(?:渠道|途径|地方|平台|媒体|网站|方式)|哪些(?:渠道|途径|方式|平台|媒体)|通过(?:什么|哪)|途径|渠道)/u
  ],
  ["count", /(?:几|多少)(?:个|项|种|类|家|名|人|次|份|批|位|大|条|方面|部分|件|步)/u],
  ["date", /什么时候|何时|哪天|哪年|啥时候|几月|哪个?(?:季度|月|月份|年)|第?几季度|时间(?:是|安排)|多会儿|哪一年/u],
  ["definition", /是什么(?:意思|$|[?？])|什么是|什么叫|啥是|啥叫|是指|指的是|定义|含义|何谓|怎么理解|什么意思/u],
  [
    "list",
    /哪些|哪几|有什么|有啥|包括|包含|列(?:出|举)|分别是|清单|什么内容|哪(?:种|类)|什么(?:情况|情形|条件|事项|要求|措施|任务|目标|原则|活动|内容|方法|办法|标准|职责|工作)|主要(?:任务|工作|内容)|干(?:什么|啥)的/u
  ],
  ["condition", /什么(?:情况|情形|条件|前提|时候)|条件|前提|何种|哪种情|符合(?:什么|哪)|满足|情况下/u],
  [
    "yesno",
    /吗|能不能|可不可以|是不是|要不要|需不需要|是否|行不行|可否|能否|有没有|算不算|得不得|用不用|该不该|应不应该|必须.{0,12}[么?？]$|(?:行|可以|对|好|成)(?:吗|么|不)|[^什怎那这多]么[?？]?$|还.{1,12}不[?？]?$/u
  ],
  ["procedure", /怎么(?:办|做|走|弄|申请|申报|处理|开展|进行|组织|操作)?|如何|怎样|流程|程序|步骤|咋/u]
];
function questionKind(question) {
  for (const [kind, pattern] of PATTERNS) if (pattern.test(question)) return kind;
  return "open";
}
function isYesNo(question) {
  return PATTERNS.some(([kind, pattern]) => kind === "yesno" && pattern.test(question));
}

// src/answering/resolve.ts
var fold = (text) => text.normalize("NFKC").replace(/[\s《》〈〉“”"()（）[\]〔〕]/gu, "").toLowerCase();
var foldNumber = (number) => fold(number).replace(/第/gu, "");
function resolveDocuments(library, mention) {
  const official = library.documents.filter((document) => document.duplicateOf === null);
  if (mention.number !== null) {
    const wanted = foldNumber(mention.number);
    const documents = official.filter((d) => d.number !== null && foldNumber(d.number).endsWith(wanted));
    return { documents, missing: documents.length > 0 ? null : mention.number };
  }
  if (mention.shortNumber !== null) {
    const ending = new RegExp(`(?:^|\\D)${mention.shortNumber}\u53F7$`, "u");
    const documents = official.filter((d) => d.number !== null && ending.test(d.number.replace(/\s/gu, "")));
    return { documents, missing: documents.length > 0 ? null : `${mention.shortNumber}\u53F7\u6587` };
  }
  for (const name of mention.names) {
    const documents = byName(official, name);
    if (documents.length > 0) return { documents, missing: null };
  }
  return { documents: [], missing: mention.names[0] ? `\u300A${mention.names[0]}\u300B` : null };
}
function byName(documents, name) {
  const wanted = fold(name);
  const titles = (d) => [d.title, d.noticeTitle ?? "", ...d.aliases].map(fold);
  const exact = documents.filter((d) => titles(d).includes(wanted));
  const found = exact.length > 0 ? exact : documents.filter((d) => fold(d.title).includes(wanted));
  return inForceFirst(found);
}
function inForceFirst(documents) {
  const rank = (d) => d.status === "superseded" ? 1 : 0;
  return [...documents].sort((a2, b) => rank(a2) - rank(b));
}
var LEVELS = {
  chapter: ["chapter"],
  article: ["article"],
  paragraph: ["paragraph"],
  point: ["point", "subsection", "row"],
  indent: ["indent", "clause", "subclause"],
  part: ["section"],
  row: ["row"],
  annex: ["annex"],
  any: ["section", "subsection", "clause", "subclause", "point", "indent", "article"]
};
var LAST_NUMBER = /_(\d+)(?:-(\d+))?(?:~\d+)?$/u;
function isNumbered(provision, step) {
  const match = LAST_NUMBER.exec(provision.eId);
  return match !== null && Number(match[1]) === step.n && (match[2] ? Number(match[2]) : void 0) === step.sub;
}
function resolvePlace(provisions, steps) {
  const hasArticles = provisions.some((p) => p.level === "article");
  let current = null;
  for (const step of steps) {
    const levels = step.unit === "article" && !hasArticles ? ["section"] : LEVELS[step.unit];
    const next = findBelow(provisions, current, step, levels);
    if (next) current = next;
    else if (!(current && step.unit === "paragraph" && step.n === 1 && !hasParagraphs(provisions, current)))
      return null;
  }
  return current;
}
function hasParagraphs(provisions, parent) {
  return provisions.some((p) => p.parent === parent.eId && p.level === "paragraph");
}
function findBelow(provisions, parent, step, levels) {
  const prefix = parent ? `${parent.eId}__` : "";
  const below = provisions.filter((p) => p.eId.startsWith(prefix) && levels.includes(p.level) && isNumbered(p, step));
  const depth = (p) => p.eId.split("__").length;
  return below.sort((a2, b) => levels.indexOf(a2.level) - levels.indexOf(b.level) || depth(a2) - depth(b))[0];
}

// src/answering/reference-answer.ts
function resolvePlaces(library, documents, places) {
  const found = [];
  let order = documents;
  for (const steps of places) {
    const hit = order.map((document) => ({ document, provision: resolvePlace(library.provisionsOf(document.documentId), steps) })).find(({ provision }) => provision !== null);
    if (!hit?.provision) {
      const document = order[0];
      return document ? { provisions: found, missing: { document, steps } } : { provisions: found, missing: null };
    }
    found.push(hit.provision);
    order = [hit.document, ...documents.filter((d) => d !== hit.document)];
  }
  return { provisions: found, missing: null };
}
function writePlaces(library, provisions) {
  const draft = new Draft(library);
  for (const provision of provisions) writePlace(draft, library, provision, provisions.length > 1);
  return draft;
}
function writePlace(draft, library, provision, named) {
  const amendment = amendmentOf(library, provision) ?? amendmentTo(library, provision);
  const title = [provision.label, provision.heading].filter(Boolean).join("\u3000");
  if (named || provision.heading) draft.add(`**${title}**`);
  if (amendment && amendment.provisionId !== provision.id) writeAmendment(draft, library, amendment);
  else if (provision.children.length > 0 && itemsOf(library, provision).length > 0 && isLong(library, provision)) {
    writeList(draft, library, provision);
  } else draft.add(draft.quote(provision, 0, provision.text.length));
}
function isLong(library, provision) {
  if (provision.level === "article" || provision.level === "table") return false;
  return provision.text.length > 900 || childrenOf(library, provision).some((child) => child.heading !== null);
}
function spellSteps(steps) {
  const names = {
    chapter: "\u7AE0",
    article: "\u6761",
    paragraph: "\u6B3E",
    point: "\u9879",
    indent: "\u76EE",
    part: "\u90E8\u5206",
    row: "\u884C",
    annex: "\u9644\u4EF6",
    any: ""
  };
  return steps.map(({ unit, n, sub }) => {
    if (unit === "any") return `\uFF08${n}\uFF09`;
    return unit === "annex" ? `\u9644\u4EF6${n}` : `\u7B2C${n}${names[unit]}${sub ? `\u4E4B${sub}` : ""}`;
  }).join("");
}

// src/answering/scope.ts
var TYPE_NOUN = /规定|方案|目录|意见|办法|细则|通知|条例|纲要|规划|决定|公告|批复|函|法(?!规|律|制|人|院|治|定)/gu;
function namedDocuments(library, question, terms) {
  const nouns = question.match(TYPE_NOUN) ?? [];
  const topic = terms.filter((term) => term.role === "topic" || term.role === "year");
  const scored = library.documents.filter((document) => document.duplicateOf === null).flatMap((document) => {
    const text = normalise([document.title, document.noticeTitle, document.number, ...document.aliases].join(" "));
    if (nouns.length > 0 && !nouns.some((noun) => text.includes(noun))) return [];
    const cover = topic.length === 0 ? 0.5 : weightedCover(topic, coverTerms(topic, [{ text, factor: 1 }]));
    const own = nouns.some((noun) => normalise(document.title).includes(noun)) ? 0.1 : 0;
    const current = document.status === "superseded" ? -0.2 : 0;
    return [{ document, cover: cover + own + current }];
  });
  return scored.sort((a2, b) => b.cover - a2.cover);
}
function namesDocumentType(question) {
  return new RegExp(TYPE_NOUN.source, "u").test(question);
}

// src/answering/score.ts
function scoreCandidates(library, candidates, terms, kind) {
  const field = toField(candidates);
  const scored = candidates.map((candidate) => {
    const features = featuresOf(library, candidate, field, terms, kind);
    return { ...candidate, features, score: rankingScore(features) };
  });
  return scored.sort((a2, b) => b.score - a2.score || b.retrieval - a2.retrieval);
}
function rankingScore(features) {
  return FEATURES.reduce((sum, name) => sum + weights_default.ranking[name] * features[name], 0);
}

// src/answering/table-answer.ts
function rowsOf(library, table) {
  return childrenOf(library, table).filter((child) => child.level === "row");
}
function writeRow(draft, row, kind, terms) {
  const cells = row.cells ?? [];
  const name = nameCell(cells);
  const asked = askedCell(cells, name, kind, terms);
  const facts = (asked ? [asked] : cells.filter((cell) => cell !== name && !isOrdinal(cell))).map(
    (cell) => `${cell.column}\uFF1A${cell.text}`
  );
  const mark = draft.cite({ provision: row, start: 0, end: row.text.length });
  draft.add(`${name ? `\u201C${name.text}\u201D` : ""}${facts.length > 0 ? `\uFF0C${facts.join("\uFF1B")}\u3002` : "\u3002"}${mark}`);
}
function writeRows(draft, library, table, question) {
  const rows = rowsOf(library, table);
  const { kept, unmet } = filterRows(rows, question);
  if (unmet) draft.add(wording.table.none(unmet));
  draft.add(
    `${wording.table.count(kept.length)}

${kept.map((row) => `- ${rowLine(row)}${draft.cite({ provision: row, start: 0, end: row.text.length })}`).join("\n")}`
  );
}
function rowLine(row) {
  const cells = (row.cells ?? []).filter((cell) => !isOrdinal(cell));
  const [name, ...rest] = cells;
  return `${name?.text ?? row.text}${rest.length > 0 ? `\uFF08${rest.map((c) => `${c.column}\uFF1A${c.text}`).join("\uFF1B")}\uFF09` : ""}`;
}
function filterRows(rows, question) {
  const text = normalise(question);
  const named = rows.filter(
    (row) => (row.cells ?? []).some(
      (cell) => !isOrdinal(cell) && cell.text.length > 1 && parts(cell.text).some((p) => text.includes(p))
    )
  );
  if (named.length > 0) return { kept: named, unmet: null };
  const forms = new Set(rows.flatMap((row) => (row.cells ?? []).flatMap((cell) => formOf(normalise(cell.text)))));
  for (const form of forms) {
    const match = new RegExp(`[\u7B2C]?[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\\d]+${form}`, "u").exec(text);
    if (match) return { kept: rows, unmet: match[0] };
  }
  return { kept: rows, unmet: null };
}
function parts(cell) {
  const text = normalise(cell).replace(/\s/gu, "");
  return [text, ...text.split(/[()]/u)].filter((part) => part.length > 1);
}
function formOf(value) {
  const match = /^第?[一二三四五六七八九十\d]+(\p{Script=Han}{1,3})$/u.exec(value);
  return match?.[1] ? [match[1]] : [];
}
function isOrdinal(cell) {
  return /^\d+$/u.test(cell.text) && /序|号|编/u.test(cell.column);
}
function nameCell(cells) {
  return cells.filter((cell) => !isOrdinal(cell)).sort((a2, b) => b.text.length - a2.text.length)[0];
}
var COLUMN_OF = {
  who: /部门|单位|机构|责任|承办|牵头|负责/u,
  date: /时间|日期|季度|期限/u,
  deadline: /时间|日期|季度|期限/u
};
function askedCell(cells, name, kind, terms) {
  const others = cells.filter((cell) => cell !== name && !isOrdinal(cell));
  const byKind = COLUMN_OF[kind];
  const fitting = byKind ? others.filter((cell) => byKind.test(cell.column)) : [];
  if (fitting.length === 1) return fitting[0];
  return others.find(
    (cell) => terms.some((term) => term.text.length > 1 && coverTerm(term, normalise(cell.column)) === 1)
  );
}

// src/answering/respond.ts
var DEPTH = 100;
async function respond(deps, understanding) {
  return settleWithoutSearch(deps, understanding) ?? await answerFromText(deps, understanding);
}
function settleWithoutSearch(deps, understanding) {
  return declineScreened(deps, understanding) ?? declineMissingDocument(deps, understanding) ?? answerReferences(deps, understanding) ?? answerAboutDocument(deps, understanding);
}
function declineScreened({ library }, { screened }) {
  switch (screened) {
    case null:
      return null;
    case "harm":
    case "instruction":
      return { decline: decline(library, "unsafe", [], wording.unsafe[screened]), confidence: 0 };
    default:
      return {
        decline: decline(library, "off_topic", [], wording.smallTalk[screened] + wording.purpose),
        confidence: 0
      };
  }
}
function declineMissingDocument({ library }, { missingDocument }) {
  if (missingDocument === null) return null;
  return { decline: decline(library, "not_in_corpus", [], wording.missingDocument(missingDocument)), confidence: 0 };
}
function answerReferences(deps, understanding) {
  const { places } = understanding;
  if (places.length === 0) return null;
  const { library } = deps;
  const documents = documentsForPlaces(deps, understanding);
  const { provisions, missing } = resolvePlaces(library, documents, places);
  if (missing) {
    const detail = wording.missingPlace(missing.document.title, spellSteps(missing.steps));
    return { decline: decline(library, "no_such_provision", [], detail), confidence: 0 };
  }
  return provisions.length > 0 ? { draft: writePlaces(library, provisions), confidence: 0.97 } : null;
}
function documentsForPlaces({ library }, { documents, text, terms, places }) {
  if (documents.length > 0) return documents;
  const named = namedDocuments(library, text, terms);
  const wantsArticle = places[0]?.[0]?.unit === "article";
  const hasArticles = ({ documentId }) => library.provision(`${documentId}#art_1`) !== void 0;
  const rank = (document) => wantsArticle && !hasArticles(document) ? 1 : 0;
  const typed = namesDocumentType(text);
  return named.map(({ document, cover }) => ({ document, order: (typed ? 0 : rank(document)) - cover })).sort((a2, b) => a2.order - b.order).slice(0, typed ? 1 : 8).map(({ document }) => document);
}
var NAMES_DOCUMENT = 0.75;
function answerAboutDocument({ library }, { kind, documents, text, terms }) {
  if (!kind.startsWith("document_")) return null;
  const [best] = namedDocuments(library, text, terms);
  const document = documents[0] ?? (best && best.cover >= NAMES_DOCUMENT ? best.document : void 0);
  const draft = document && answerDocumentFact(library, document, kind);
  return draft ? { draft, confidence: 0.95 } : null;
}
async function answerFromText(deps, understanding) {
  const { library } = deps;
  const { terms, text } = understanding;
  const scored = await findCandidates(deps, understanding);
  const [best] = scored;
  const confidence = confidenceOf(scored);
  if (!best || confidence < ANSWER_THRESHOLD) {
    const nearest = best ? [...new Set(scored.slice(0, 6).map(({ provision }) => provision.id))] : [];
    const reason = reasonFor(text, terms, best?.features.cover ?? 0);
    return { decline: decline(library, reason, reason === "off_topic" ? [] : nearest), confidence };
  }
  return { draft: write(deps, understanding, scored), confidence };
}
async function findCandidates(deps, understanding) {
  const { terms, kind, query, documents } = understanding;
  if (terms.length === 0 && documents.length === 0) return [];
  const scope = documents.length > 0 ? { documentIds: documents.map((document) => document.documentId) } : {};
  const hits = await deps.retriever.search(query, { k: DEPTH, ...scope });
  return scoreCandidates(deps.library, collectCandidates(deps.library, hits), terms, kind);
}
function write({ library }, understanding, scored) {
  const draft = new Draft(library);
  const { terms, kind, text } = understanding;
  const best = scored[0];
  if (!best) return draft;
  const { provision, shape } = best;
  const amendment = amendmentOf(library, provision) ?? amendmentTo(library, provision);
  const parent = parentOf(library, provision);
  if (amendment) writeAmendment(draft, library, amendment);
  else if (provision.level === "table") writeRows(draft, library, provision, text);
  else if (provision.level === "row" && parent) writeRow(draft, provision, kind, terms);
  else {
    const opening = isYesNo(text) && shape === "own" ? openingModal(text, best.text) : null;
    if (opening) draft.add(`**${opening}\u3002**`);
    writeExtract(draft, library, best, terms);
  }
  return draft;
}

// src/answering/suggest.ts
var MOST = 3;
var PLACES = 12;
function createSuggester(library, answers) {
  const checked = /* @__PURE__ */ new Map();
  const suggestionFor = async (provision) => {
    const known = checked.get(provision.id);
    if (known !== void 0) return known;
    const question = toQuestion(library, provision);
    const sound = question !== null && await answers(question) ? question : null;
    checked.set(provision.id, sound);
    return sound;
  };
  return {
    async near(provisionIds, asked) {
      const found = [];
      for (const provision of neighbours2(library, provisionIds).slice(0, PLACES)) {
        const question = await suggestionFor(provision);
        if (question && normalise(question) !== asked && !found.includes(question)) found.push(question);
        if (found.length === MOST) break;
      }
      return found;
    }
  };
}
function neighbours2(library, provisionIds) {
  const cited = provisionIds.flatMap((id) => library.provision(id) ?? []);
  const first = cited[0];
  const documentId = first?.documentId ?? library.documents.find((d) => d.duplicateOf === null)?.documentId;
  if (documentId === void 0) return [];
  const all = library.provisionsOf(documentId).filter((provision) => toQuestion(library, provision) !== null);
  const order = library.provisionsOf(documentId);
  const at2 = first ? order.findIndex((provision) => provision.id === first.id) : 0;
  const isAfter = (provision) => order.indexOf(provision) > at2;
  const isCited = (provision) => provisionIds.some((id) => provision.id.startsWith(id) || id.startsWith(provision.id));
  return [
    ...all.filter((p) => isAfter(p) && !isCited(p)),
    ...all.filter((p) => !isAfter(p) && !isCited(p)).reverse(),
    ...all.filter(isCited)
  ];
}
var TURNS = [
  [/^(?:[^，。；：]*[，,])?([^，。；：,]{2,24}?)(?:提供|提交)(?:以下|下列)材料/u, (m) => `${m[1]}\u63D0\u4EA4\u54EA\u4E9B\u6750\u6599\uFF1F`],
  [/^(?:有)?下列情形之一的[，,]([^，。；：,]{4,24})/u, (m) => `\u54EA\u4E9B\u60C5\u5F62\u4E0B${m[1]}\uFF1F`],
  [/([^，。；：,]{4,24}?)(?:（[^）]*）)?包括(?:以下内容)?[：:]/u, (m) => `${m[1]}\u5305\u62EC\u54EA\u4E9B\uFF1F`],
  [/([^，。；：,]{4,24}?)一般不少于\s*\d+\s*(个工作日|日|天)/u, (m) => `${m[1]}\u4E0D\u5C11\u4E8E\u591A\u5C11${m[2]}\uFF1F`],
  [/^([^，。；：,、]{2,10}?)负责([^，。；：,]{4,24}?)(?:工作)?(?:[，。；]|$)/u, (m) => `${m[2]}\u7531\u8C01\u8D1F\u8D23\uFF1F`],
  [/^对([^，。；：,]{4,20}?)的([^，。；：,]{2,12})[，,].{0,12}应当/u, (m) => `\u5BF9${m[1]}\u7684${m[2]}\u5E94\u5F53\u600E\u4E48\u529E\uFF1F`]
];
function toQuestion(library, provision) {
  if (provision.level === "row") {
    const name = [...provision.cells ?? []].sort((a2, b) => b.text.length - a2.text.length)[0];
    const who = provision.cells?.find((cell) => /部门|单位|机构/u.test(cell.column));
    return name && who && name !== who ? `${name.text}\u7531\u54EA\u4E2A\u90E8\u95E8\u8D1F\u8D23\uFF1F` : null;
  }
  const text = provision.text.slice(0, provision.ownLength);
  for (const [pattern, ask] of TURNS) {
    const match = pattern.exec(text);
    if (match) return ask(match).replace(/\s+/gu, "");
  }
  const isWholeArticle = provision.level === "article" && isList(library, provision);
  const heads = childrenOf(library, provision).length > 0 && provision.heading !== null && parentOf(library, provision);
  return isWholeArticle ? null : heads ? `${provision.heading}\u6709\u54EA\u4E9B\u5185\u5BB9\uFF1F` : null;
}

// src/corpus/numerals.ts
var NUMERAL = "\u3007\u96F6\u25CB\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E240-9\uFF10-\uFF19";
var DIGITS = "\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
var UNITS = { \u5341: 10, \u767E: 100, \u5343: 1e3 };
function parseNumeral(text) {
  const plain2 = text.normalize("NFKC").replace(/[〇○]/g, "\u96F6").replace(/两/g, "\u4E8C").replace(/\s+/g, "");
  if (/^\d+$/.test(plain2)) return Number(plain2);
  if (!/^[零一二三四五六七八九十百千]+$/.test(plain2)) return null;
  if (!/[十百千]/.test(plain2)) return Number([...plain2].map((c) => DIGITS.indexOf(c)).join(""));
  return addUnits(plain2);
}
function addUnits(plain2) {
  let total = 0;
  let digit = 0;
  for (const char of plain2) {
    const unit = UNITS[char];
    if (unit === void 0) {
      digit = DIGITS.indexOf(char);
    } else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
function toChineseNumeral(value) {
  if (value < 10) return DIGITS[value] ?? "";
  const digits = [...String(value)].map(Number);
  const text = digits.map((digit, i) => digit === 0 ? "\u96F6" : `${DIGITS[digit]}${["", "\u5341", "\u767E", "\u5343"][digits.length - 1 - i]}`).join("").replace(/零+/g, "\u96F6").replace(/零$/, "");
  return text.replace(/^一十/, "\u5341");
}

// src/answering/reference.ts
var NUMERAL2 = "[0-9\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u96F6\u3007\u4E24]+";
var UNITS2 = {
  \u7AE0: "chapter",
  \u6761: "article",
  \u6B3E: "paragraph",
  \u6BB5: "paragraph",
  \u9879: "point",
  \u76EE: "indent",
  \u70B9: "indent",
  \u90E8\u5206: "part",
  \u5927\u70B9: "part",
  \u884C: "row",
  \u9644\u4EF6: "annex"
};
var UNIT = "\u90E8\u5206|\u5927\u70B9|\u7AE0|\u6761|\u6B3E|\u6BB5|\u9879|\u76EE|\u70B9|\u884C";
var FULL_NUMBER = /([一-鿿]{1,8}?[发字函规令办审通])\s*[〔[(【]?\s*(\d{4})\s*[〕\])】]?\s*年?第?\s*(\d+)\s*号/u;
var SHORT_NUMBER = new RegExp(`\u7B2C?(${NUMERAL2})\\s*\u53F7(\u6587\u4EF6|\u6587|\u901A\u77E5|\u89C4\u5B9A|\u65B9\u6848|\u76EE\u5F55|\u4EE4|\u610F\u89C1)`, "u");
var QUOTED_TITLE = /《([^《》]{1,80}(?:《[^《》]*》[^《》]*)?)》/gu;
var STEP = new RegExp(
  `\u7B2C\\s*[(\uFF08]?(${NUMERAL2})[)\uFF09]?\\s*\u4E2A?(${UNIT})(?:\u4E4B(${NUMERAL2}))?|[(\uFF08](${NUMERAL2})[)\uFF09](\u9879|\u6B3E|\u76EE)?|(${NUMERAL2})\\s*(\u6761|\u6B3E|\u9879|\u76EE)(?:\u4E4B(${NUMERAL2}))?(?![\u4EF6\u4F8B])|\u9644\u4EF6\\s*(${NUMERAL2})`,
  "uy"
);
var LEADING_PART = new RegExp(`(${NUMERAL2})(?=[(\uFF08]${NUMERAL2}[)\uFF09])`, "uy");
var TRAILING_NUMBER = /\s*(\d{1,2})(?![0-9年月日号%个条款项目天])[.、．]?/uy;
var RANGE_MARK = /\s*(?:到|至|—|－|-|~|～)\s*/uy;
var LIST_MARK = /\s*(?:、|和|与|及|以及|,|，|还有)\s*/uy;
var COUNTS = /[共有哪几多这那每各前后]\s*$/u;
var SHARED_UNIT = new RegExp(`(\u7B2C?${NUMERAL2})(?=\\s*(?:\u3001|\u548C|\u4E0E|\u81F3|\u5230|-|~)\\s*\u7B2C?${NUMERAL2}(\u6761|\u6B3E|\u9879|\u76EE|\u7AE0))`, "gu");
function parseReferences(written) {
  const question = written.replace(SHARED_UNIT, "$1$2");
  const spans = [];
  const mention = parseMention(question, spans);
  const places = [];
  let at2 = 0;
  while (at2 < question.length) {
    const found = spans.some(([start, end]) => at2 >= start && at2 < end) ? null : readPlace(question, at2);
    if (found === null || !found.marked && COUNTS.test(question.slice(0, at2))) {
      at2++;
      continue;
    }
    const after = readFollowers(question, found, places);
    spans.push([at2, after]);
    at2 = after;
  }
  const relative2 = /上一?条|前一?条/u.test(question) ? -1 : /下一?条|后一?条/u.test(question) ? 1 : /[本这该]一?条/u.test(question) ? 0 : null;
  return { mention, places, relative: relative2, rest: cutOut(question, spans) };
}
function parseMention(question, spans) {
  const full = FULL_NUMBER.exec(question);
  const short = full ? null : SHORT_NUMBER.exec(question);
  const names = [];
  if (full) spans.push([full.index, full.index + full[0].length]);
  if (short) spans.push([short.index, short.index + short[0].length]);
  for (const match of question.matchAll(QUOTED_TITLE)) {
    if (match[1]) names.push(match[1]);
    spans.push([match.index, match.index + match[0].length]);
  }
  return {
    number: full ? `${full[1]}\u3014${full[2]}\u3015${full[3]}\u53F7` : null,
    shortNumber: short?.[1] ? parseNumeral(short[1]) : null,
    names
  };
}
function readPlace(text, start) {
  const steps = [];
  let at2 = start;
  LEADING_PART.lastIndex = at2;
  const lead = LEADING_PART.exec(text);
  if (lead?.[1]) {
    const n = parseNumeral(lead[1]);
    if (n !== null) {
      steps.push({ unit: "any", n });
      at2 += lead[0].length;
    }
  }
  let marked = steps.length > 0;
  for (; ; ) {
    const step = readStep(text, at2);
    if (!step) break;
    marked ||= step.marked;
    steps.push(step.step);
    at2 = step.end;
  }
  if (steps.length === 0) return null;
  TRAILING_NUMBER.lastIndex = at2;
  const last = steps.at(-1);
  const tail = last && (last.unit === "any" || last.unit === "point") ? TRAILING_NUMBER.exec(text) : null;
  if (tail?.[1]) {
    steps.push({ unit: "any", n: Number(tail[1]) });
    at2 += tail[0].length;
  }
  return { steps, end: at2, marked };
}
function readStep(text, at2) {
  STEP.lastIndex = at2;
  const match = STEP.exec(text);
  if (!match) return null;
  const [whole, ordinal, unit, sub, bracketed, bracketUnit, bare, bareUnit, bareSub, annex] = match;
  const numeral = ordinal ?? bracketed ?? bare ?? annex ?? "";
  const n = parseNumeral(numeral);
  if (n === null) return null;
  const name = unit ?? bracketUnit ?? bareUnit ?? (annex ? "\u9644\u4EF6" : "");
  const subNumber = parseNumeral(sub ?? bareSub ?? "");
  const step = { unit: UNITS2[name] ?? "any", n, ...subNumber === null ? {} : { sub: subNumber } };
  return { step, end: at2 + whole.length, marked: bare === void 0 };
}
function readFollowers(text, first, places) {
  places.push(first.steps);
  let { steps, end } = first;
  for (; ; ) {
    const range = matchAt(RANGE_MARK, text, end);
    const list = range ? null : matchAt(LIST_MARK, text, end);
    const mark = range ?? list;
    if (!mark) return end;
    const next = readPlace(text, end + mark.length);
    if (!next) return end;
    const completed = inherit(steps, next.steps);
    if (range) places.push(...spell(steps, completed));
    else places.push(completed);
    steps = completed;
    end = next.end;
  }
}
function matchAt(pattern, text, at2) {
  pattern.lastIndex = at2;
  return pattern.exec(text)?.[0] ?? null;
}
function inherit(previous, next) {
  const head = next[0];
  const shared = previous.findIndex((step) => step.unit === head?.unit);
  return shared > 0 ? [...previous.slice(0, shared), ...next] : [...next];
}
function spell(from2, to2) {
  const first = from2.at(-1);
  const last = to2.at(-1);
  if (!first || !last || first.unit !== last.unit || last.n <= first.n) return [[...to2]];
  const count = Math.min(last.n - first.n, 50);
  return Array.from({ length: count }, (_, i) => [...from2.slice(0, -1), { unit: last.unit, n: first.n + i + 1 }]);
}
function cutOut(text, spans) {
  const kept = Array.from(
    { length: text.length },
    (_, i) => spans.some(([start, end]) => i >= start && i < end) ? " " : text.charAt(i)
  );
  return kept.join("").replace(/\s+/gu, " ").trim();
}

// src/answering/conversation.ts
var TURNS_READ = 6;
var LEANS = /^(?:那|那么|它|他|她|这|这个|那个|其|该|还|再|又|呢|然后|接着|具体|如果|要是|情况紧急|上一|下一|前一|后一|第二|第三|第四|第五)|呢[?？。!]?$|^.{0,6}$|(?:它|这个|那个|这些|那些|上面|上述|刚才|前面)/u;
function readConversation(history) {
  const turns = (history ?? []).slice(-TURNS_READ).map((turn) => ({ ...turn, content: normalise(turn.content) }));
  const asked = turns.filter((turn) => turn.role === "user").map((turn) => turn.content);
  const topic = [...asked].reverse().find((content) => !leans(content)) ?? asked.at(-1) ?? "";
  let references = null;
  let place = null;
  for (const { role, content } of turns) {
    const found = parseReferences(content);
    if (role === "user" && (found.mention.number || found.mention.shortNumber || found.mention.names.length > 0)) {
      references = found;
    }
    place = found.places.at(-1) ?? place;
  }
  return { topic, references, place };
}
function leans(question) {
  return LEANS.test(question);
}

// src/answering/screen.ts
var GREETING = /^(?:你好|您好|hi|hello|嗨|早上好|上午好|中午好|下午好|晚上好|在吗|在不在|哈喽|hey)[呀啊哦,.!。!?？~ ]*$/u;
var THANKS = /^(?:好的?[,，]?)?(?:谢谢|多谢|感谢|辛苦|再见|拜拜|ok|好的|明白了?|知道了|收到|thanks|thank you|bye)[\p{L}\p{P}\s]{0,6}$/u;
var IDENTITY = /(?:你|您)(?:是谁|叫什么|是什么(?:模型|人|东西)|是(?:哪个?|什么)公司|会(?:做)?什么|能(?:做|干)什么|是(?:不是)?(?:机器人|人工智能|ai|gpt|真人)|几岁|多大)|who are you|what can you do/u;
var INSTRUCTION = /(?:忽略|无视|忘记|忘掉|不要管|抛开)(?:你)?(?:以上|之前|前面|上面|上述|先前|所有|全部|一切)?.{0,6}(?:指令|指示|提示词?|要求|设定|规则|限制)|系统提示词?|提示词(?:原样|是什么|内容)|(?:输出|显示|打印|泄露|告诉我)你的(?:提示|指令|设定|规则|prompt)|扮演|假装你是|你现在是|越狱|开发者模式|ignore (?:all |any |the )?(?:previous|prior|above)|system prompt|hidden prompt|jailbreak|developer mode/u;
var HARM = /(?:怎么|如何|怎样|咋|教我|帮我|有什么(?:办法|方法|招)|能不能帮).{0,14}(?:绕过|绕开|规避|躲过|躲开|逃避|逃过|造个?假|做个?假|编造?个?假|伪造|篡改|瞒过|糊弄|蒙混|蒙骗|骗过|行贿|贿赂|送礼|收买|打点|偷|黑进|攻击|入侵|破解|泄露.{0,6}(?:不被|而不)|不被(?:发现|查|追究))|(?:绕过|伪造|造假|篡改).{0,10}(?:怎么|如何|教我|帮我|不被)|帮我(?:伪造|造假|编造|写一份假)/u;
function screen(question) {
  if (INSTRUCTION.test(question)) return "instruction";
  if (HARM.test(question)) return "harm";
  if (GREETING.test(question)) return "greeting";
  if (THANKS.test(question)) return "thanks";
  if (IDENTITY.test(question)) return "identity";
  return null;
}

// src/language/usage.ts
var USAGE = [
  ["\u62CD\u677F \u5B9A\u593A \u6572\u5B9A \u8BF4\u4E86\u7B97 \u505A\u4E3B \u4F5C\u4E3B \u70B9\u5934 \u62CD\u5B9A", "\u51B3\u5B9A \u4F5C\u51FA\u51B3\u5B9A \u96C6\u4F53\u8BA8\u8BBA \u8BA8\u8BBA\u51B3\u5B9A \u5BA1\u8BAE \u4E3B\u8981\u8D1F\u8D23\u4EBA"],
  ["\u8FC7\u4F1A \u4E0A\u4F1A \u4E0A\u5E38\u52A1\u4F1A \u5F00\u4F1A\u7814\u7A76 \u4E0A\u533A\u653F\u5E9C\u4F1A", "\u4F1A\u8BAE\u5BA1\u8BAE \u63D0\u8BF7\u5BA1\u8BAE \u4F1A\u8BAE\u8BA8\u8BBA \u5E38\u52A1\u4F1A\u8BAE \u96C6\u4F53\u8BA8\u8BBA \u63D0\u8BF7\u4F1A\u8BAE"],
  ["\u8D70\u6D41\u7A0B \u8D70\u7A0B\u5E8F \u8D70\u54EA\u4E9B\u6B65\u9AA4 \u624B\u7EED \u6B65\u9AA4 \u73AF\u8282 \u6D41\u7A0B", "\u7A0B\u5E8F \u5C65\u884C\u7A0B\u5E8F \u6CD5\u5B9A\u7A0B\u5E8F"],
  [
    "\u627E\u8C01 \u8C01\u7BA1 \u5F52\u8C01\u7BA1 \u8C01\u6765\u7BA1 \u5F52\u53E3 \u8C01\u6293 \u54EA\u5BB6\u7BA1 \u8C01\u6765\u505A \u8C01\u6765\u5E72 \u8C01\u5E72 \u8C01\u5F04 \u8C01\u6765\u5F04 \u8C01\u7275\u5934 \u7275\u5934",
    "\u8D1F\u8D23 \u627F\u529E \u627F\u529E\u5355\u4F4D \u627F\u529E\u90E8\u95E8 \u7EC4\u7EC7"
  ],
  ["\u628A\u5173 \u8FC7\u4E00\u904D \u5BA1\u4E00\u904D \u8FC7\u5BA1 \u6CD5\u5BA1", "\u5BA1\u67E5 \u5BA1\u6838 \u5408\u6CD5\u6027\u5BA1\u67E5"],
  ["\u5907\u9F50 \u5907\u597D \u51C6\u5907 \u5E26\u4EC0\u4E48 \u4EA4\u4EC0\u4E48 \u9012\u4EA4 \u4E0A\u4EA4 \u62A5\u9001 \u9001\u5BA1 \u62A5\u5BA1 \u4EA4\u54EA\u4E9B \u9644\u4E0A \u9644\u54EA\u4E9B", "\u63D0\u4EA4 \u63D0\u4F9B \u62A5\u9001 \u6750\u6599"],
  ["\u4E1C\u897F \u6587\u4EF6 \u8D44\u6599 \u624B\u5934", "\u6750\u6599 \u8D44\u6599"],
  ["\u8001\u767E\u59D3 \u767E\u59D3 \u7FA4\u4F17 \u5E02\u6C11 \u516C\u4F17 \u5927\u5BB6 \u5C45\u6C11", "\u793E\u4F1A\u516C\u4F17 \u516C\u4F17 \u4EBA\u6C11\u7FA4\u4F17 \u7FA4\u4F17"],
  ["\u610F\u89C1\u5F81\u96C6 \u5F81\u96C6\u610F\u89C1 \u542C\u610F\u89C1 \u5F81\u6C42\u5927\u5BB6\u610F\u89C1 \u95EE\u610F\u89C1 \u542C\u53D6\u6C11\u610F \u6302\u7F51 \u6302\u7F51\u5F81\u6C42\u610F\u89C1", "\u516C\u5F00\u5F81\u6C42\u610F\u89C1 \u5F81\u6C42\u610F\u89C1 \u542C\u53D6\u610F\u89C1"],
  ["\u516C\u793A \u6302\u51FA\u6765 \u6302\u7F51 \u4E0A\u7F51 \u53D1\u5E03 \u5BF9\u5916\u516C\u5E03 \u4EAE\u51FA\u6765", "\u516C\u5F00 \u516C\u5E03 \u516C\u793A \u53D1\u5E03 \u5411\u793E\u4F1A\u516C\u5E03"],
  ["\u4FDD\u5BC6 \u4E0D\u516C\u5F00 \u4E0D\u80FD\u516C\u5F00", "\u4E0D\u4E88\u516C\u5F00 \u56FD\u5BB6\u79D8\u5BC6"],
  ["\u52A0\u6025 \u7740\u6025 \u6765\u4E0D\u53CA \u8D76\u65F6\u95F4 \u706B\u6025 \u7D27\u6025", "\u60C5\u51B5\u7D27\u6025 \u7D27\u6025 \u7F29\u77ED\u671F\u9650"],
  ["\u6253\u56DE \u9000\u4EF6 \u6253\u56DE\u6765 \u9000\u56DE\u6765", "\u9000\u56DE \u8865\u5145"],
  ["\u8865\u6750\u6599 \u8865\u4EA4 \u8865\u4EF6", "\u8865\u5145"],
  ["\u5904\u7F5A \u7F5A \u6328\u7F5A \u8FFD\u8D23 \u95EE\u8D23 \u60E9\u5904 \u5904\u5206 \u53D7\u7F5A \u627F\u62C5\u540E\u679C \u540E\u679C \u600E\u4E48\u5904\u7406 \u600E\u4E48\u5904\u7F6E", "\u8D23\u4EFB \u8FFD\u7A76\u8D23\u4EFB \u8D23\u4EE4\u6539\u6B63 \u901A\u62A5\u6279\u8BC4 \u6CD5\u5F8B\u8D23\u4EFB"],
  ["\u4F5C\u5047 \u9020\u5047 \u5F04\u865A\u4F5C\u5047 \u5047\u6750\u6599", "\u5F04\u865A\u4F5C\u5047"],
  ["\u7529\u9505 \u63A8\u8BFF \u626F\u76AE \u62D6\u7740\u4E0D\u529E \u78E8\u6D0B\u5DE5 \u4E0D\u5E72\u6D3B \u4E0D\u843D\u5B9E \u4E0D\u6267\u884C", "\u63A8\u8BFF\u6267\u884C \u62D6\u5EF6\u6267\u884C \u62D2\u4E0D\u6267\u884C"],
  ["\u7792\u7740 \u9690\u7792 \u7792\u62A5 \u4E0D\u4E0A\u62A5", "\u7792\u62A5 \u8C0E\u62A5 \u6F0F\u62A5"],
  ["\u6CC4\u5BC6 \u8D70\u6F0F \u8BF4\u51FA\u53BB \u900F\u9732 \u6CC4\u6F0F", "\u6CC4\u9732 \u56FD\u5BB6\u79D8\u5BC6 \u5546\u4E1A\u79D8\u5BC6"],
  ["\u53EB\u505C \u505C\u4E0B\u6765 \u505C\u6389 \u558A\u505C \u5239\u8F66 \u4E0D\u5E72\u4E86 \u64A4\u9500", "\u505C\u6B62\u6267\u884C \u4E2D\u6B62\u6267\u884C \u6682\u7F13\u6267\u884C"],
  ["\u6539\u4E00\u6539 \u4FEE\u6539 \u6539\u52A8 \u53D8\u52A8 \u53D8\u66F4 \u6539", "\u8C03\u6574 \u4FEE\u8BA2 \u4FEE\u6B63 \u4FEE\u6539"],
  ["\u56DE\u5934\u770B \u590D\u76D8 \u4E8B\u540E\u8BC4\u4F30 \u8BC4\u6548\u679C \u540E\u8BC4\u4EF7", "\u51B3\u7B56\u540E\u8BC4\u4F30 \u540E\u8BC4\u4F30 \u8BC4\u4F30"],
  ["\u6253\u5206 \u8BC4\u4EF7 \u8BC4", "\u8BC4\u4F30"],
  ["\u98CE\u8BC4 \u7A33\u8BC4 \u793E\u4F1A\u7A33\u5B9A\u98CE\u9669\u8BC4\u4F30 \u98CE\u9669\u5927\u4E0D\u5927", "\u98CE\u9669\u8BC4\u4F30"],
  ["\u8BF7\u4E13\u5BB6 \u627E\u4E13\u5BB6 \u4E13\u5BB6\u628A\u8109 \u4E13\u5BB6\u8BC4\u5BA1 \u4E13\u5BB6\u8BC4\u8BAE", "\u4E13\u5BB6\u8BBA\u8BC1 \u4E13\u5BB6"],
  ["\u5B58\u6863 \u5F52\u5377 \u7559\u5E95 \u7559\u75D5 \u5907\u67E5 \u5F52\u6863", "\u5F52\u6863 \u6863\u6848 \u8BB0\u5F55"],
  ["\u8BF4\u660E\u767D \u89E3\u91CA\u6E05\u695A \u8BB2\u6E05\u695A \u89E3\u8BFB\u4E00\u4E0B", "\u89E3\u8BFB \u89E3\u91CA\u8BF4\u660E \u8BF4\u660E"],
  ["\u8BF7\u793A \u6C47\u62A5 \u4E0A\u62A5 \u62A5\u544A \u6253\u62A5\u544A", "\u8BF7\u793A\u62A5\u544A \u62A5\u544A \u62A5"],
  ["\u4EBA\u5927 \u4EBA\u4EE3\u4F1A", "\u4EBA\u6C11\u4EE3\u8868\u5927\u4F1A \u4EBA\u5927\u5E38\u59D4\u4F1A \u4EBA\u6C11\u4EE3\u8868\u5927\u4F1A\u5E38\u52A1\u59D4\u5458\u4F1A \u4EBA\u5927\u4EE3\u8868"],
  ["\u653F\u534F", "\u653F\u534F\u59D4\u5458"],
  ["\u53D1\u6539\u59D4 \u53D1\u6539", "\u53D1\u5C55\u6539\u9769"],
  ["\u53F8\u6CD5\u5C40 \u6CD5\u5236\u529E \u6CD5\u5236\u90E8\u95E8", "\u53F8\u6CD5\u5C40 \u53F8\u6CD5\u884C\u653F\u90E8\u95E8 \u6CD5\u5236\u673A\u6784"],
  ["\u5E9C\u529E \u653F\u5E9C\u529E \u529E\u516C\u5BA4 \u533A\u5E9C\u529E", "\u529E\u516C\u5BA4 \u653F\u5E9C\u529E\u516C\u5BA4"],
  ["\u653F\u6570\u5C40 \u653F\u52A1\u5C40 \u653F\u52A1\u4E2D\u5FC3", "\u653F\u52A1\u670D\u52A1\u5C40"],
  ["\u5934\u513F \u4E00\u628A\u624B \u8001\u5927 \u4E3B\u5B98 \u6B63\u804C \u4E3B\u8981\u9886\u5BFC \u533A\u957F", "\u4E3B\u8981\u8D1F\u8D23\u4EBA \u533A\u957F"],
  ["\u9886\u5BFC", "\u9886\u5BFC \u8D1F\u8D23\u4EBA"],
  ["\u591A\u4E45 \u591A\u957F\u65F6\u95F4 \u51E0\u5929 \u591A\u5C11\u5929 \u5565\u65F6\u5019 \u4EC0\u4E48\u65F6\u5019 \u4F55\u65F6 \u65F6\u9650 \u671F\u9650", "\u671F\u9650 \u65E5 \u5DE5\u4F5C\u65E5 \u65F6\u95F4"],
  ["\u7ECF\u8D39 \u94B1 \u82B1\u94B1 \u62E8\u6B3E \u9884\u7B97 \u51FA\u94B1 \u8D44\u91D1 \u8D39\u7528 \u638F\u94B1", "\u7ECF\u8D39 \u8D44\u91D1 \u6295\u5165"],
  ["\u8865\u52A9 \u8865\u8D34 \u8D44\u52A9 \u5956\u52B1 \u5956\u91D1 \u6276\u6301", "\u8865\u8D34 \u8D44\u52A9 \u6276\u6301 \u5956\u52B1 \u8868\u5F70"],
  ["\u5956\u52B1 \u8868\u626C \u8BC4\u4F18 \u5609\u5956 \u8BC4\u5148", "\u8868\u5F70 \u5956\u52B1"],
  ["\u76EE\u6807 \u6307\u6807 \u8981\u8FBE\u5230 \u8FBE\u5230\u591A\u5C11", "\u76EE\u6807 \u6BD4\u4F8B \u8FBE\u5230"],
  ["\u8001\u4EBA \u8001\u5E74\u4EBA \u5927\u7237\u5927\u5988 \u957F\u8005", "\u8001\u5E74\u4EBA"],
  ["\u5C0F\u5B69 \u5B69\u5B50 \u5B66\u751F \u5A03 \u4E2D\u5C0F\u5B66\u751F \u672A\u6210\u5E74\u4EBA", "\u9752\u5C11\u5E74 \u4E2D\u5C0F\u5B66\u751F \u5B66\u751F"],
  ["\u519C\u6C11 \u6751\u6C11 \u519C\u6751\u4EBA", "\u519C\u6C11 \u519C\u6751"],
  ["\u5DE5\u4EBA \u804C\u5DE5 \u5458\u5DE5 \u6253\u5DE5\u4EBA", "\u4EA7\u4E1A\u5DE5\u4EBA \u804C\u5DE5"],
  ["\u5E72\u90E8 \u516C\u52A1\u5458 \u673A\u5173\u4EBA\u5458", "\u9886\u5BFC\u5E72\u90E8 \u516C\u52A1\u5458"],
  ["\u5916\u5356\u5458 \u9A91\u624B \u5FEB\u9012\u5458 \u5FEB\u9012\u5C0F\u54E5 \u7F51\u7EA6\u8F66\u53F8\u673A", "\u65B0\u5C31\u4E1A\u4EBA\u7FA4 \u65B0\u5C31\u4E1A\u7FA4\u4F53 \u7F51\u7EA6\u5DE5 \u7269\u6D41\u5FEB\u9012"],
  ["\u5FD7\u613F\u8005 \u4E49\u5DE5", "\u5FD7\u613F\u8005 \u5FD7\u613F\u670D\u52A1"],
  ["\u9632\u8BC8\u9A97 \u53CD\u8BC8 \u9A97\u5C40 \u88AB\u9A97", "\u9632\u9A97 \u9632\u8BC8"],
  ["\u9ED1\u540D\u5355", "\u9ED1\u540D\u5355 \u5931\u4FE1\u8054\u5408\u60E9\u6212"],
  ["\u7EA2\u540D\u5355", "\u7EA2\u540D\u5355"],
  ["\u623F\u79DF \u79DF\u91D1 \u79DF\u623F \u529E\u516C\u5BA4\u79DF\u91D1", "\u529E\u516C\u7528\u623F \u8865\u8D34"],
  ["\u65B0\u5F00\u7684 \u521A\u6210\u7ACB \u65B0\u6210\u7ACB \u65B0\u529E", "\u65B0\u8BBE\u7ACB"],
  ["\u751F\u6548 \u8D77\u6548 \u5B9E\u884C \u6267\u884C \u65BD\u884C \u5F00\u59CB\u6267\u884C", "\u65BD\u884C \u5B9E\u65BD \u8D77\u65BD\u884C"],
  ["\u4F5C\u5E9F \u5931\u6548 \u4E0D\u4F5C\u6570 \u8FD8\u7B97\u6570 \u5E9F\u6B62", "\u5E9F\u6B62 \u4EE5\u672C\u89C4\u5B9A\u4E3A\u51C6 \u4E0D\u4E00\u81F4"],
  ["\u51B2\u7A81 \u77DB\u76FE \u6253\u67B6 \u4E0D\u4E00\u6837 \u4E0D\u4E00\u81F4", "\u4E0D\u4E00\u81F4 \u4EE5\u672C\u89C4\u5B9A\u4E3A\u51C6"],
  ["\u53C2\u7167 \u7167\u7740\u529E \u7167\u642C \u9002\u7528 \u7BA1\u4E0D\u7BA1 \u7BA1\u5F97\u7740", "\u9002\u7528 \u53C2\u7167"],
  ["\u4F9D\u636E \u6839\u636E \u51ED\u4EC0\u4E48 \u6CD5\u5F8B\u4F9D\u636E \u4E0A\u4F4D\u6CD5", "\u6839\u636E \u4F9D\u636E"],
  ["\u5B97\u65E8 \u76EE\u7684 \u4E3A\u4EC0\u4E48\u8981 \u4E3A\u4E86\u4EC0\u4E48 \u56FE\u4EC0\u4E48", "\u4E3A \u76EE\u7684"],
  ["\u7B97\u4E0D\u7B97 \u5C5E\u4E8E \u5C5E\u4E0D\u5C5E\u4E8E \u662F\u4E0D\u662F", "\u5305\u62EC \u662F\u6307 \u5C5E\u4E8E"],
  ["\u4E0D\u7B97 \u4E0D\u9002\u7528 \u4E0D\u5305\u62EC \u4F8B\u5916 \u6392\u9664", "\u4E0D\u9002\u7528 \u9664\u5916"],
  ["\u7B2C\u4E09\u65B9 \u5916\u5305 \u59D4\u6258 \u8BF7\u5916\u9762\u7684 \u627E\u5916\u9762\u7684", "\u59D4\u6258 \u7B2C\u4E09\u65B9 \u4E13\u4E1A\u673A\u6784 \u793E\u4F1A\u7EC4\u7EC7"],
  ["\u56DE\u907F \u907F\u5ACC \u5229\u5BB3\u5173\u7CFB \u6709\u5173\u7CFB\u7684\u4E13\u5BB6", "\u5229\u5BB3\u5173\u7CFB"],
  ["\u5F00\u542C\u8BC1\u4F1A \u542C\u8BC1", "\u542C\u8BC1\u4F1A"],
  ["\u4F01\u4E1A \u516C\u53F8 \u5546\u6237 \u5E02\u573A\u4E3B\u4F53", "\u4F01\u4E1A \u5E02\u573A\u4E3B\u4F53"],
  ["\u7ADE\u4E89 \u516C\u5E73\u7ADE\u4E89", "\u516C\u5E73\u7ADE\u4E89\u5BA1\u67E5"],
  ["\u8857\u9053 \u4E61\u9547 \u8857\u4E61 \u8857\u9053\u529E", "\u8857\u9053\u529E\u4E8B\u5904 \u8857\u4E61 \u4E61\u653F\u5E9C \u5730\u533A\u529E\u4E8B\u5904"],
  ["\u7533\u62A5 \u62A5\u9879\u76EE \u4E0A\u62A5\u4E8B\u9879 \u63D0\u5EFA\u8BAE \u63D0\u8BAE", "\u7533\u62A5 \u5EFA\u8BAE \u63D0\u51FA"],
  ["\u7EB3\u5165 \u5217\u8FDB\u53BB \u5217\u5165 \u653E\u8FDB \u8FDB\u76EE\u5F55", "\u5217\u5165 \u7EB3\u5165"],
  ["\u516C\u5F00\u6E20\u9053 \u6E20\u9053 \u9014\u5F84 \u5728\u54EA\u770B \u54EA\u91CC\u770B \u54EA\u513F\u516C\u5E03 \u54EA\u91CC\u516C\u5E03", "\u9014\u5F84 \u65B9\u5F0F \u653F\u5E9C\u7F51\u7AD9 \u653F\u52A1\u65B0\u5A92\u4F53"],
  ["\u76D6\u7AE0 \u7B7E\u5B57 \u7B7E\u540D \u7F72\u540D", "\u7F72\u540D \u76D6\u7AE0"],
  ["\u7763\u67E5 \u7763\u529E \u76EF \u68C0\u67E5", "\u7763\u4FC3\u68C0\u67E5 \u76D1\u7763\u68C0\u67E5 \u7763\u4FC3"],
  ["\u76D1\u7763 \u76D1\u7BA1", "\u76D1\u7763 \u76D1\u7BA1"],
  ["\u57F9\u8BAD \u4E0A\u8BFE \u5B66\u4E60\u73ED", "\u57F9\u8BAD \u6559\u80B2\u57F9\u8BAD"],
  ["\u5BA3\u4F20 \u63A8\u5E7F", "\u5BA3\u4F20 \u4F20\u64AD \u63A8\u5E7F"],
  ["\u724C\u5B50 \u54C1\u724C \u53E3\u53F7", "\u54C1\u724C"]
];
var DRAFTED_FOR = (() => {
  const map = /* @__PURE__ */ new Map();
  for (const [spoken, drafted] of USAGE) {
    for (const word of spoken.split(" ")) {
      const known = map.get(word) ?? [];
      map.set(
        word,
        [.../* @__PURE__ */ new Set([...known, ...drafted.split(" ")])].filter((other) => other !== word)
      );
    }
  }
  return map;
})();
var LONGEST = Math.max(...[...DRAFTED_FOR.keys()].map((word) => word.length));
function draftedFor(word) {
  return DRAFTED_FOR.get(word) ?? [];
}
function spokenIn(text) {
  const found = [];
  for (let start = 0; start < text.length; start++) {
    for (let length = Math.min(LONGEST, text.length - start); length > 0; length--) {
      const word = text.slice(start, start + length);
      if (!DRAFTED_FOR.has(word)) continue;
      found.push({ word, start });
      start += length - 1;
      break;
    }
  }
  return found;
}

// src/answering/terms.ts
var STOP_WORDS = new Set(
  "\u7684 \u4E86 \u5417 \u5462 \u5427 \u554A \u5440 \u561B \u4E48 \u54E6 \u54C8 \u4E4B \u6240 \u4EE5 \u800C \u4E14 \u5E76 \u5219 \u82E5 \u4E5F \u90FD \u8FD8 \u53C8 \u5C31 \u624D \u518D \u53EA \u5F88 \u6700 \u592A \u66F4 \u6BD4\u8F83 \u975E\u5E38 \u8C01 \u54EA \u54EA\u4E9B \u54EA\u4E2A \u54EA\u79CD \u54EA\u51E0 \u54EA\u5BB6 \u54EA\u91CC \u54EA\u513F \u4EC0\u4E48 \u5565 \u600E\u4E48 \u600E\u6837 \u600E\u4E48\u6837 \u600E\u4E48\u529E \u5982\u4F55 \u591A\u5C11 \u51E0 \u51E0\u4E2A \u591A\u4E45 \u662F \u4E0D\u662F \u662F\u4E0D\u662F \u6709 \u6CA1\u6709 \u6709\u6CA1\u6709 \u8981 \u4E0D\u8981 \u8981\u4E0D\u8981 \u9700\u8981 \u9700\u4E0D\u9700\u8981 \u5E94\u8BE5 \u5E94\u5F53 \u5E94 \u8BE5 \u53EF\u4EE5 \u53EF \u80FD \u80FD\u591F \u80FD\u4E0D\u80FD \u53EF\u4E0D\u53EF\u4EE5 \u5FC5\u987B \u987B \u5F97 \u4F1A \u4F1A\u4E0D\u4F1A \u5728 \u7531 \u88AB \u628A \u5C06 \u5BF9 \u5BF9\u4E8E \u5173\u4E8E \u5411 \u4ECE \u548C \u4E0E \u53CA \u4EE5\u53CA \u6216 \u6216\u8005 \u7B49 \u8FD9 \u90A3 \u8FD9\u4E2A \u90A3\u4E2A \u8FD9\u4E9B \u90A3\u4E9B \u8FD9\u6837 \u90A3\u6837 \u6211 \u6211\u4EEC \u4F60 \u4F60\u4EEC \u60A8 \u4ED6 \u5979 \u5B83 \u5B83\u4EEC \u4ED6\u4EEC \u54B1 \u54B1\u4EEC \u8BF7 \u8BF7\u95EE \u95EE \u95EE\u4E0B \u60F3 \u60F3\u95EE \u60F3\u77E5\u9053 \u77E5\u9053 \u544A\u8BC9 \u4E00\u4E0B \u4E0B \u4E00\u4E2A \u4E2A \u4E00 \u65F6 \u65F6\u5019 \u7684\u8BDD \u5982\u679C \u8981\u662F \u5047\u5982 \u91CC \u91CC\u9762 \u4E2D \u4E0A \u4E0B\u9762 \u5F53\u4E2D \u4E4B\u524D \u4E4B\u540E \u524D \u540E \u4EE5\u524D \u4EE5\u540E \u4E3A \u4E3A\u4E86 \u56E0\u4E3A \u6240\u4EE5 \u505A \u5E72 \u641E \u5F04 \u529E \u8FDB\u884C \u7ED9 \u8BA9 \u4F7F \u8DDF \u5230 \u53BB \u6765 \u7528 \u6309 \u6309\u7167 \u6839\u636E \u4F9D\u636E \u901A\u8FC7 \u8BF4 \u8BB2 \u5199 \u53EB \u53EB\u505A \u79F0 \u6307 \u610F\u601D \u5177\u4F53 \u5206\u522B \u4E3B\u8981 \u4E00\u822C \u901A\u5E38 \u5927\u6982 \u5927\u7EA6 \u81F3\u5C11 \u6700\u5C11 \u6700\u591A \u6709\u5173 \u76F8\u5173 \u65B9\u9762 \u60C5\u51B5 \u95EE\u9898 \u89C4\u5B9A \u8981\u6C42 \u5185\u5BB9 \u5176 \u5176\u4E2D \u5176\u4ED6 \u53E6\u5916 \u540C\u65F6 \u4E0D \u6CA1 \u65E0 \u672A \u975E \u522B \u5426 \u662F\u5426 \u884C \u597D \u5BF9\u5417 \u8C22\u8C22 \u9EBB\u70E6 \u5E2E \u5E2E\u5FD9 \u5E2E\u6211 \u770B \u770B\u770B \u67E5 \u67E5\u4E00\u4E0B \u627E \u5417? \u5457 \u548B \u548B\u529E \u548B\u6837 \u54EA\u4F4D \u4F55 \u4F55\u65F6 \u4F55\u4EBA \u591A \u957F \u591A\u957F \u65F6\u95F4 \u4EBA \u4E8B \u4E8B\u60C5 \u4E1C\u897F \u73B0\u5728 \u76EE\u524D \u4ECA\u5E74 \u5F53\u524D \u8FD8\u662F \u4ECD \u4ECD\u7136 \u5230\u5E95 \u7A76\u7ADF \u5C5E\u4E8E \u7B97 \u7B97\u4E0D\u7B97 \u5305\u62EC \u5305\u542B \u5305\u62EC\u54EA\u4E9B \u542B \u6709\u4E9B \u6709\u4F55 \u51E0\u79CD \u51E0\u6761 \u51E0\u9879 \u51E0\u7C7B \u4E3A\u4EC0\u4E48 \u4E3A\u5565 \u4E3A\u4F55 \u533A \u6211\u533A \u6211\u4EEC\u533A \u672C\u533A \u54B1\u533A \u6240\u6709 \u5168\u90E8 \u6BCF \u5404 \u5171 \u4E00\u5171 \u603B\u5171 \u5E74 \u6708 \u65E5 \u53F7 \u7B2C \u6761 \u6B3E \u9879 \u76EE".split(" ")
);
var ASKED = new Set(
  "\u6750\u6599 \u8D44\u6599 \u6587\u4EF6 \u65F6\u95F4 \u671F\u9650 \u65F6\u9650 \u671F \u90E8\u95E8 \u5355\u4F4D \u673A\u6784 \u673A\u5173 \u9886\u5BFC \u8D1F\u8D23\u4EBA \u6761\u4EF6 \u60C5\u5F62 \u60C5\u51B5 \u7A0B\u5E8F \u6D41\u7A0B \u6B65\u9AA4 \u624B\u7EED \u73AF\u8282 \u65B9\u5F0F \u9014\u5F84 \u6E20\u9053 \u5F62\u5F0F \u65B9\u6CD5 \u529E\u6CD5 \u63AA\u65BD \u539F\u5219 \u76EE\u6807 \u4EFB\u52A1 \u804C\u8D23 \u8D23\u4EFB \u540E\u679C \u4F9D\u636E \u76EE\u7684 \u8303\u56F4 \u5BF9\u8C61 \u5185\u5BB9 \u6807\u51C6 \u8981\u6C42 \u6BD4\u4F8B \u767E\u5206\u6BD4 \u6570\u91CF \u6B21\u6570 \u79CD\u7C7B \u65E5\u671F \u6587\u53F7 \u4E8B\u9879 \u5DE5\u7A0B \u884C\u52A8 \u91CD\u70B9 \u4E3B\u4F53 \u542B\u4E49 \u5B9A\u4E49 \u7ED3\u679C \u51B3\u5B9A \u5DE5\u4F5C\u65E5 \u5929 \u4E2A\u6708 \u5B63\u5EA6".split(" ")
);
var YEAR = /^(?:19|20)\d{2}年?$/u;
var QUANTITY = /^\d+(?:\.\d+)?(?:%|个|天|日|项|条|个月|月|年|工作日|元|万元|号|季度|次|人|家)*$/u;
var WORD = /[\p{Script=Han}\p{L}\p{N}]/u;
var SUBJECT = [
  [/^(?:n|vn|j|l|i|s|an)/u, 1],
  [/^(?:eng|x)/u, 0.7],
  [/^v/u, 0.6],
  [/^(?:a|b|z)/u, 0.5]
];
var LITTLE = 0.2;
var RAREST = 6;
function parseTerms(question, lexicon) {
  const terms = /* @__PURE__ */ new Map();
  const add2 = (text) => {
    if (terms.has(text) || !WORD.test(text)) return;
    const alternatives = draftedFor(text);
    if (STOP_WORDS.has(text) && alternatives.length === 0) return;
    terms.set(text, { text, alternatives, ...weigh(text, alternatives, lexicon) });
  };
  let at2 = 0;
  for (const { word, start } of spokenIn(question).filter(({ word: word2 }) => word2.length > 1)) {
    for (const piece of lexicon.segmenter.cut(question.slice(at2, start))) add2(piece);
    add2(word);
    at2 = start + word.length;
  }
  for (const piece of lexicon.segmenter.cut(question.slice(at2))) add2(piece);
  return [...terms.values()];
}
function weigh(text, alternatives, { segmenter, idf }) {
  if (YEAR.test(text)) return { weight: 3, role: "year", isName: true };
  if (QUANTITY.test(text)) return { weight: 0.5, role: "quantity", isName: false };
  if (ASKED.has(text) || STOP_WORDS.has(text)) return { weight: 0.6, role: "asked", isName: false };
  const rarity = Math.min(RAREST, idf(text), ...alternatives.map(idf));
  const tag = segmenter.partOfSpeech(text);
  const subject = alternatives.length > 0 ? 1 : SUBJECT.find(([pattern]) => pattern.test(tag))?.[1] ?? LITTLE;
  const length = text.length === 1 ? 0.35 : 1;
  return { weight: Math.max(0.2, rarity * subject * length), role: "topic", isName: /^n[srt]/u.test(tag) };
}

// src/answering/understand.ts
function understand(deps, { question, history }) {
  const text = normalise(question).replace(/\s+/gu, " ").trim();
  const conversation = readConversation(history);
  const references = parseReferences(text);
  const follows = conversation.topic !== "" && (leans(text) || conversation.topic === text);
  const own = parseTerms(references.rest, deps);
  const carried = follows ? carriedTerms(deps, conversation, own) : [];
  const terms = [...own, ...carried];
  const named = resolveDocuments(deps.library, references.mention);
  const earlier = follows && conversation.references ? conversation.references.mention : null;
  const documents = named.documents.length > 0 || !earlier ? named.documents : resolveDocuments(deps.library, earlier).documents;
  return {
    text,
    screened: screen(text),
    kind: kindOf(text, conversation, follows),
    terms,
    query: [text, ...carried.map((term) => term.text), ...terms.flatMap((term) => term.alternatives.slice(0, 4))].join(
      " "
    ),
    references,
    places: placesOf(references, conversation, follows),
    documents,
    missingDocument: named.missing
  };
}
function kindOf(text, conversation, follows) {
  const kind = questionKind(text);
  return kind === "open" && follows ? questionKind(conversation.topic) : kind;
}
function carriedTerms(deps, { topic }, own) {
  const hasYear = own.some((term) => term.role === "year");
  return parseTerms(parseReferences(topic).rest, deps).filter((term) => !own.some((other) => other.text === term.text) && !(hasYear && term.role === "year")).map((term) => ({ ...term, weight: term.weight * 0.5 }));
}
function placesOf(references, { place }, follows) {
  if (references.relative !== null && place) {
    const article = place.find((step) => step.unit === "article");
    if (article) return [[{ unit: "article", n: article.n + references.relative }]];
  }
  if (!follows || !place) return references.places;
  return references.places.map((steps) => under(place, steps));
}
function under(place, steps) {
  const first = steps[0];
  if (!first || first.unit === "article" || first.unit === "part" || first.unit === "any") return steps;
  const shared = place.findIndex((step) => step.unit === first.unit);
  return shared >= 0 ? [...place.slice(0, shared), ...steps] : [...place, ...steps];
}

// src/answering/compose.ts
function createAnswerer(deps) {
  const outcomeOf = async (question) => respond(deps, understand(deps, question));
  const suggester = createSuggester(deps.library, async (question) => "draft" in await outcomeOf({ question }));
  return {
    async answer(question) {
      const started = deps.now();
      const outcome = await outcomeOf(question);
      const proved = prove(deps.library, outcome);
      const suggestions = await suggest(suggester, question, proved);
      return toAnswer(proved, suggestions, deps.now() - started);
    }
  };
}
function prove(library, outcome) {
  if (!("draft" in outcome)) return outcome;
  const { citations } = outcome.draft;
  if (citations.length > 0 && isVerified(library, citations)) return outcome;
  const nearest = citations.map((citation) => citation.provisionId);
  return { decline: decline(library, "no_basis", nearest), confidence: 0 };
}
function suggest(suggester, question, outcome) {
  const near = "draft" in outcome ? outcome.draft.citations.map((citation) => citation.provisionId) : outcome.decline.nearest;
  return suggester.near(near, normalise(question.question));
}
function toAnswer(outcome, suggestions, elapsedMs) {
  const common = {
    suggestions,
    mode: "extractive",
    confidence: round(outcome.confidence),
    elapsedMs: round(elapsedMs)
  };
  if ("draft" in outcome) {
    const { markdown, citations } = outcome.draft;
    return { status: "answered", answer: markdown, citations, refusal: null, ...common, mode: "extractive" };
  }
  const { reason, text, nearest } = outcome.decline;
  return {
    status: "refused",
    answer: text,
    citations: [],
    refusal: { reason, nearest },
    ...common,
    mode: "extractive"
  };
}
var round = (value) => Math.round(value * 1e3) / 1e3;

// src/corpus/digest.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile as readFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/corpus/load.ts
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

// src/errors.ts
var PolicyChatError = class extends Error {
  code;
  constructor(code, message, options) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
};
var UsageError = class extends PolicyChatError {
  constructor(message, options) {
    super("usage", message, options);
  }
};

// src/corpus/problem.ts
var CorpusUnreadableError = class extends PolicyChatError {
  constructor(directory, options) {
    super("corpus_unreadable", `\u65E0\u6CD5\u8BFB\u53D6\u8BED\u6599\u76EE\u5F55 ${directory}\uFF0C\u8BF7\u68C0\u67E5\u8DEF\u5F84\u548C\u6743\u9650\u3002`, options);
  }
};
var CorpusParseError = class extends PolicyChatError {
  file;
  line;
  constructor(file, line, what) {
    super("corpus_parse", `${file} \u7B2C ${line} \u884C\uFF1A${what}`);
    this.file = file;
    this.line = line;
  }
};

// src/corpus/coverage.ts
function checkCoverage(parsed) {
  const byKind = checkSpans(parsed);
  const skipped = parsed.spans.filter(({ kind }) => kind !== "text" && kind !== "number_mark" && kind !== "heading");
  for (const { provisions } of parsed.documents) {
    for (const provision of provisions) checkProvision(parsed, provision, skipped);
  }
  return { file: parsed.file, printed: printed(parsed.text).length, byKind };
}
function checkSpans({ file, text, spans }) {
  const byKind = {};
  let at2 = 0;
  for (const { start, end, kind } of spans) {
    if (start < at2) throw problemAt(file, text, start, `\u201C${text.slice(start, end)}\u201D\u88AB\u91CD\u590D\u5F52\u7C7B\u3002`);
    checkGap(file, text, at2, start);
    byKind[kind] = (byKind[kind] ?? 0) + printed(text.slice(start, end)).length;
    at2 = end;
  }
  checkGap(file, text, at2, text.length);
  return byKind;
}
function checkGap(file, text, start, end) {
  const offset = text.slice(start, end).search(/\S/);
  if (offset < 0) return;
  const lost = text.slice(start + offset, Math.min(end, start + offset + 20)).trim();
  throw problemAt(file, text, start + offset, `\u201C${lost}\u201D\u672A\u80FD\u5F52\u5165\u4EFB\u4F55\u6761\u6B3E\u3002`);
}
function checkProvision({ file, text }, provision, skipped) {
  const { start, end } = provision.source;
  let source = "";
  let at2 = start;
  for (let i = firstFrom(skipped, start); i < skipped.length; i++) {
    const use = skipped[i];
    if (!use || use.start >= end) break;
    source += text.slice(at2, use.start);
    at2 = use.end;
  }
  source += text.slice(at2, Math.max(at2, end));
  if (printed(source) !== printed(provision.text)) {
    throw problemAt(file, text, start, `${provision.label}\uFF08${provision.id}\uFF09\u4E0E\u539F\u6587\u4E0D\u4E00\u81F4\u3002`);
  }
}
function firstFrom(uses, offset) {
  let low = 0;
  let high = uses.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((uses[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
function printed(text) {
  return text.replace(/\s+/g, "");
}
function problemAt(file, text, offset, what) {
  return new CorpusParseError(file, text.slice(0, offset).split("\n").length, what);
}

// src/corpus/decoding.ts
var LONGEST_LINE = 1e6;
function decodeSource(bytes) {
  const text = decode(bytes, "utf-8") ?? decodeChinese(bytes);
  if (text === null || hasControls(text)) {
    return {
      kind: "not_text",
      line: null,
      message: "\u4E0D\u662F\u6587\u672C\u6587\u4EF6\uFF08\u6216\u7F16\u7801\u65E2\u975E UTF-8 \u4E5F\u975E GB18030\uFF09\uFF0C\u5DF2\u8DF3\u8FC7\uFF1B\u8BF7\u8F6C\u5B58\u4E3A UTF-8 \u6587\u672C\u3002"
    };
  }
  if (text.trim() === "") return { kind: "empty", line: null, message: "\u6587\u4EF6\u662F\u7A7A\u7684\uFF0C\u5DF2\u8DF3\u8FC7\u3002" };
  const line = longLine(text);
  return line === null ? { text } : { kind: "line_too_long", line, message: `\u8FD9\u4E00\u884C\u8D85\u8FC7 ${LONGEST_LINE} \u5B57\uFF0C\u5DF2\u8DF3\u8FC7\u8BE5\u6587\u4EF6\uFF1B\u8BF7\u68C0\u67E5\u6765\u6E90\u3002` };
}
function decode(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function decodeChinese(bytes) {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 128) continue;
    const [lead = 0, trail = 0] = [bytes[i], bytes[++i]];
    pairs++;
    if (lead >= 161 && lead <= 247 && trail >= 161) common++;
  }
  return common >= pairs * 0.9 ? decode(bytes, "gb18030") : null;
}
function hasControls(text) {
  return /[\x00-\x08\x0E-\x1A\x1C-\x1F]/.test(text);
}
function longLine(text) {
  let number = 1;
  for (let start = 0; start < text.length; number++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > LONGEST_LINE) return number;
    start = end + 1;
  }
  return null;
}

// src/language/dates.ts
var DIGITS2 = "\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
var DAY = "[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3}";
var ARABIC = /(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*(?:日|号|(?!\d))/g;
var CHINESE = new RegExp(`([\u3007\u96F6\u25CB\uFF2F\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D]{4})\\s*\u5E74\\s*(${DAY})\\s*\u6708\\s*(${DAY})\\s*\u65E5`, "g");
function findDates(text) {
  const found = [];
  for (const m of text.matchAll(ARABIC)) add(found, m, Number(m[1]), Number(m[2]), Number(m[3]));
  for (const m of text.matchAll(CHINESE)) add(found, m, yearOf(m[1] ?? ""), smallNumber(m[2]), smallNumber(m[3]));
  return found.sort((a2, b) => a2.start - b.start);
}
function parseDate(text) {
  const folded = text.normalize("NFKC").replace(/\s+/g, "");
  const [date] = findDates(folded);
  return date && date.start === 0 && date.end === folded.length ? date.iso : null;
}
function add(found, match, year, month, day) {
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = /* @__PURE__ */ new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso) return;
  const start = match.index ?? 0;
  found.push({ iso, start, end: start + match[0].length });
}
function yearOf(text) {
  return Number([...text].map((c) => Math.max(0, DIGITS2.indexOf(c))).join(""));
}
function smallNumber(text = "") {
  const [tens, ones] = text.includes("\u5341") ? text.split("\u5341") : ["", text];
  const ten = text.includes("\u5341") ? (tens ? DIGITS2.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? DIGITS2.indexOf(ones) : 0);
}

// src/corpus/phrases.ts
var NUMBER_LINE = /^[\p{Script=Han}]{1,16}\s?[〔［[（(【]\s?(?:19|20)\d{2}\s?[〕］\]）)】]\s?(?:第\s?)?\d+\s?号$/u;
var SENTENCE_END = /[。！？；：!?;:…][”"’』」）)】]*$/;
var REMARK = /(?:^|[。！？；])[（(][^（）()]*[）)]$/;
var SENTENCE_MARK = /[。！？；：!?;:]/;
var TITLE_END = /(?:通知|通告|公告|公报|意见|办法|规定|方案|决定|批复|函|通报|条例|细则|目录|清单|计划|规划|纲要|要点|措施|政策|指南|指引|制度|规则|标准|规范|名单|章程|预案|守则|准则|命令|解释|决议|法|条)(?:[（(][^（）()]{1,20}[）)])*[”》]?$/;
var RELEASE_NOTE = /^[（(][^（）()]{0,6}(?:此件|本文)[^（）()]{2,20}[）)]$/;
var CLOSING_FORMULA = /^(?:特此.{2,6}|本.{2,6}自.{0,30}起(?:施行|执行|实施|生效).{0,40}|以上.{0,20}(?:请|望).{0,30})[。！]?$/;
function isNumberLine(text) {
  return NUMBER_LINE.test(text);
}
function isDateLine(text) {
  return text.length <= 16 && parseDate(text) !== null;
}
function isFinished(text) {
  return (SENTENCE_END.test(text) || REMARK.test(text)) && !hasOpenBracket(text);
}
function isBare(text, limit) {
  return text.length <= limit && !SENTENCE_MARK.test(text) && !/[，、,]$/.test(text);
}
function endsLikeTitle(text) {
  return TITLE_END.test(text);
}
function isReleaseNote(text) {
  return RELEASE_NOTE.test(text);
}
function isClosingFormula(text) {
  return CLOSING_FORMULA.test(text);
}
function isContentsHeading(text) {
  return /^目\s?录$/.test(text);
}
function isAnnexMark(text) {
  return /^附\s?(?:件|录|表|图)?\s?[0-9一二三四五六七八九十]{0,3}\s?[:：]?$/.test(text);
}
function hasOpenBracket(text) {
  return text.lastIndexOf("\uFF08") > text.lastIndexOf("\uFF09");
}

// src/corpus/amendments.ts
var QUOTED = "\u201C([^\u201C\u201D]*(?:\u201C[^\u201C\u201D]*\u201D[^\u201C\u201D]*)*)\u201D";
var REPLACES = new RegExp(`${QUOTED}\\s*(?:\u4FEE\u8BA2|\u4FEE\u6539|\u4FEE\u6B63)(?:\u4E3A|\u6210)[:\uFF1A]?\\s*${QUOTED}`, "g");
var ORDINAL = "[\u3007\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u53430-9]+";
var PLACE = new RegExp(
  `\u7B2C${ORDINAL}\u6761(?:\u4E4B${ORDINAL})?(?:\u7B2C${ORDINAL}\u6B3E)?(?:\u7B2C?[\uFF08(]?${ORDINAL}[\uFF09)]?\u9879)?(?:\u7B2C?${ORDINAL}\u76EE)?|\u7B2C${ORDINAL}\u90E8\u5206(?:[\uFF08(]${ORDINAL}[\uFF09)])?(?:\u7B2C?${ORDINAL}[\u70B9\u9879]?)?|[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]+[\uFF08(]${ORDINAL}[\uFF09)]${ORDINAL}?`
);
var NAMED = /《([^《》]+(?:《[^《》]+》[^《》]*)?)》(?:[（(]([^（）()]{4,30}号)[）)])?/;
var AMENDS = /(?:修订|修改|修正)/;
function parseAmendments(document) {
  const leaves = document.provisions.filter(({ children }) => children.length === 0);
  const general = leaves.find(({ text }) => AMENDS.test(text) && NAMED.test(text) && !text.includes("\u201C"));
  const target = general ? toTarget(general.text) : NO_TARGET;
  return leaves.flatMap((provision) => amendmentsOf(provision, target, document.inForceFrom));
}
var NO_TARGET = { number: null, title: null };
function toTarget(text) {
  const match = NAMED.exec(text.slice(beforeTitle(text)));
  const number = match?.[2] && isNumberLine(match[2]) ? match[2].replace(/\s+/g, "") : null;
  return { number, title: match?.[1] ?? null };
}
function beforeTitle(text) {
  const target = /(?:对|将|修订|修改|修正)(?:了)?《/.exec(text);
  return target ? target.index : 0;
}
function amendmentsOf(provision, general, inForceFrom2) {
  let place = { targetPlace: "", targetSubject: null };
  let from2 = 0;
  return [...provision.text.matchAll(REPLACES)].map((match) => {
    const lead = provision.text.slice(from2, match.index);
    from2 = match.index + match[0].length;
    place = placeOf(lead) ?? place;
    const named = NAMED.test(lead) ? toTarget(lead) : general;
    const [, oldText = "", newText = ""] = match;
    const oldStart = match.index + 1;
    const newStart = from2 - 1 - newText.length;
    return {
      provisionId: provision.id,
      targetNumber: named.number,
      targetTitle: named.title,
      ...place,
      oldText,
      oldStart,
      oldEnd: oldStart + oldText.length,
      newText,
      newStart,
      newEnd: newStart + newText.length,
      inForceFrom: inForceFrom2
    };
  });
}
function placeOf(lead) {
  const match = PLACE.exec(lead);
  if (!match) return null;
  const subject = lead.slice(match.index + match[0].length).replace(/(?:中的?|的|里的?)?[:：，,]?\s*$/, "").trim();
  return { targetPlace: match[0], targetSubject: subject === "" ? null : subject };
}

// src/corpus/content.ts
function contentText(raw, content) {
  let text = "";
  for (const fragment of content) {
    const piece = fragmentText(raw, fragment);
    if (text === "") text = piece;
    else if (fragment.ownLine) text += `
${piece}`;
    else text += /[A-Za-z,.;:]$/.test(text) && /^[A-Za-z]/.test(piece) ? ` ${piece}` : piece;
  }
  return text;
}
function fragmentText(raw, fragment) {
  let text = "";
  for (const { start, end } of fragment.ranges) text += raw.slice(start, end);
  return text.replace(/\s+/g, " ").trim();
}
function trimRange(raw, { start, end }) {
  const text = raw.slice(start, end);
  const from2 = start + text.length - text.trimStart().length;
  const to2 = end - (text.length - text.trimEnd().length);
  return from2 < to2 ? { start: from2, end: to2 } : null;
}
function spanOf(content) {
  const first = content[0]?.ranges[0];
  const last = content.at(-1)?.ranges.at(-1);
  if (!first || !last) throw new RangeError("A content has at least one range.");
  return { start: first.start, end: last.end };
}
function splitContent(raw, content, count) {
  const head = [];
  const tail = [];
  let left = count;
  for (const fragment of content) {
    const before = [];
    const after = [];
    for (const range of fragment.ranges) {
      const cut2 = offsetAfter(raw, range, left);
      left -= printedLength(raw.slice(range.start, cut2));
      pushTrimmed(raw, before, { start: range.start, end: cut2 });
      pushTrimmed(raw, after, { start: cut2, end: range.end });
    }
    if (before.length > 0) head.push({ ranges: before, ownLine: fragment.ownLine });
    if (after.length > 0) tail.push({ ranges: after, ownLine: fragment.ownLine });
  }
  return [head.length > 0 ? head : null, tail.length > 0 ? tail : null];
}
function pushTrimmed(raw, ranges, range) {
  const trimmed2 = trimRange(raw, range);
  if (trimmed2) ranges.push(trimmed2);
}
function offsetAfter(raw, range, count) {
  let left = count;
  let at2 = range.start;
  while (at2 < range.end && left > 0) {
    if (/\S/.test(raw[at2] ?? "")) left--;
    at2++;
  }
  return at2;
}
function printedLength(text) {
  return text.replace(/\s+/g, "").length;
}

// src/corpus/marks.ts
var HAN = "\u3007\u96F6\u25CB\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343";
var PATTERNS2 = [
  ["article", new RegExp(`^\u7B2C\\s?([${NUMERAL}]+)\\s?\u6761((?:\\s?\u4E4B\\s?[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]+)*)`)],
  ["chapter", new RegExp(`^\u7B2C\\s?([${NUMERAL}]+)\\s?\u7AE0`)],
  ["division", new RegExp(`^\u7B2C\\s?([${NUMERAL}]+)\\s?\u8282`)],
  ["subbook", new RegExp(`^\u7B2C\\s?([${NUMERAL}]+)\\s?\u5206\\s?\u7F16`)],
  ["book", new RegExp(`^\u7B2C\\s?([${NUMERAL}]+)\\s?\u7F16`)],
  ["comma", new RegExp(`^([${HAN}]+)\\s?\u3001`)],
  ["bracket", new RegExp(`^[\uFF08(]\\s?([${HAN}]+)\\s?[\uFF09)]\u3001?`)],
  // 1.5 and 5.2.3 are figures, not places.
  ["dot", /^([0-9０-９]{1,3})\s?[.．、](?![0-9０-９])/],
  ["digitBracket", /^[（(]\s?([0-9０-９]{1,3})\s?[）)]、?/]
];
var FIRST = /^[第（(0-9０-９〇零一二三四五六七八九十百]/;
function parseMark(text) {
  if (!FIRST.test(text)) return null;
  for (const [kind, pattern] of PATTERNS2) {
    const match = pattern.exec(text);
    const value = match && parseNumeral(match[1] ?? "");
    if (!match || value === null) continue;
    const after = text.slice(match[0].length);
    const mark = { kind, value, subs: parseSubs(match[2]), printed: match[0], rest: after.trimStart() };
    const spaced = after === "" || /^\s/.test(after);
    return isReference(kind, after, spaced) ? null : { ...mark, spaced };
  }
  return null;
}
function parseSubs(text = "") {
  return text.split("\u4E4B").slice(1).map((sub) => parseNumeral(sub) ?? 0);
}
function isReference(kind, after, spaced) {
  if (kind === "article")
    return !spaced && /^(?:第|的|所|规定|中|之|款|项|以|[、，,；;。.：:）)》”至和或及与])/.test(after);
  if (kind === "comma" || kind === "dot") return false;
  if (kind === "bracket" || kind === "digitBracket") return /^(?:项|目|款|[、，,]?\s?[（(])/.test(after);
  return spaced ? after.length > 60 : after.length > 30 || /^(?:第|的|所|规定|中|[、，,；;。）)》”至和或及与])|[。；]/.test(after);
}
function markNumber(mark) {
  return [mark.value, ...mark.subs].join("-");
}

// src/corpus/front.ts
var FRAMES = /* @__PURE__ */ new Set(["book", "subbook", "chapter", "division"]);
function splitFront(raw, lines, furniture) {
  const end = furniture.find((use) => use.kind === "comment" && /INFO END/.test(raw.slice(use.start, use.end)));
  const before = (line) => end !== void 0 && line.range.start < end.start;
  const history = lines.filter(before);
  const rest = lines.slice(history.length);
  const { start, length } = contentsRange(rest);
  const body = [...rest.slice(0, start), ...rest.slice(start + length)];
  return { history, contents: rest.slice(start, start + length), body };
}
function contentsRange(lines) {
  const none = { start: 0, length: 0 };
  const first = lines.findIndex((line) => headingMark(line) !== null);
  const opening = lines[first] && headingMark(lines[first]);
  if (!opening) return none;
  const start = first > 0 && isContentsHeading(lines[first - 1]?.text ?? "") ? first - 1 : first;
  let end = first + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    const mark = line ? headingMark(line) : null;
    if (mark && opensAgain(opening, mark)) return { start, length: end - start };
    if (!line || !mark && (!isBare(line.text, 40) || parseMark(line.text))) break;
  }
  return standsAgain(lines.slice(first, end), lines.slice(end)) ? { start, length: end - start } : none;
}
function standsAgain(run, rest) {
  if (run.length < 3) return false;
  const below = new Set(rest.filter((line) => headingMark(line) !== null).map((line) => line.text.replace(/\s/g, "")));
  return run.every((line) => below.has(line.text.replace(/\s/g, "")));
}
function opensAgain(opening, mark) {
  if (mark.kind !== opening.kind || mark.value !== opening.value) return false;
  return mark.kind !== "comma" || mark.rest === opening.rest;
}
function headingMark(line) {
  const mark = parseMark(line.text);
  const heads = mark !== null && (FRAMES.has(mark.kind) || mark.kind === "comma" && isBare(mark.rest, 40));
  return heads ? mark : null;
}

// src/corpus/tables.ts
function rowCells(raw, line) {
  const text = raw.slice(line.range.start, line.range.end);
  if (/^\s*\|.*\|\s*$/.test(text)) return cut(raw, line.range, "|");
  return /\S\s*\t\s*\S/.test(text) ? cut(raw, line.range, "	") : null;
}
function rowMarks(raw, line) {
  const text = raw.slice(line.range.start, line.range.end);
  if (isRule(text)) {
    const rule = trimRange(raw, line.range);
    return rule ? [{ ...rule, kind: "table_mark" }] : [];
  }
  if (!/^\s*\|/.test(text)) return [];
  const start = line.range.start;
  return [...text.matchAll(/\|/g)].map((m) => ({
    start: start + m.index,
    end: start + m.index + 1,
    kind: "table_mark"
  }));
}
function toTable(raw, lines) {
  const printed2 = lines.filter((line) => !isRule(raw.slice(line.range.start, line.range.end)));
  const rows = printed2.map((line) => (rowCells(raw, line) ?? []).map(toContent)).filter((cells) => cells.length > 0);
  const [first, ...rest] = rows;
  const headed = first !== void 0 && rest.length > 0 && !first.some((cell) => isFigure(raw, cell));
  return headed ? { header: first, rows: rest } : { header: null, rows };
}
function isRule(text) {
  return /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(text);
}
function isFigure(raw, cell) {
  const { start, end } = spanOf(cell);
  return /^[\d.,%]+$/.test(raw.slice(start, end));
}
function toContent(range) {
  return [{ ranges: [range], ownLine: false }];
}
function cut(raw, range, separator) {
  const cells = [];
  for (let start = range.start; start <= range.end; ) {
    const found = raw.indexOf(separator, start);
    const end = found < 0 || found > range.end ? range.end : found;
    const cell = trimRange(raw, { start, end });
    if (cell) cells.push(cell);
    start = end + 1;
  }
  return cells;
}

// src/corpus/titles.ts
var LONGEST2 = 6;
function titleLength(raw, lines, i, before) {
  if (!before.afterNotice && before.numbered) return 0;
  const block = bareLines(raw, lines, i);
  const length = before.afterNotice ? cutAtTitle(lines, i, block) : standsAlone(lines, i, block) ? block : 0;
  return lines[i + length] ? length : 0;
}
function bareLines(raw, lines, i) {
  let length = 0;
  for (; length < LONGEST2; length++) {
    const line = lines[i + length];
    if (!line || length > 0 && line.gapBefore) break;
    if (!isBare(line.text, 45) || isDateLine(line.text) || isNumberLine(line.text)) break;
    if (parseMark(line.text) || rowCells(raw, line) || /^附\s?[件表录图]?/.test(line.text)) break;
  }
  return length;
}
function cutAtTitle(lines, i, block) {
  const next = lines[i + block];
  if (!next || next.gapBefore || parseMark(next.text)) return block;
  for (let length = block; length > 0; length--) {
    if (endsLikeTitle(lines[i + length - 1]?.text ?? "")) return length;
  }
  return 0;
}
function standsAlone(lines, i, block) {
  const first = lines[i];
  const next = lines[i + block];
  if (block === 0 || !first?.gapBefore || !next?.gapBefore) return false;
  const mark = parseMark(next.text);
  const opens = mark?.value === 1 && mark.kind !== "bracket" && mark.kind !== "dot";
  return opens && endsLikeTitle(lines[i + block - 1]?.text ?? "");
}

// src/corpus/gazette.ts
function divide(raw, lines) {
  const heads = findHeads(raw, lines);
  const first = heads[0]?.start ?? lines.length;
  const contents = lines.findIndex((line, i) => i < first && isContentsHeading(line.text));
  if (heads.length === 0) return { cover: [], contents: [], documents: [single(raw, lines)] };
  const split = contents < 0 ? first : contents;
  const documents = heads.map((head, i) => ({
    title: lines.slice(head.start, head.body),
    listed: head.listed,
    body: lines.slice(head.body, heads[i + 1]?.start ?? lines.length)
  }));
  return { cover: lines.slice(0, split), contents: lines.slice(split, first), documents };
}
function findHeads(raw, lines) {
  const heads = [];
  let entry = 1;
  for (let i = 0; i < lines.length; i++) {
    const listed = listedHead(lines, i, entry);
    const head = listed ?? titledHead(raw, lines, i, heads.at(-1)?.body ?? 0);
    if (!head) continue;
    if (listed) entry = listed.entry + 1;
    heads.push(head);
    i = Math.max(i, head.body - 1);
  }
  return heads;
}
function titledHead(raw, lines, i, floor) {
  if (!isNumberLine(lines[i]?.text ?? "")) return null;
  for (let start = Math.max(floor, i - LONGEST_TITLE); start < i; start++) {
    const whole = start === 0 || lines[start]?.gapBefore || closesText(lines[start - 1]);
    if (whole && start + bareLines(raw, lines, start) === i) return { start, body: i, listed: false, entry: 0 };
  }
  return null;
}
function closesText(line) {
  return line !== void 0 && (isDateLine(line.text) || /[。）)]$/.test(line.text));
}
var LONGEST_TITLE = 6;
var LARGEST_SKIP = 4;
var DATED = /[（(]\s?(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月[^（）()]*[）)]$/;
function listedHead(lines, i, entry) {
  const mark = parseMark(lines[i]?.text ?? "");
  if (mark?.kind !== "dot" || mark.value < entry || mark.value > entry + LARGEST_SKIP) return null;
  let title = "";
  for (let length = 1; length <= LONGEST_TITLE; length++) {
    title += lines[i + length - 1]?.text ?? "";
    if (/[。；;：:]/.test(title)) return null;
    if (DATED.test(title)) return { start: i, body: i + length, listed: true, entry: mark.value };
  }
  return null;
}
function single(raw, lines) {
  const block = (lines[0]?.depth ?? 0) === 1 ? 1 : bareLines(raw, lines, 0);
  const titled = (lines[0]?.depth ?? 0) === 1 || endsLikeTitle(lines[block - 1]?.text ?? "");
  const length = titled && lines.length > block ? block : 0;
  return { title: lines.slice(0, length), listed: false, body: lines.slice(length) };
}

// src/corpus/lines.ts
var COMMENT = /<!--[\s\S]*?-->/g;
var PAGE_MARK = /^\s*(?:#\s*Page\s+\d+\s*:?|[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?)\s*$/i;
var HEADING_MARK = /^\s*(#{1,6})(?:\s+|(?=[^#\s]))/;
var LIST_MARK2 = /^\s*(?:[-*+]|>)\s+/;
var EMPHASIS = /\*\*/g;
function readLines(raw) {
  const furniture = [...raw.matchAll(COMMENT)].map((m) => furnitureAt("comment", m.index, m[0].length));
  const comments = [...furniture];
  const lines = [];
  let gapBefore = true;
  let number = 0;
  for (let start = 0; start <= raw.length; ) {
    const newline = raw.indexOf("\n", start);
    const end = newline < 0 ? raw.length : newline;
    number++;
    const line = readLine(raw, { start, end }, { number, gapBefore, comments, furniture });
    if (line) lines.push(line);
    gapBefore = line === null;
    start = end + 1;
  }
  return { lines, furniture };
}
function readLine(raw, range, setting) {
  const { number, gapBefore, comments, furniture } = setting;
  const source = raw.slice(range.start, range.end);
  if (PAGE_MARK.test(source)) {
    const mark = trimRange(raw, range);
    if (mark) furniture.push({ ...mark, kind: "page_mark" });
    return null;
  }
  const heading = HEADING_MARK.exec(source);
  const list = heading ? null : LIST_MARK2.exec(source);
  const lead = heading ?? list;
  if (lead) furniture.push(furnitureAt(heading ? "heading_mark" : "list_mark", range.start, lead[0].length));
  const marks = [...source.matchAll(EMPHASIS)].map((m) => furnitureAt("emphasis", range.start + m.index, m[0].length));
  furniture.push(...marks);
  const body = { start: range.start + (lead?.[0].length ?? 0), end: range.end };
  const ranges = subtract(raw, body, [...marks, ...comments.filter((c) => c.start < range.end && c.end > range.start)]);
  if (ranges.length === 0) return null;
  const content = [{ ranges, ownLine: false }];
  const depth = heading?.[1]?.length ?? 0;
  return { number, text: contentText(raw, content), content, range: body, depth, listed: list !== null, gapBefore };
}
function furnitureAt(kind, start, length) {
  return { kind, start, end: start + length };
}
function subtract(raw, range, holes) {
  const kept = [];
  let start = range.start;
  for (const hole of [...holes].sort((a2, b) => a2.start - b.start)) {
    const piece = trimRange(raw, { start, end: Math.min(hole.start, range.end) });
    if (piece && hole.start > start) kept.push(piece);
    start = Math.max(start, hole.end);
  }
  const rest = start < range.end ? trimRange(raw, { start, end: range.end }) : null;
  if (rest) kept.push(rest);
  return kept;
}

// src/corpus/metadata.ts
var IN_FORCE2 = /自\s?([^，。；]{2,30}?)\s?(?:起施行|起执行|起实施|起生效|起正式施行)/g;
var ON_ISSUE = /^(?:印发|发布|公布|下发|通过|颁布)(?:之日|之时)?$/;
var ALIAS = /《([^《》]*(?:〈[^〉]*〉[^《》]*)?)》(?:（[^（）]{1,30}）)?（以下(?:简称|称)[:：]?\s?[“"]?(《[^《》]+》)[”"]?）/g;
function parseMetadata(source) {
  const { headTitle, issuedTitle, provisions } = source;
  const title = (issuedTitle ?? headTitle) || titleFromName(source.name);
  const noticeTitle = issuedTitle && headTitle ? headTitle : null;
  const preface = provisions.filter((p) => isLeaf(p) && /^(?:preface(?:__para_\d+)?|para_\d+)$/.test(p.eId));
  const date = dateOf(source);
  return {
    title,
    noticeTitle,
    number: numberOf(preface),
    issuer: issuerOf(provisions, headTitle),
    date,
    addressees: addresseesOf(preface),
    trial: /[（(](?:试行|暂行)[）)]|暂行/.test(title),
    inForceFrom: inForceFrom(source, date),
    aliases: aliasesOf(provisions, [
      title,
      ...(headTitle.match(/《([^《》]+)》/g) ?? []).map((name) => name.slice(1, -1))
    ])
  };
}
function isLeaf({ children }) {
  return children.length === 0;
}
function titleFromName(name) {
  return (name.split("/").at(-1) ?? name).replace(/[（(]\d{4}-\d{2}-\d{2}[）)]$/, "");
}
function numberOf(preface) {
  const line = preface.find(({ text }) => isNumberLine(text));
  return line ? line.text.replace(/\s+/g, "") : null;
}
function addresseesOf(preface) {
  const line = preface.slice(0, 3).find(({ text }) => /[:：]$/.test(text) && text.length < 200 && !/[。；]/.test(text));
  return line ? line.text.replace(/[:：]$/, "") : null;
}
function signatureOf(provisions) {
  const closing = provisions.filter((p) => isLeaf(p) && /^conclusions(?:~\d+)?(?:__para_\d+)?$/.test(p.eId));
  const signed = closing.find(({ text }) => parseDate(text.split("\n").at(-1) ?? "") !== null);
  return signed ? signed.text.split("\n") : [];
}
function issuerOf(provisions, headTitle) {
  const signers = signatureOf(provisions).slice(0, -1);
  if (signers.length > 0) return signers.join("\u3001");
  return /^(.{2,40}?(?:政府|办公厅|办公室|委员会|法院|检察院|局|厅|部|院))(?:关于|印发)/.exec(headTitle)?.[1] ?? null;
}
function dateOf({ provisions, history, name, headTitle }) {
  const signed = parseDate(signatureOf(provisions).at(-1) ?? "");
  if (signed) return signed;
  const named = /[（(](\d{4}-\d{2}-\d{2})[）)]$/.exec(name)?.[1] ?? findDates(headTitle).at(-1)?.iso;
  return named ?? latest(history.flatMap((line) => findDates(line).slice(0, 1)).map(({ iso }) => iso));
}
function latest(dates) {
  return [...dates].sort().at(-1) ?? null;
}
function inForceFrom({ provisions, history }, date) {
  const own = provisions.filter(isLeaf).map((p) => withoutQuotations(p.text));
  for (const text of [...own.reverse(), ...history]) {
    const start = [...text.matchAll(IN_FORCE2)].at(-1)?.[1]?.replace(/\s+/g, "");
    if (start === void 0 || !speaksOfItself(text)) continue;
    if (ON_ISSUE.test(start)) return date;
    const [found] = findDates(start);
    if (found) return found.iso;
  }
  return null;
}
function withoutQuotations(text) {
  return text.replace(/“[^”]*”/g, "");
}
function speaksOfItself(text) {
  return /本[^，。；]{1,8}自|现予公布|^自|公布|[\d\s]日$/.test(text);
}
function aliasesOf(provisions, titles) {
  const known = new Set(titles.map(plain));
  const found = /* @__PURE__ */ new Set();
  for (const { text } of provisions.filter(isLeaf)) {
    for (const [, full = "", short = ""] of text.matchAll(ALIAS)) if (known.has(plain(full))) found.add(short);
  }
  return [...found];
}
function plain(title) {
  return title.normalize("NFKC").replace(/\s+/g, "").replace(/[—–―－]/g, "-");
}

// src/corpus/outline.ts
var RANKS = {
  book: 0,
  subbook: 1,
  chapter: 2,
  division: 3,
  comma: 4,
  article: 5,
  bracket: 7,
  dot: 8,
  digitBracket: 9
};
var NESTED_COMMA = 6;
var ANNEX = /^附\s?(?:件|录|表|图)?\s?([0-9一二三四五六七八九十]{0,3})\s?(?:[:：]\s?|$|(?<=[0-9一二三四五六七八九十])\s)/;
function parseOutline(raw, blocks) {
  const outline = new Outline(raw);
  blocks.forEach((block, i) => {
    outline.add(block, blocks[i + 1]);
  });
  return outline.parts;
}
var Outline = class {
  parts = [];
  #raw;
  #stack = [];
  #signed = false;
  constructor(raw) {
    this.#raw = raw;
    this.#openPart(null, null);
  }
  add(block, next) {
    if (block.role === "title") this.#addTitle(block.content);
    else if (block.role === "row") this.#addTable(block.lines);
    else if (block.role === "closing") this.#addClosing(block.content);
    else if (block.role !== "release_note") this.#addText(block, next);
  }
  get #part() {
    const part = this.parts.at(-1);
    if (!part) throw new RangeError("An outline has at least one part.");
    return part;
  }
  #openPart(title, annex) {
    this.parts.push({ title, annex, preface: [], items: [], closing: [] });
    this.#stack.length = 0;
    this.#signed = false;
  }
  /** The title of an annex follows the line that says 附件. */
  #addTitle(title) {
    const part = this.#part;
    const waiting = part.annex !== null && part.title === null && part.preface.length + part.items.length === 0;
    if (waiting) this.parts.pop();
    this.#openPart(title, waiting ? part.annex : null);
  }
  #addTable(lines) {
    if (this.#part.closing.length > 0) this.#openPart(null, null);
    const items = this.#stack.at(-1)?.items ?? this.#part.items;
    items.push({ type: "table", table: toTable(this.#raw, lines) });
  }
  /** Signature and date; a closing formula right before them belongs with them. */
  #addClosing(content) {
    const items = this.#stack.at(-1)?.items;
    const last = items?.at(-1);
    if (items && items.length > 1 && last?.type === "paragraph" && this.#isFormula(last.content)) {
      items.pop();
      this.#part.closing.push(last.content);
    }
    this.#part.closing.push(content);
    this.#stack.length = 0;
    this.#signed = true;
  }
  #isFormula(content) {
    return isClosingFormula(contentText(this.#raw, content));
  }
  #addText(block, next) {
    if (this.#addAnnex(block, next)) return;
    const listed = block.mark?.kind === "dot" && this.#part.closing.length > 0 && !this.#signed;
    if (block.mark && !listed) this.#addPlace(block, block.mark);
    else this.#addParagraph(block.content);
  }
  /** 附件 opens an annex, unless the line only names what is attached. */
  #addAnnex(block, next) {
    const match = block.mark ? null : ANNEX.exec(block.text);
    const name = match ? block.text.slice(match[0].length) : "";
    if (!match || !isBare(name, 60)) return false;
    if (name !== "" && isAttachmentNote(name, next)) {
      this.#stack.length = 0;
      this.#part.closing.push(block.content);
      return true;
    }
    const [num, title] = splitContent(this.#raw, block.content, printedLength(match[0]));
    const count = this.parts.filter((part) => part.annex).length + 1;
    this.#openPart(title, { number: String(parseNumeral(match[1] ?? "") ?? count), num });
    return true;
  }
  #addParagraph(content) {
    const article = this.#stack.findIndex((node) => node.level === "article");
    if (article >= 0) this.#stack.length = article + 1;
    const top = this.#stack.at(-1);
    if (top) top.items.push(toItem(this.#raw, content));
    else if (this.#part.closing.length > 0 || this.#part.items.length > 0) this.#part.closing.push(content);
    else this.#part.preface.push(content);
  }
  #addPlace(block, mark) {
    if (this.#part.closing.length > 0) this.#openPart(null, null);
    const rank = this.#rankOf(mark, (block.lines[0]?.depth ?? 0) > 0);
    while ((this.#stack.at(-1)?.rank ?? -1) >= rank) this.#stack.pop();
    const node = this.#toNode(block, mark, rank);
    const items = this.#stack.at(-1)?.items ?? this.#part.items;
    items.push({ type: "node", node });
    this.#stack.push(node);
  }
  #rankOf(mark, headed) {
    const article = this.#stack.find((node) => node.level === "article");
    if (mark.kind !== "comma" || !article || headed) return RANKS[mark.kind];
    const list = this.#stack.find((node) => node.rank === NESTED_COMMA);
    const last = article.items.at(-1);
    const introduced = last?.type === "paragraph" && last.leads;
    const goesOn = list ? Number(list.number) + 1 === mark.value : mark.value === 1 && introduced;
    return goesOn ? NESTED_COMMA : RANKS.comma;
  }
  #toNode(block, mark, rank) {
    const [num, rest] = splitContent(this.#raw, block.content, printedLength(mark.printed));
    const inArticle = this.#stack.some((node2) => node2.level === "article");
    const headed = rest !== null && isHeading(mark, inArticle || mark.kind === "article");
    const items = rest && !headed ? [toItem(this.#raw, rest)] : [];
    const level = levelOf(mark.kind, inArticle);
    const node = { level, rank, number: markNumber(mark), division: mark.kind === "division", num, items };
    return { ...node, heading: headed ? rest : null };
  }
};
function isAttachmentNote(name, next) {
  if (parseMark(name) !== null || next === void 0 || next.text === name) return true;
  return next.role === "closing" || next.role === "title" || next.role === "release_note" || ANNEX.test(next.text);
}
function toItem(raw, content) {
  return { type: "paragraph", content, leads: /[:：]$/.test(contentText(raw, content)) };
}
function isHeading(mark, inArticle) {
  if (RANKS[mark.kind] < RANKS.comma) return true;
  return !inArticle && isBare(mark.rest, 45);
}
function levelOf(kind, inArticle) {
  switch (kind) {
    case "book":
    case "subbook":
      return "book";
    case "chapter":
      return "chapter";
    case "division":
    case "comma":
      return "section";
    case "article":
      return "article";
    case "bracket":
      return inArticle ? "point" : "subsection";
    case "dot":
      return inArticle ? "indent" : "clause";
    case "digitBracket":
      return "subclause";
  }
}

// src/corpus/numbering.ts
var Numbering = class {
  #article = null;
  get inArticle() {
    return this.#article !== null;
  }
  /** Whether the number opens a place. `running`: the sentence before it is not finished. */
  accepts(mark, running) {
    if (mark.kind !== "article") return true;
    const next = this.#isNext(mark);
    const refers = /^(?:第[^，。]{1,6}[款项条]|的|所|规定)/.test(mark.rest);
    if (!next && (running || refers || !mark.spaced)) return false;
    this.#article = mark;
    return true;
  }
  #isNext({ value, subs }) {
    const last = this.#article;
    if (!last) return true;
    const [sub = 0] = subs;
    const [lastSub = 0] = last.subs;
    return sub === 0 ? value === last.value + 1 : value === last.value && sub === lastSub + 1;
  }
};

// src/corpus/quoting.ts
var ORDERS_WORDING = /(?:修改|修订|修正|调整|改|增加|作为|表述)[^“”。]{0,40}[:：]?\s*(?:“|$)/;
var NEXT_ORDER = /^(?:将|把|删|增|修|在|对|条文|第|《)/;
var Quotation = class {
  #depth = 0;
  #last = "";
  #orders;
  constructor(text) {
    this.#orders = ORDERS_WORDING.test(text);
    this.add(text);
  }
  /** Whether the next line is still wording that the place quotes. */
  goesOn(line) {
    if (!this.#orders) return false;
    return this.#depth > 0 || line.startsWith("\u201C") && /[:：]$/.test(this.#last);
  }
  add(text) {
    const body = this.#depth > 0 && text.startsWith("\u201C") ? text.slice(1) : text;
    for (const char of body) {
      if (char === "\u201C") this.#depth++;
      else if (char === "\u201D") this.#depth = Math.max(0, this.#depth - 1);
    }
    this.#last = text;
  }
};
function opensOrder(text) {
  return NEXT_ORDER.test(text);
}

// src/corpus/reflow.ts
function reflow(raw, lines) {
  const reflower = new Reflower(lines);
  for (let i = 0; i < lines.length; ) i += reflower.take(raw, i);
  return reflower.drafts.map((draft) => toBlock(raw, draft));
}
function toBlock(raw, { role, lines, ownLine, mark }) {
  const content = lines.flatMap((line, i) => line.content.map((f) => ({ ...f, ownLine: ownLine[i] ?? false })));
  return { role, lines, content, text: contentText(raw, content), mark };
}
var Reflower = class {
  drafts = [];
  #lines;
  #numbering = new Numbering();
  /** Line length at which a hard-wrapped source breaks its lines; null where lines are whole paragraphs. */
  #width;
  #numbered = false;
  constructor(lines) {
    this.#lines = lines;
    this.#width = wrapWidth(lines);
  }
  /** Takes the line at `i`, and those that belong to it by form; returns how many. */
  take(raw, i) {
    const line = this.#lines[i];
    if (!line) return 1;
    const previous = this.drafts.at(-1);
    if (previous?.quotation?.goesOn(line.text) && !isNextPlace(previous, line))
      return this.#append(previous, line, true);
    const role = this.#formOf(raw, i);
    if (role) return this.#takeForm(role.role, i, role.length);
    const running = previous?.role === "text" && !isFinished(previous.text) && this.#mayRunOn(previous, line);
    const parsed = parseMark(line.text);
    const mark = parsed && this.#numbering.accepts(parsed, running) ? parsed : null;
    if (previous && running && !mark) return this.#append(previous, line, false);
    this.#push("text", line, mark);
    return 1;
  }
  #formOf(raw, i) {
    const line = this.#lines[i];
    if (!line) return null;
    if (isNumberLine(line.text)) return { role: "number", length: 1 };
    if (isReleaseNote(line.text)) return { role: "release_note", length: 1 };
    if (rowCells(raw, line)) return { role: "row", length: 1 };
    const closing = this.#closingLength(i);
    if (closing > 0) return { role: "closing", length: closing };
    const last = this.drafts.at(-1);
    if (!last) return null;
    const afterNotice = last.role === "closing" || last.role === "release_note" || isAnnexMark(last.text);
    const title = titleLength(raw, this.#lines, i, { afterNotice, numbered: this.#numbered });
    return title > 0 ? { role: "title", length: title } : null;
  }
  /** Signature lines and their date; 0 where none begins. */
  #closingLength(i) {
    if (!this.drafts.some((draft) => draft.role === "text")) return 0;
    for (let length = 0; length < 6; length++) {
      const text = this.#lines[i + length]?.text ?? "";
      if (isDateLine(text)) return length + 1;
      if (text === "" || !isBare(text, 40) || /[，“]/.test(text) || parseMark(text)) return 0;
    }
    return 0;
  }
  #takeForm(role, i, length) {
    const previous = this.drafts.at(-1);
    const ownLine = role === "closing" || role === "row";
    this.#lines.slice(i, i + length).forEach((line, k) => {
      const target = k > 0 || role === "row" && previous?.role === "row" ? this.drafts.at(-1) : void 0;
      if (target) this.#append(target, line, ownLine);
      else this.#push(role, line, null);
    });
    return length;
  }
  #push(role, line, mark) {
    const quotation = role === "text" ? new Quotation(line.text) : null;
    this.#numbered ||= mark !== null;
    this.drafts.push({ role, lines: [line], ownLine: [false], mark, text: line.text, quotation });
  }
  #append(draft, line, ownLine) {
    draft.lines.push(line);
    draft.ownLine.push(ownLine);
    draft.text += line.text;
    if (ownLine) draft.quotation?.add(line.text);
    else draft.quotation = draft.role === "text" ? new Quotation(draft.text) : null;
    return 1;
  }
  /** Whether an unfinished block may go on in the next line: not a heading, not a short line set apart. */
  #mayRunOn(previous, line) {
    const last = previous.lines.at(-1);
    if (!last || line.depth > 0 || last.depth > 0 || line.listed) return false;
    if (previous.mark?.rest === "" && previous.lines.length === 1) return previous.mark.kind !== "article";
    const full = last.text.length >= (this.#width ?? 30) * 0.85;
    if (this.#isHeading(previous)) return this.#width !== null && full && !line.gapBefore;
    return !line.gapBefore || full || /[，、,]$/.test(last.text);
  }
  #isHeading({ mark, text }) {
    return mark !== null && !this.#numbering.inArticle && isBare(text, 45);
  }
};
function isNextPlace(previous, line) {
  const mark = parseMark(line.text);
  const next = mark !== null && mark.kind === previous.mark?.kind && mark.value === previous.mark.value + 1;
  return next && opensOrder(mark.rest);
}
function wrapWidth(lines) {
  const broken = lines.filter((line, i) => !line.gapBefore && i > 0 && !isFinished(lines[i - 1]?.text ?? ""));
  if (lines.length < 10 || broken.length < lines.length * 0.3) return null;
  const lengths = lines.map((line) => line.text.length).sort((a2, b) => a2 - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? null;
}

// src/corpus/arrangement.ts
var BARE = { division: false, num: null, heading: null, own: null, children: [], frame: false };
function toParagraph(content, number) {
  return { ...BARE, level: "paragraph", number: String(number), own: content };
}
function toPlace(node) {
  const { level, number, division, num } = node;
  const frame = isFrame(node);
  const bare = node.items.length === 0 && !frame;
  const heading = bare ? null : node.heading;
  const [first, ...rest] = node.items;
  const own = bare ? node.heading : !frame && first?.type === "paragraph" && holdsOwn(node) ? first.content : null;
  const children = arrange(own && !bare ? rest : node.items, level === "article", own && !bare ? 2 : 1);
  return { level, number, division, num, heading, own: frame ? heading : own, children, frame };
}
function arrange(items, inArticle, from2 = 1) {
  const places = [];
  let paragraph = from2 - 1;
  let tables = 0;
  for (const item of items) {
    if (item.type === "paragraph") {
      paragraph++;
      places.push({ place: toParagraph(item.content, paragraph), hanging: [], leads: inArticle || item.leads });
      continue;
    }
    const place = item.type === "table" ? toTablePlace(item.table, ++tables) : toPlace(item.node);
    const above = places.at(-1);
    if (above && paragraph > 1 && hangs(place, above)) above.hanging.push(place);
    else places.push({ place, hanging: [], leads: false });
  }
  return places.map(({ place, hanging }) => hanging.length > 0 ? { ...place, children: hanging } : place);
}
function hangs(place, above) {
  if (!above.leads || place.level === "table") return false;
  return above.hanging.length > 0 || place.number === "1";
}
function isFrame(node) {
  if (node.level === "book" || node.level === "chapter" || node.division) return true;
  return node.items.some((item) => item.type === "node" && item.node.level === "article");
}
function holdsOwn({ level, items }) {
  if (items.length === 1) return true;
  const lists = items.some((item) => item.type === "node");
  return level === "point" || level === "indent" || level === "subclause" || level === "clause" && lists;
}
function toTablePlace(table, number) {
  const rows = table.rows.map((row, i) => {
    return { ...BARE, level: "row", number: String(i + 1), own: row.flat(), cells: { header: table.header, row } };
  });
  return { ...BARE, level: "table", number: String(number), own: table.header?.flat() ?? null, children: rows };
}

// src/corpus/roots.ts
function toRoots(parts2) {
  const main = parts2.filter((part) => part.annex === null);
  const structured = parts2.some((part) => part.items.length > 0);
  const prefaces = main.reduce((sum, part) => sum + part.preface.length, 0);
  let paragraph = 0;
  return parts2.flatMap((part) => {
    if (part.annex) return [{ place: toAnnex(part, part.annex.number), at: [] }];
    const preface = toPreface(part.preface, { from: paragraph, count: prefaces, structured });
    paragraph += part.preface.length;
    const items = arrange(part.items, false).map((place) => ({ place, at: [] }));
    return [...preface, ...items, ...toConclusions(part.closing).map((place) => ({ place, at: [] }))];
  });
}
function nameAnnexes(parts2) {
  const taken = /* @__PURE__ */ new Set();
  let annexes = 0;
  return parts2.map((part) => {
    const keys = placeKeys(part.items);
    const collides = keys.some((key) => taken.has(key));
    if (part.annex !== null || collides) annexes++;
    else for (const key of keys) taken.add(key);
    return collides && part.annex === null ? { ...part, annex: { number: String(annexes), num: null } } : part;
  });
}
function placeKeys(items) {
  return items.flatMap((item) => {
    if (item.type !== "node") return [];
    const { level, number } = item.node;
    return [`${level} ${number}`, ...placeKeys(item.node.items).filter((key) => key.startsWith("article "))];
  });
}
function toPreface(paragraphs, { from: from2, count, structured }) {
  const places = paragraphs.map((content, i) => toParagraph(content, from2 + i + 1));
  const [first] = places;
  if (!first) return [];
  if (!structured) return places.map((place) => ({ place, at: [] }));
  if (count === 1) return [{ place: { ...first, level: "preface", number: "" }, at: [] }];
  if (from2 === 0) return [{ place: group("preface", places), at: [] }];
  return places.map((place) => ({ place, at: [PREFACE] }));
}
var PREFACE = { level: "preface", number: "" };
function toConclusions(closing) {
  const places = closing.map((content, i) => toParagraph(content, i + 1));
  const [first] = places;
  if (!first) return [];
  return [places.length === 1 ? { ...first, level: "conclusions", number: "" } : group("conclusions", places)];
}
function group(level, children) {
  return { level, number: "", division: false, num: null, heading: null, own: null, children, frame: false };
}
function toAnnex(part, number) {
  const paragraphs = part.preface.map((content) => ({ type: "paragraph", content, leads: false }));
  const items = arrange([...paragraphs, ...part.items], false);
  const children = [...items, ...toConclusions(part.closing)];
  const base = { level: "annex", number, division: false, num: part.annex?.num ?? null, heading: part.title };
  const [only] = children;
  const frame = children.some((child) => child.frame || child.level === "article");
  const leaf = !frame && children.length === 1 && only?.level === "paragraph" && only.children.length === 0 ? only : null;
  return { ...base, own: frame ? part.title : leaf?.own ?? null, children: leaf ? [] : children, frame };
}

// src/corpus/eid.ts
var PREFIXES = /* @__PURE__ */ new Map([
  ["book", "book"],
  ["chapter", "chp"],
  ["section", "sec"],
  ["article", "art"],
  ["paragraph", "para"],
  ["point", "point"],
  ["indent", "indent"],
  ["subsection", "subsec"],
  ["clause", "clause"],
  ["subclause", "subclause"],
  ["preface", "preface"],
  ["conclusions", "conclusions"],
  ["table", "table"],
  ["row", "row"],
  ["annex", "annex"]
]);
var LEVELS2 = new Map([...PREFIXES].map(([level, prefix]) => [prefix, level]));
function formatEId(parts2) {
  return parts2.map(formatPart).join("__");
}
function formatPart(part) {
  const name = PREFIXES.get(part.level) ?? part.level;
  return `${name}${part.number === "" ? "" : `_${part.number}`}${part.repeat ? `~${part.repeat}` : ""}`;
}
function labelOf(parts2) {
  return parts2.map((part, i) => labelPart(part, parts2.slice(0, i))).join("");
}
function labelPart(part, above) {
  const repeat = part.repeat ? `\uFF08\u7B2C${part.repeat}\u5904\uFF09` : "";
  return `${plainLabel(part, above)}${repeat}`;
}
function plainLabel(part, above) {
  const [main = "", ...subs] = part.number.split("-");
  const chinese = toChineseNumeral(Number(main));
  switch (part.level) {
    case "book":
      return `\u7B2C${chinese}${above.at(-1)?.level === "book" ? "\u5206\u7F16" : "\u7F16"}`;
    case "chapter":
      return `\u7B2C${chinese}\u7AE0`;
    case "section":
      return part.division ?? isDivided(above) ? `\u7B2C${chinese}\u8282` : chinese;
    case "article":
      return `\u7B2C${chinese}\u6761${subs.map((sub) => `\u4E4B${toChineseNumeral(Number(sub))}`).join("")}`;
    case "paragraph":
      return paragraphLabel(main, above);
    case "point":
      return `\u7B2C\uFF08${chinese}\uFF09\u9879`;
    case "indent":
      return `\u7B2C${main}\u76EE`;
    case "subsection":
      return `\uFF08${chinese}\uFF09`;
    case "clause":
      return main;
    case "subclause":
      return `\uFF08${main}\uFF09`;
    case "preface":
      return "\u5F15\u8A00";
    case "conclusions":
      return "\u843D\u6B3E";
    case "table":
      return main === "1" ? "\u9644\u8868" : `\u9644\u8868${main}`;
    case "row":
      return `\u7B2C${main}\u884C`;
    case "annex":
      return `\u9644\u4EF6${main}`;
  }
}
function isDivided(above) {
  return above.some(({ level }) => level === "chapter" || level === "book");
}
function paragraphLabel(number, above) {
  if (above.some(({ level }) => level === "article")) return `\u7B2C${toChineseNumeral(Number(number))}\u6B3E`;
  const last = above.at(-1)?.level;
  const plain2 = last === void 0 || last === "preface" || last === "conclusions" || last === "annex";
  return `\u7B2C${plain2 ? number : toChineseNumeral(Number(number))}\u6BB5`;
}

// src/corpus/structure.ts
function toStructure(source, places) {
  const emitter = new Emitter(source);
  for (const { place, at: at2, orphan } of places)
    emitter.emit(place, { parts: at2, scope: at2, parent: orphan ? null : void 0 });
  return { provisions: emitter.provisions, spans: emitter.spans, repeats: emitter.repeats };
}
var Emitter = class {
  provisions = [];
  spans = [];
  repeats = [];
  #source;
  #used = /* @__PURE__ */ new Map();
  constructor(source) {
    this.#source = source;
  }
  emit(place, above) {
    const { raw, file, documentId } = this.#source;
    const parts2 = this.#partsOf(place, above);
    const eId = formatEId(parts2);
    const index = this.provisions.length;
    this.provisions.push(SEAT);
    const own = this.#ownWords(place);
    const scope = place.level === "annex" ? parts2 : above.scope;
    const below = place.children.map((child) => this.emit(child, { parts: parts2, scope, parent: eId }));
    const shown = place.frame ? [] : below;
    const body = bodyRange(place, shown);
    const text = [own.text, ...shown.map((child) => child.line)].filter((line) => line !== "").join("\n");
    this.provisions[index] = {
      id: `${documentId}#${eId}`,
      documentId,
      eId,
      level: place.level,
      label: labelOf(parts2),
      num: place.num && contentText(raw, place.num),
      heading: place.heading && contentText(raw, place.heading),
      text,
      ownLength: own.text.length,
      source: { file, ...body },
      parent: above.parent ?? null,
      children: below.map((child) => child.eId),
      status: "in_force",
      ...own.cells && { cells: own.cells }
    };
    return { eId, line: this.#lineOf(place, text, body), outer: outerRange(place, body), end: body.end };
  }
  #partsOf(place, above) {
    const before = place.level === "article" ? above.scope : above.parts;
    const division = place.level === "section" ? { division: place.division } : {};
    const part = { level: place.level, number: place.number, ...division };
    const eId = formatEId([...before, part]);
    const count = (this.#used.get(eId) ?? 0) + 1;
    this.#used.set(eId, count);
    if (count === 1) return [...before, part];
    const parts2 = [...before, { ...part, repeat: count }];
    if (place.num) this.repeats.push({ label: labelOf([...before, part]), offset: spanOf(place.num).start });
    return parts2;
  }
  #ownWords(place) {
    const { raw } = this.#source;
    this.#mark("number_mark", place.num);
    this.#mark("heading", place.heading);
    if (!place.own) return { text: "" };
    if (!place.frame) this.#mark("text", place.own);
    if (place.level === "table") return { text: cellTexts(raw, place.own).join("	") };
    if (!place.cells) return { text: contentText(raw, place.own) };
    const cells = toCells(raw, place.cells);
    return { text: cells.map((cell) => cell.text).join("	"), cells };
  }
  #mark(kind, content) {
    for (const fragment of content ?? []) {
      for (const range of fragment.ranges) this.spans.push({ ...range, kind });
    }
  }
  /** Number, heading and text as the place above prints them. */
  #lineOf(place, text, body) {
    const { raw } = this.#source;
    const num = place.num ? contentText(raw, place.num) : "";
    const heading = place.heading && !place.frame ? contentText(raw, place.heading) : "";
    const after = place.num ? spanOf(place.num).end : body.start;
    const gap = num !== "" && heading + text !== "" && /\s/.test(raw[after] ?? "") ? " " : "";
    return `${num}${gap}${heading}${heading && text ? "\n" : ""}${text}`;
  }
};
var SEAT = {
  id: "",
  documentId: "",
  eId: "",
  level: "paragraph",
  label: "",
  num: null,
  heading: null,
  text: "",
  ownLength: 0,
  source: { file: "", start: 0, end: 0 },
  parent: null,
  children: [],
  status: "unknown"
};
function bodyRange(place, below) {
  const own = place.own && spanOf(place.own);
  const lead = place.heading ?? place.num;
  const fallback = lead ? spanOf(lead).end : 0;
  const start = own?.start ?? below[0]?.outer.start ?? fallback;
  return { start, end: below.at(-1)?.end ?? own?.end ?? start };
}
function outerRange(place, body) {
  const first = place.num ?? place.heading;
  return { start: first ? spanOf(first).start : body.start, end: body.end };
}
function cellTexts(raw, row) {
  return row.map((fragment) => contentText(raw, [fragment]));
}
function toCells(raw, { header, row }) {
  let start = 0;
  return row.map((content, i) => {
    const text = contentText(raw, content);
    const column = header?.[i] ? contentText(raw, header[i]) : "";
    const cell = { column, text, start, end: start + text.length };
    start = cell.end + 1;
    return cell;
  });
}

// src/corpus/parse.ts
function parseFile({ file, text, id }) {
  const { lines, furniture } = readLines(text);
  const division = divide(text, lines);
  const spans = [
    ...furniture,
    ...furnish(division.cover, "cover"),
    ...furnish(division.contents, "contents")
  ];
  const problems = [];
  const name = id ?? file.replace(/\.[^./]+$/, "");
  const documents = division.documents.map((part, i) => {
    const documentId = division.documents.length > 1 ? `${name}/${i + 1}` : name;
    const parsed = parseDocument({ raw: text, file, name, documentId }, part, furniture);
    for (const span of parsed.spans) spans.push(span);
    problems.push(...parsed.problems);
    return parsed.document;
  });
  spans.sort((a2, b) => a2.start - b.start || a2.end - b.end);
  return { file, text, documents, spans, problems };
}
function parseDocument(source, lines, furniture) {
  const { raw, file, documentId } = source;
  const { history, contents, body } = splitFront(raw, lines.body, furniture);
  const blocks = reflow(raw, body);
  const parts2 = nameAnnexes(parseOutline(raw, blocks));
  const { provisions, spans, repeats } = toStructure(source, toRoots(parts2));
  const headTitle = titleText(raw, lines);
  const titles = parts2.slice(1).flatMap((part) => part.title && !part.annex?.num ? [part.title] : []);
  const issuedTitle = titles[0] ? contentText(raw, titles[0]) : null;
  const metadata = parseMetadata({
    name: source.name,
    headTitle,
    issuedTitle,
    history: history.map((line) => line.text),
    provisions
  });
  const status = metadata.date ? "in_force" : "unknown";
  const document = {
    documentId,
    file,
    ...metadata,
    status,
    duplicateOf: null,
    amendments: [],
    provisions: provisions.map((provision) => ({ ...provision, status }))
  };
  const uses = [
    ...spans,
    ...furnish(lines.title, "title"),
    ...furnish(history, "history"),
    ...furnish(contents, "contents"),
    ...blockFurniture(raw, blocks, parts2)
  ];
  const problems = repeats.map(({ label, offset }) => repeatProblem(source, label, offset));
  return { document: { ...document, amendments: parseAmendments(document) }, spans: uses, problems };
}
function titleText(raw, { title, listed }) {
  const content = title.flatMap((line) => line.content);
  const text = content.length > 0 ? contentText(raw, content) : "";
  return listed ? text.replace(/^\d+[.．、]\s?/, "").replace(/\s?[（(][^（）()]*年[^（）()]*月[^（）()]*[）)]$/, "") : text;
}
function furnish(lines, kind) {
  return lines.flatMap((line) => line.content.flatMap((f) => f.ranges.map((range) => ({ ...range, kind }))));
}
function blockFurniture(raw, blocks, parts2) {
  const headings = new Set(parts2.filter((part) => part.annex).map((part) => part.title));
  return blocks.flatMap((block) => {
    if (block.role === "row") return block.lines.flatMap((line) => rowMarks(raw, line));
    if (block.role === "release_note") return furnish(block.lines, "release_note");
    return block.role === "title" && !headings.has(block.content) ? furnish(block.lines, "title") : [];
  });
}
function repeatProblem({ raw, file }, label, offset) {
  const line = raw.slice(0, offset).split("\n").length;
  return { file, line, kind: "duplicate_number", message: `${label}\u7684\u7F16\u53F7\u91CD\u590D\u51FA\u73B0\uFF0C\u4E24\u5904\u90FD\u5DF2\u4FDD\u7559\uFF0C\u8BF7\u6838\u5BF9\u539F\u6587\u3002` };
}

// src/corpus/variants.ts
import { diffChars } from "diff";
var SAME_TEXT = 0.8;
var MERGE_WITHIN = 2;
function resolveSecondSources(documents) {
  const resolved = [...documents];
  for (const group2 of groupByTitle(documents)) {
    const ranked = [...group2].sort((a2, b) => officialRank(at(documents, a2)) - officialRank(at(documents, b)) || a2 - b);
    ranked.forEach((index, i) => {
      const official = ranked.slice(0, i).find((other) => isSecondSource(at(resolved, other), at(documents, index)));
      if (official === void 0) return;
      const { documentId } = at(documents, official);
      resolved[index] = { ...at(documents, index), duplicateOf: documentId };
      resolved[official] = withVariants(at(resolved, official), at(documents, index));
    });
  }
  return resolved;
}
function at(documents, index) {
  const document = documents[index];
  if (!document) throw new RangeError(`No document ${index}.`);
  return document;
}
function groupByTitle(documents) {
  const groups = /* @__PURE__ */ new Map();
  documents.forEach((document, i) => {
    const key = plain(document.title);
    groups.set(key, [...groups.get(key) ?? [], i]);
  });
  return [...groups.values()].filter((group2) => group2.length > 1);
}
function officialRank({ number, documentId }) {
  return (number === null ? 2 : 0) + (/\/\d+$/.test(documentId) ? 0 : 1);
}
function isSecondSource(official, other) {
  if (official.duplicateOf !== null) return false;
  if (official.number !== null && other.number !== null && official.number !== other.number) return false;
  if (official.date !== null && other.date !== null && official.date !== other.date) return false;
  return similarity(bodyOf(official), bodyOf(other)) >= SAME_TEXT;
}
function bodyOf({ provisions }) {
  return provisions.map(({ text, ownLength }) => text.slice(0, ownLength)).join("");
}
function similarity(a2, b) {
  const counts = /* @__PURE__ */ new Map();
  const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  for (const pair of pairs(a2)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairs(b)) {
    const left = counts.get(pair) ?? 0;
    if (left > 0) common++;
    counts.set(pair, left - 1);
  }
  const total = a2.length + b.length - 2;
  return total <= 0 ? 0 : 2 * common / total;
}
function withVariants(official, other) {
  const readings = matchPlaces(official, other);
  const provisions = official.provisions.map((provision) => {
    const reading = readings.get(provision.eId);
    const found = reading ? compareReadings(provision.text, reading.text, other.file) : [];
    return found.length > 0 ? { ...provision, variants: [...provision.variants ?? [], ...found] } : provision;
  });
  return { ...official, provisions };
}
function matchPlaces(official, other) {
  const byId = new Map(other.provisions.map((provision) => [provision.eId, provision]));
  const pairs = /* @__PURE__ */ new Map();
  for (const { eId } of official.provisions) {
    const same = byId.get(eId);
    if (same && !eId.startsWith("preface")) pairs.set(eId, same);
  }
  const opening = (document) => document.provisions.filter(({ eId }) => eId.startsWith("preface__")).reverse();
  const theirs = opening(other);
  opening(official).forEach(({ eId }, i) => {
    const reading = theirs[i];
    if (reading) pairs.set(eId, reading);
  });
  return pairs;
}
function compareReadings(text, reading, file) {
  const printed2 = [...text.matchAll(/\S/g)].map((match) => match.index);
  const ours = text.replace(/\s+/g, "");
  const theirs = reading.replace(/\s+/g, "");
  if (ours === theirs) return [];
  const edits = mergeEdits(editsOf(ours, theirs));
  return edits.map((edit) => {
    const start = printed2[edit.start] ?? text.length;
    const end = edit.end > edit.start ? (printed2[edit.end - 1] ?? text.length - 1) + 1 : start;
    return { file, start, end, text: text.slice(start, end), reading: theirs.slice(edit.otherStart, edit.otherEnd) };
  });
}
function editsOf(ours, theirs) {
  const edits = [];
  let start = 0;
  let otherStart = 0;
  for (const change of diffChars(ours, theirs)) {
    const end = start + (change.added ? 0 : change.value.length);
    const otherEnd = otherStart + (change.removed ? 0 : change.value.length);
    if (change.added || change.removed) edits.push({ start, end, otherStart, otherEnd });
    start = end;
    otherStart = otherEnd;
  }
  return edits;
}
function mergeEdits(edits) {
  const merged = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (!last || edit.start - last.end > MERGE_WITHIN) merged.push(edit);
    else merged[merged.length - 1] = { ...last, end: edit.end, otherEnd: edit.otherEnd };
  }
  return merged;
}

// src/corpus/versions.ts
function resolveStatus(documents) {
  const newest = newestDates(documents);
  const amendments = documents.flatMap((document) => document.amendments.map((amendment) => ({ document, amendment })));
  return documents.map((document) => {
    const latest2 = newest.get(plain(document.title));
    if (document.date !== null && latest2 !== void 0 && document.date < latest2)
      return withStatus(document, "superseded");
    const ordered = amendments.filter((entry) => isTarget(document, entry.document, entry.amendment));
    return ordered.length === 0 ? document : amended(
      document,
      ordered.map((entry) => entry.amendment)
    );
  });
}
function newestDates(documents) {
  const newest = /* @__PURE__ */ new Map();
  for (const { title, date } of documents) {
    const key = plain(title);
    if (date !== null && date > (newest.get(key) ?? "")) newest.set(key, date);
  }
  return newest;
}
function withStatus(document, status) {
  return { ...document, status, provisions: document.provisions.map((provision) => ({ ...provision, status })) };
}
function isTarget(target, source, amendment) {
  if (target.documentId === source.documentId) return false;
  if (target.date === null || source.date === null || target.date > source.date) return false;
  if (amendment.targetNumber !== null && target.number !== null) return amendment.targetNumber === target.number;
  return amendment.targetTitle !== null && plain(amendment.targetTitle) === plain(target.title);
}
function amended(document, amendments) {
  const old = amendments.map(({ oldText }) => oldText.replace(/\s+|…+$/g, "")).filter((text) => text !== "");
  const provisions = document.provisions.map((provision) => {
    const text = provision.text.replace(/\s+/g, "");
    return old.some((wording2) => text.includes(wording2)) ? { ...provision, status: "amended" } : provision;
  });
  return { ...document, status: "amended", provisions };
}

// src/corpus/load.ts
var LARGEST_FILE = 32 * 1024 * 1024;
async function loadCorpus(directory, { onProgress } = {}) {
  const documents = [];
  const problems = [];
  const files = [];
  const names = await listSources(directory);
  for await (const loaded of loadFiles(directory, names)) {
    files.push({ file: loaded.file, digest: loaded.digest });
    problems.push(...loaded.problems);
    for (const document of loaded.parsed?.documents ?? []) documents.push(document);
    onProgress?.(files.length, names.length);
  }
  return { documents: resolve(documents), problems, files };
}
function resolve(documents) {
  return resolveStatus(resolveSecondSources(documents));
}
async function listSources(directory) {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && !/^(?:\.|README\b)/i.test(entry.name)).map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/")).filter((file) => !file.split("/").some((part) => part.startsWith("."))).sort();
  } catch (cause) {
    throw new CorpusUnreadableError(directory, { cause });
  }
}
async function* loadFiles(directory, files) {
  const taken = /* @__PURE__ */ new Set();
  for (const file of files) {
    const name = file.slice(0, file.length - extname(file).length);
    const id = taken.has(name) ? file : name;
    taken.add(name);
    yield await loadFile(directory, file, id);
  }
}
async function loadFile(directory, file, id) {
  const read = await readSource(directory, file);
  if (!("bytes" in read)) return failed(file, "", read);
  const digest = createHash("sha256").update(read.bytes).digest("hex");
  const decoded = decodeSource(read.bytes);
  if (!("text" in decoded)) return failed(file, digest, decoded);
  return { file, digest, ...parseChecked(file, id, decoded.text) };
}
function failed(file, digest, failure) {
  return { file, digest, parsed: null, problems: [{ file, ...failure }] };
}
async function readSource(directory, file) {
  if (!/\.(?:md|txt)$/i.test(file)) {
    return { kind: "unsupported_type", line: null, message: "\u4E0D\u652F\u6301\u7684\u6587\u4EF6\u7C7B\u578B\uFF0C\u5DF2\u8DF3\u8FC7\uFF1B\u8BF7\u63D0\u4F9B .txt \u6216 .md \u6587\u672C\u3002" };
  }
  try {
    const { size: size2 } = await stat(join(directory, file));
    if (size2 <= LARGEST_FILE) return { bytes: await readFile(join(directory, file)) };
    return { kind: "too_large", line: null, message: `\u6587\u4EF6\u6709 ${size2} \u5B57\u8282\uFF0C\u8D85\u8FC7\u4E0A\u9650 ${LARGEST_FILE} \u5B57\u8282\uFF0C\u5DF2\u8DF3\u8FC7\u3002` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", line: null, message: `\u65E0\u6CD5\u8BFB\u53D6\uFF0C\u5DF2\u8DF3\u8FC7\uFF1A${reason}` };
  }
}
function parseChecked(file, id, text) {
  try {
    const parsed = parseFile({ file, text, id });
    checkCoverage(parsed);
    return { parsed, problems: parsed.problems };
  } catch (error) {
    if (!(error instanceof CorpusParseError)) throw error;
    return { parsed: null, problems: [{ file, line: error.line, kind: "unparsed", message: error.message }] };
  }
}

// src/corpus/digest.ts
var PARSER_VERSION = 1;
async function digestCorpus(directory) {
  const whole = createHash2("sha256").update(`parser ${PARSER_VERSION}
`);
  for (const file of await listSources(directory)) {
    try {
      const bytes = await readFile2(join2(directory, file));
      whole.update(`${createHash2("sha256").update(bytes).digest("hex")} ${file}
`);
    } catch (cause) {
      throw new CorpusUnreadableError(directory, { cause });
    }
  }
  return whole.digest("hex");
}

// src/embedding/transformers-js.ts
import { basename, dirname, resolve as resolve2 } from "node:path";
import {
  AutoModel,
  AutoTokenizer,
  env,
  Tensor
} from "@xenova/transformers";

// src/embedding/embedder.ts
var EmbedInputTooLongError = class extends PolicyChatError {
  constructor(length, limit) {
    super("embed_input_too_long", `a text of ${length} characters is over the ${limit} that one vector can stand for`);
  }
};

// src/embedding/model-files.ts
import { createHash as createHash3 } from "node:crypto";
import { readFileSync } from "node:fs";
import { join as join3 } from "node:path";
var ModelMissingError = class extends PolicyChatError {
  constructor(path, options) {
    super("model_missing", `model file ${path} cannot be read; restore it from the release`, options);
  }
};
var ModelDamagedError = class extends PolicyChatError {
  constructor(path, problem2, options) {
    super("model_damaged", `model file ${path} ${problem2}; restore it from the release`, options);
  }
};
var SUM_LINE = /^([0-9a-f]{64}) {2}(\S.*)$/;
function verifyModelFiles(modelDir) {
  const sumsPath = join3(modelDir, "SHA256SUMS");
  const sums = readModelFile(sumsPath);
  const lines = sums.toString("utf8").split("\n").filter(Boolean);
  if (lines.length === 0) throw new ModelDamagedError(sumsPath, "is empty");
  for (const line of lines) {
    const [, expected, name] = SUM_LINE.exec(line) ?? [];
    if (expected === void 0 || name === void 0)
      throw new ModelDamagedError(sumsPath, "is not in sha256sum format");
    const path = join3(modelDir, name);
    if (sha256(readModelFile(path)) !== expected) throw new ModelDamagedError(path, "differs from its digest");
  }
  return sha256(sums);
}
function readModelFile(path) {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ModelMissingError(path, { cause });
  }
}
function sha256(bytes) {
  return createHash3("sha256").update(bytes).digest("hex");
}

// src/embedding/pooling.ts
function addTokens(hidden, mask, { text, tokens, dimensions }, sum) {
  let count = 0;
  for (let token = 0; token < tokens; token++) {
    const at2 = text * tokens + token;
    if (mask[at2] !== 1n) continue;
    count++;
    const start = at2 * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + (hidden[start + d] ?? 0);
  }
  return count;
}
function toUnit(vector) {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = 1 / Math.sqrt(squares);
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) * scale;
  return vector;
}

// src/embedding/transformers-js.ts
var MAX_EMBED_CHARACTERS = 32768;
var BATCH_TOKENS = 16384;
async function openTransformersEmbedder({ modelDir, toWords }) {
  const digest = verifyModelFiles(modelDir);
  env.localModelPath = dirname(resolve2(modelDir));
  env.allowRemoteModels = false;
  env.useFSCache = false;
  const modelId = basename(resolve2(modelDir));
  const { tokenizer, model } = await openModel(modelId, modelDir);
  const dimensions = model.config.hidden_size;
  if (dimensions === void 0) throw new ModelDamagedError(modelDir, "does not say its hidden_size");
  return {
    modelId,
    digest,
    dimensions,
    async embed(texts) {
      const windows = texts.flatMap((text, index) => toWindows(tokenizer, text, index, toWords));
      const sums = texts.map(() => new Float32Array(dimensions));
      for (const batch of toBatches(windows)) await addBatch(model, batch, sums);
      return sums.map(toUnit);
    }
  };
}
async function openModel(modelId, modelDir) {
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(modelId);
    const session_options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
    const model = await AutoModel.from_pretrained(modelId, { dtype: "q8", session_options });
    return { tokenizer, model };
  } catch (cause) {
    throw new ModelDamagedError(modelDir, "cannot be loaded", { cause });
  }
}
function toWindows(tokenizer, text, index, toWords) {
  if (text.length > MAX_EMBED_CHARACTERS) throw new EmbedInputTooLongError(text.length, MAX_EMBED_CHARACTERS);
  const ids = tokenizer.encode(toWords(text).join(" ")).filter((id) => id !== tokenizer.unk_token_id);
  const length = tokenizer.model_max_length;
  const windows = [];
  for (let start = 0; start < ids.length; start += length)
    windows.push({ text: index, ids: ids.slice(start, start + length) });
  return windows;
}
function toBatches(windows) {
  const batches = [];
  let batch = [];
  for (const window of [...windows].sort((a2, b) => a2.ids.length - b.ids.length)) {
    if (batch.length > 0 && (batch.length + 1) * window.ids.length > BATCH_TOKENS) {
      batches.push(batch);
      batch = [];
    }
    batch.push(window);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
async function addBatch(model, batch, sums) {
  const tokens = Math.max(...batch.map((window) => window.ids.length));
  const ids = new BigInt64Array(batch.length * tokens);
  const mask = new BigInt64Array(batch.length * tokens);
  for (const [row, window] of batch.entries()) {
    for (const [at2, id] of window.ids.entries()) {
      ids[row * tokens + at2] = BigInt(id);
      mask[row * tokens + at2] = 1n;
    }
  }
  const shape = [batch.length, tokens];
  const output = await model({
    input_ids: new Tensor("int64", ids, shape),
    attention_mask: new Tensor("int64", mask, shape)
  });
  const hidden = output.last_hidden_state;
  const dimensions = hidden.dims[2] ?? 0;
  for (const [row, window] of batch.entries()) {
    const sum = sums[window.text];
    if (sum) addTokens(hidden.data, mask, { text: row, tokens, dimensions }, sum);
  }
}

// src/indexing/generation.ts
import { existsSync, readdirSync, readFileSync as readFileSync2 } from "node:fs";
import { join as join4 } from "node:path";

// src/indexing/index-errors.ts
var IndexMissingError = class extends PolicyChatError {
  constructor(indexDir) {
    super("index_missing", `no index in ${indexDir}; build it with "policy-chat index"`);
  }
};
var IndexStaleError = class extends PolicyChatError {
  constructor(indexDir, what) {
    super("index_stale", `the index in ${indexDir} was made with ${what}; rebuild it with "policy-chat index"`);
  }
};
var IndexDamagedError = class extends PolicyChatError {
  constructor(path, problem2, options) {
    super("index_damaged", `index file ${path} ${problem2}; rebuild it with "policy-chat index"`, options);
  }
};
var IndexWriteFailedError = class extends PolicyChatError {
  constructor(path, options) {
    super(
      "index_write_failed",
      `cannot write ${path}; free space or check permissions, the old index is untouched`,
      options
    );
  }
};

// src/indexing/manifest.ts
import { createHash as createHash4 } from "node:crypto";
var FORMAT_VERSION = 1;
function formatManifest(manifest) {
  return `${JSON.stringify({ sha256: digestManifest(manifest), manifest }, null, 2)}
`;
}
function parseManifest(path, text) {
  const { sha256: sha2562, manifest } = parseObject(path, text);
  if (manifest === void 0 || sha2562 !== digestManifest(manifest)) {
    throw new IndexDamagedError(path, "differs from its digest");
  }
  return manifest;
}
function parseObject(path, text) {
  try {
    return Object(JSON.parse(text));
  } catch (cause) {
    throw new IndexDamagedError(path, "is not JSON", { cause });
  }
}
function digestManifest(manifest) {
  return createHash4("sha256").update(JSON.stringify(manifest)).digest("hex");
}

// src/indexing/generation.ts
var FILE = {
  manifest: "manifest.json",
  documents: "documents.json",
  provisions: "provisions.jsonl",
  library: "library.bin",
  lexical: "lexical.bin",
  /** Exact vectors, or the graph that holds them. */
  vectors: "vectors.bin",
  graph: "vectors.hnsw",
  searchDigests: "search-digests.bin",
  userDictionary: "user-dictionary.json"
};
var GENERATION = /^gen-(\d{1,9})$/;
function listGenerations(indexDir) {
  if (!existsSync(indexDir)) return [];
  return readdirSync(indexDir).flatMap((name) => {
    const number = GENERATION.exec(name)?.[1];
    return number === void 0 ? [] : [{ number: Number(number), path: join4(indexDir, name) }];
  }).sort((a2, b) => b.number - a2.number);
}
function loadManifest(generation) {
  const path = join4(generation.path, FILE.manifest);
  let text;
  try {
    text = readFileSync2(path, "utf8");
  } catch (cause) {
    throw new IndexDamagedError(path, "cannot be read", { cause });
  }
  return parseManifest(path, text);
}
function stalePart(manifest, expected) {
  if (manifest.formatVersion !== FORMAT_VERSION) return "another version of the program";
  if (manifest.model.digest !== expected.modelDigest) return "another embedding model";
  if (manifest.model.dimensions !== expected.dimensions) return "vectors of another length";
  if (manifest.segmenter.plainDigest !== expected.plainSegmenterDigest) return "another dictionary";
  if (expected.corpusDigest !== void 0 && manifest.corpusDigest !== expected.corpusDigest)
    return "other source texts";
  return void 0;
}

// src/indexing/best-rows.ts
var BestRows = class {
  #capacity;
  #heap = [];
  constructor(capacity) {
    this.#capacity = capacity;
  }
  /** A row whose score is below this would not be kept. */
  get threshold() {
    return this.#heap.length < this.#capacity ? Number.NEGATIVE_INFINITY : this.#heap[0]?.score ?? Number.POSITIVE_INFINITY;
  }
  offer(row, score) {
    if (this.#capacity <= 0) return;
    const candidate = { row, score };
    if (this.#heap.length < this.#capacity) {
      this.#heap.push(candidate);
      this.#rise(this.#heap.length - 1);
    } else if (isWorse(this.#heap[0], candidate)) {
      this.#heap[0] = candidate;
      this.#sink();
    }
  }
  /** Best first. */
  toSorted() {
    return this.#heap.toSorted((a2, b) => b.score - a2.score || a2.row - b.row);
  }
  #rise(from2) {
    const heap = this.#heap;
    for (let at2 = from2; at2 > 0; ) {
      const above = at2 - 1 >> 1;
      if (!isWorse(heap[at2], heap[above])) return;
      swap(heap, at2, above);
      at2 = above;
    }
  }
  #sink() {
    const heap = this.#heap;
    for (let at2 = 0; ; ) {
      let worst = at2;
      for (const below of [2 * at2 + 1, 2 * at2 + 2]) {
        if (below < heap.length && isWorse(heap[below], heap[worst])) worst = below;
      }
      if (worst === at2) return;
      swap(heap, at2, worst);
      at2 = worst;
    }
  }
};
function isWorse(a2, b) {
  return a2.score < b.score || a2.score === b.score && a2.row > b.row;
}
function swap(heap, a2, b) {
  const kept = heap[a2];
  heap[a2] = heap[b];
  heap[b] = kept;
}

// src/indexing/exact-vectors.ts
var ExactVectors = class {
  dimensions;
  size;
  #values;
  /** `values` holds one unit vector a row, end to end. */
  constructor(values, dimensions) {
    this.dimensions = dimensions;
    this.size = values.length / dimensions;
    this.#values = values;
  }
  search(vector, k, accept) {
    const best = new BestRows(k);
    for (let row = 0; row < this.size; row++) {
      if (!accept || accept(row)) best.offer(row, this.#similarity(vector, row));
    }
    return best.toSorted();
  }
  vectorAt(row) {
    return this.#values.slice(row * this.dimensions, (row + 1) * this.dimensions);
  }
  #similarity(vector, row) {
    const values = this.#values;
    const start = row * this.dimensions;
    let sum = 0;
    for (let d = 0; d < this.dimensions; d++) sum += vector[d] * values[start + d];
    return sum;
  }
};

// src/indexing/hnswlib.ts
import { statSync } from "node:fs";
import hnswlib from "hnswlib-node";
var SPACE = "ip";
var BYTES_A_VALUE = 4;
var RANDOM_SEED = 100;
var FILTERED_EXACTLY = 500;
var BREATH_ROWS = 512;
async function writeHnsw(path, values, dimensions, parameters, onProgress) {
  const size2 = values.length / dimensions;
  const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
  graph.initIndex(size2, parameters.m, parameters.efConstruction, RANDOM_SEED);
  for (let row = 0; row < size2; row++) {
    graph.addPoint(Array.from(values.subarray(row * dimensions, (row + 1) * dimensions)), row);
    if (row % BREATH_ROWS === BREATH_ROWS - 1) {
      onProgress(row + 1);
      await new Promise((resume) => setImmediate(resume));
    }
  }
  await graph.writeIndex(path);
  try {
    await HnswVectors.open(path, { dimensions, size: size2, efSearch: parameters.efSearch });
  } catch (cause) {
    throw new IndexWriteFailedError(path, { cause });
  }
  onProgress(size2);
}
var HnswVectors = class _HnswVectors {
  dimensions;
  size;
  #graph;
  constructor(graph, dimensions, size2) {
    this.#graph = graph;
    this.dimensions = dimensions;
    this.size = size2;
  }
  /**
   * Loads the file, whose digest the caller has proved: a damaged file can end the process here.
   * Throws `IndexDamagedError`.
   */
  static async open(path, { dimensions, size: size2, efSearch }) {
    try {
      if (statSync(path).size < size2 * dimensions * BYTES_A_VALUE) throw new Error("shorter than its vectors");
      const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
      await graph.readIndex(path);
      if (graph.getCurrentCount() !== size2) throw new Error(`${graph.getCurrentCount()} rows instead of ${size2}`);
      graph.setEf(efSearch);
      return new _HnswVectors(graph, dimensions, size2);
    } catch (cause) {
      throw new IndexDamagedError(path, "cannot be loaded", { cause });
    }
  }
  search(vector, k, accept) {
    const count = Math.min(k, this.size);
    if (count === 0 || !vector.every(Number.isFinite)) return [];
    const few = accept && this.#acceptedRows(accept);
    if (few) return this.#searchExactly(vector, count, few);
    const filter = accept && ((row) => isAccepted(row, accept));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), count, filter);
    return neighbors.map((row, at2) => ({ row, score: 1 - (distances[at2] ?? Number.POSITIVE_INFINITY) }));
  }
  /** The accepted rows, or undefined where they are too many to compare one by one. */
  #acceptedRows(accept) {
    const rows = [];
    for (let row = 0; row < this.size; row++) {
      if (accept(row) && rows.push(row) > FILTERED_EXACTLY) return void 0;
    }
    return rows;
  }
  #searchExactly(vector, k, rows) {
    const best = new BestRows(k);
    for (const row of rows) {
      const similarity2 = this.vectorAt(row).reduce((sum, value, d) => sum + value * (vector[d] ?? 0), 0);
      best.offer(row, similarity2);
    }
    return best.toSorted();
  }
  vectorAt(row) {
    return Float32Array.from(this.#graph.getPoint(row));
  }
};
function isAccepted(row, accept) {
  try {
    return accept(row);
  } catch {
    return false;
  }
}

// src/indexing/packed-arrays.ts
var KINDS = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array };
var ALIGNMENT = 8;
var LENGTH_BYTES = 4;
function aligned(offset) {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
function packArrays(arrays) {
  let offset = 0;
  const sections = [];
  const bodies = [];
  for (const [name, array] of Object.entries(arrays)) {
    const kind = array.constructor.name;
    sections.push({ name, kind, offset, length: array.length });
    const end = aligned(offset + array.byteLength);
    bodies.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    bodies.push(new Uint8Array(end - offset - array.byteLength));
    offset = end;
  }
  const json = JSON.stringify(sections);
  const header = Buffer.alloc(aligned(LENGTH_BYTES + Buffer.byteLength(json)), " ");
  header.writeUInt32LE(header.length - LENGTH_BYTES, 0);
  header.write(json, LENGTH_BYTES);
  return [header, ...bodies];
}
function unpackArrays(path, bytes) {
  try {
    const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const headerEnd = LENGTH_BYTES + headerLength;
    const sections = JSON.parse(Buffer.from(bytes.subarray(LENGTH_BYTES, headerEnd)).toString("utf8"));
    const start = bytes.byteOffset + headerEnd;
    return Object.fromEntries(
      sections.map(({ name, kind, offset, length }) => [
        name,
        new KINDS[kind](bytes.buffer, start + offset, length)
      ])
    );
  } catch (cause) {
    throw new IndexDamagedError(path, "is not laid out as an index file", { cause });
  }
}

// src/indexing/verified-files.ts
import { createHash as createHash5 } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile as readFile3 } from "node:fs/promises";
import { join as join5 } from "node:path";
var BLOCK_BYTES = 1 << 22;
var BYTE_ALIGNMENT = 8;
async function readVerified(generation, manifest, names) {
  const files = names.map(async (name) => {
    const path = join5(generation.path, name);
    const bytes = toAligned(await orDamaged(path, () => readFile3(path)));
    const digest = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    requireSame(path, manifest.files[name], { bytes: bytes.length, sha256: digest });
    return [name, bytes];
  });
  return new Map(await Promise.all(files));
}
async function verifyFile(generation, manifest, name) {
  const path = join5(generation.path, name);
  const hash = createHash5("sha256");
  let bytes = 0;
  await orDamaged(path, async () => {
    for await (const block of createReadStream(path, { highWaterMark: BLOCK_BYTES })) {
      hash.update(block);
      bytes += block.length;
    }
  });
  requireSame(path, manifest.files[name], { bytes, sha256: hash.digest("hex") });
  return path;
}
function toAligned(bytes) {
  const isAligned = bytes.byteOffset % BYTE_ALIGNMENT === 0 && bytes.buffer instanceof ArrayBuffer;
  return isAligned ? bytes : new Uint8Array(bytes);
}
function requireSame(path, expected, found) {
  if (!expected) throw new IndexDamagedError(path, "is not in the manifest");
  if (found.bytes !== expected.bytes)
    throw new IndexDamagedError(path, `has ${found.bytes} bytes instead of ${expected.bytes}`);
  if (found.sha256 !== expected.sha256) throw new IndexDamagedError(path, "differs from its digest");
}
async function orDamaged(path, read) {
  try {
    return await read();
  } catch (cause) {
    throw new IndexDamagedError(path, "cannot be read", { cause });
  }
}

// src/indexing/open-vectors.ts
async function openVectors(generation, manifest) {
  const { dimensions } = manifest.model;
  const { rows } = manifest.counts;
  if (manifest.vectors.kind === "hnsw") {
    const path = await verifyFile(generation, manifest, FILE.graph);
    return HnswVectors.open(path, { dimensions, size: rows, efSearch: manifest.vectors.efSearch });
  }
  const files = await readVerified(generation, manifest, [FILE.vectors]);
  const { values } = unpackArrays(FILE.vectors, files.get(FILE.vectors) ?? new Uint8Array());
  if (!(values instanceof Float32Array) || values.length !== rows * dimensions) {
    throw new IndexDamagedError(FILE.vectors, "does not hold one vector a row");
  }
  return new ExactVectors(values, dimensions);
}

// src/indexing/search-digests.ts
import { createHash as createHash6 } from "node:crypto";
var DIGEST_BYTES = 16;
function digestSearchText(searchText) {
  return createHash6("sha256").update(searchText).digest("hex").slice(0, 2 * DIGEST_BYTES);
}
function packDigests(digests) {
  return Buffer.from(digests.join(""), "hex");
}
function unpackDigests(bytes) {
  const hex = Buffer.from(bytes).toString("hex");
  return Array.from(
    { length: bytes.length / DIGEST_BYTES },
    (_, row) => hex.slice(row * 2 * DIGEST_BYTES, (row + 1) * 2 * DIGEST_BYTES)
  );
}

// src/indexing/earlier-vectors.ts
async function loadEarlierVectors(indexDir, expected) {
  const [generation] = listGenerations(indexDir);
  if (!generation) return /* @__PURE__ */ new Map();
  try {
    const manifest = loadManifest(generation);
    if (stalePart(manifest, expected) !== void 0) return /* @__PURE__ */ new Map();
    const files = await readVerified(generation, manifest, [FILE.searchDigests]);
    const vectors = await openVectors(generation, manifest);
    const digests = unpackDigests(files.get(FILE.searchDigests) ?? new Uint8Array());
    return new Map(digests.map((digest, row) => [digest, () => vectors.vectorAt(row)]));
  } catch (error) {
    if (error instanceof PolicyChatError) return /* @__PURE__ */ new Map();
    throw error;
  }
}

// src/indexing/generation-writer.ts
import { createHash as createHash7 } from "node:crypto";
import {
  closeSync,
  createReadStream as createReadStream2,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync as readdirSync2,
  renameSync,
  rmSync,
  writeSync
} from "node:fs";
import { join as join6 } from "node:path";
var KEPT_GENERATIONS = 2;
var UNFINISHED = /^building-(\d+)-/;
var BUFFER_BYTES = 1 << 20;
var GenerationWriter = class {
  #indexDir;
  #path;
  #files = {};
  /** Throws `IndexWriteFailedError`, as every method does. */
  constructor(indexDir) {
    this.#indexDir = indexDir;
    this.#path = join6(indexDir, `building-${process.pid}-${Date.now().toString(36)}`);
    orWriteFailed(this.#path, () => {
      mkdirSync(indexDir, { recursive: true });
      removeAbandoned(indexDir);
      mkdirSync(this.#path);
    });
  }
  /** Where a file of this name is written, for libraries that write by themselves; `adopt` it afterwards. */
  pathOf(name) {
    return join6(this.#path, name);
  }
  write(name, pieces) {
    const path = this.pathOf(name);
    orWriteFailed(path, () => {
      const file = openSync(path, "wx");
      try {
        this.#files[name] = writePieces(file, pieces);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    });
  }
  /** Takes in a file that a library has written. */
  async adopt(name) {
    const path = this.pathOf(name);
    const hash = createHash7("sha256");
    let bytes = 0;
    for await (const piece of createReadStream2(path, { highWaterMark: BUFFER_BYTES })) {
      hash.update(piece);
      bytes += piece.length;
    }
    orWriteFailed(path, () => syncPath(path));
    this.#files[name] = { bytes, sha256: hash.digest("hex") };
  }
  /** Makes the generation the newest and drops those that are no longer kept. */
  commit(manifest) {
    const complete = { ...manifest, files: { ...this.#files } };
    this.write(FILE.manifest, [Buffer.from(formatManifest(complete))]);
    orWriteFailed(this.#indexDir, () => {
      syncPath(this.#path);
      renameSync(this.#path, join6(this.#indexDir, `gen-${(listGenerations(this.#indexDir)[0]?.number ?? 0) + 1}`));
      syncPath(this.#indexDir);
      for (const { path } of listGenerations(this.#indexDir).slice(KEPT_GENERATIONS))
        rmSync(path, { recursive: true, force: true });
    });
    return complete;
  }
  /** Removes what was written, after a failure. */
  abandon() {
    rmSync(this.#path, { recursive: true, force: true });
  }
};
function writePieces(file, pieces) {
  const hash = createHash7("sha256");
  let bytes = 0;
  for (const block of toBlocks(pieces)) {
    hash.update(block);
    for (let written = 0; written < block.length; ) written += writeSync(file, block, written);
    bytes += block.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
function* toBlocks(pieces) {
  let waiting = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < BUFFER_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
function syncPath(path) {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
function removeAbandoned(indexDir) {
  for (const name of readdirSync2(indexDir)) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid !== void 0 && !isRunning(Number(pid))) rmSync(join6(indexDir, name), { recursive: true, force: true });
  }
}
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
function orWriteFailed(path, write2) {
  try {
    write2();
  } catch (cause) {
    throw new IndexWriteFailedError(path, { cause });
  }
}

// src/indexing/bm25.ts
function inverseDocumentFrequency(rowCount, rowsWithTerm) {
  return Math.log(1 + (rowCount - rowsWithTerm + 0.5) / (rowsWithTerm + 0.5));
}
function lengthNorm(length, averageLength, { k1, b }) {
  return k1 * (1 - b + (averageLength > 0 ? b * length / averageLength : 0));
}

// src/indexing/term-table.ts
function packTerms(sortedTerms) {
  const starts = new Uint32Array(sortedTerms.length + 1);
  for (const [id, term] of sortedTerms.entries()) starts[id + 1] = (starts[id] ?? 0) + term.length;
  const units = new Uint16Array(starts[sortedTerms.length] ?? 0);
  for (const [id, term] of sortedTerms.entries()) {
    const start = starts[id] ?? 0;
    for (let at2 = 0; at2 < term.length; at2++) units[start + at2] = term.charCodeAt(at2);
  }
  return { units, starts };
}
function findTerm({ units, starts }, term) {
  let low = 0;
  let high = starts.length - 2;
  while (low <= high) {
    const middle = low + high >>> 1;
    const order = compareTerm(units, starts[middle] ?? 0, starts[middle + 1] ?? 0, term);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
function compareTerm(units, start, end, term) {
  const shared = Math.min(end - start, term.length);
  for (let at2 = 0; at2 < shared; at2++) {
    const difference = (units[start + at2] ?? 0) - term.charCodeAt(at2);
    if (difference !== 0) return difference;
  }
  return end - start - term.length;
}

// src/indexing/postings.ts
var TermField = class {
  #postings;
  #norms;
  constructor(postings, parameters) {
    this.#postings = postings;
    const { lengths } = postings;
    let total = 0;
    for (const length of lengths) total += length;
    const average = lengths.length > 0 ? total / lengths.length : 0;
    this.#norms = Float32Array.from(lengths, (length) => lengthNorm(length, average, parameters));
  }
  /** In nats; the maximum for a term that no row has. */
  idf(term) {
    return inverseDocumentFrequency(this.#norms.length, this.#rowsWith(findTerm(this.#postings.terms, term)));
  }
  #rowsWith(id) {
    return id < 0 ? 0 : (this.#postings.starts[id + 1] ?? 0) - (this.#postings.starts[id] ?? 0);
  }
  /** Adds `weight` times each row's BM25 score for the terms to `scores`. A term asked for twice counts twice. */
  addScores(terms, weight, scores) {
    const asked = /* @__PURE__ */ new Map();
    for (const term of terms) asked.set(term, (asked.get(term) ?? 0) + 1);
    for (const [term, times] of asked) {
      const id = findTerm(this.#postings.terms, term);
      if (id >= 0) this.#addTerm(id, weight * times, scores);
    }
  }
  // The hot loop of a question: plain indexing, no calls. `termScore` written out.
  #addTerm(id, weight, scores) {
    const { starts, rows, frequencies } = this.#postings;
    const norms = this.#norms;
    const gain = weight * inverseDocumentFrequency(norms.length, this.#rowsWith(id));
    const end = starts[id + 1];
    for (let at2 = starts[id]; at2 < end; at2++) {
      const row = rows[at2];
      const frequency = frequencies[at2];
      scores[row] = scores[row] + gain * frequency / (frequency + norms[row]);
    }
  }
};

// src/indexing/postings-builder.ts
var GrowingUint32 = class {
  #values = new Uint32Array(1 << 16);
  length = 0;
  push(value) {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }
  at(index) {
    return this.#values[index] ?? 0;
  }
};
var MAX_TERM_FREQUENCY = 255;
var PostingsBuilder = class {
  #ids = /* @__PURE__ */ new Map();
  #postedIds = new GrowingUint32();
  #postedRows = new GrowingUint32();
  #postedFrequencies = new GrowingUint32();
  #lengths = [];
  /** Adds the next row. */
  add(terms) {
    const row = this.#lengths.length;
    const frequencies = /* @__PURE__ */ new Map();
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    for (const [term, frequency] of frequencies) {
      this.#postedIds.push(this.#idOf(term));
      this.#postedRows.push(row);
      this.#postedFrequencies.push(Math.min(frequency, MAX_TERM_FREQUENCY));
    }
    this.#lengths.push(terms.length);
  }
  #idOf(term) {
    const known = this.#ids.get(term);
    if (known !== void 0) return known;
    this.#ids.set(term, this.#ids.size);
    return this.#ids.size - 1;
  }
  /** The postings by term, terms sorted, rows rising within a term (a counting sort over what was added). */
  build() {
    const sorted = [...this.#ids.keys()].sort();
    const rank = new Uint32Array(sorted.length);
    for (const [place, term] of sorted.entries()) rank[this.#idOf(term)] = place;
    const starts = new Uint32Array(sorted.length + 1);
    for (let at2 = 0; at2 < this.#postedIds.length; at2++) {
      const place = rank[this.#postedIds.at(at2)] ?? 0;
      starts[place + 1] = (starts[place + 1] ?? 0) + 1;
    }
    for (let place = 0; place < sorted.length; place++)
      starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
    return { terms: packTerms(sorted), starts, lengths: Uint32Array.from(this.#lengths), ...this.#place(rank, starts) };
  }
  #place(rank, starts) {
    const next = starts.slice();
    const rows = new Uint32Array(this.#postedIds.length);
    const frequencies = new Uint8Array(this.#postedIds.length);
    for (let at2 = 0; at2 < this.#postedIds.length; at2++) {
      const place = rank[this.#postedIds.at(at2)] ?? 0;
      const target = next[place] ?? 0;
      next[place] = target + 1;
      rows[target] = this.#postedRows.at(at2);
      frequencies[target] = this.#postedFrequencies.at(at2);
    }
    return { rows, frequencies };
  }
};

// src/indexing/search-terms.ts
var WORD_CHARACTER = /[\p{L}\p{N}]/u;
var STRETCH = /[\p{L}\p{N}]+/gu;
function toSearchTerms(text, segmenter) {
  const folded = normalise(text);
  const words = [];
  for (const pieces of segmenter.cutLayers(folded)) {
    if (pieces.length > 1) words.push(pieces.join(""));
    for (const piece of pieces) if (WORD_CHARACTER.test(piece)) words.push(piece);
  }
  return { words, bigrams: toBigrams(folded) };
}
function toBigrams(folded) {
  const bigrams = [];
  for (const [stretch] of folded.matchAll(STRETCH)) {
    if (stretch.length === 1) bigrams.push(stretch);
    for (let at2 = 0; at2 + 2 <= stretch.length; at2++) bigrams.push(stretch.slice(at2, at2 + 2));
  }
  return bigrams;
}

// src/indexing/lexical-index.ts
var LEXICAL_PARAMETERS = { k1: 1.2, b: 0.75, wordWeight: 0.5 };
var LexicalIndexBuilder = class {
  #segmenter;
  #words = new PostingsBuilder();
  #bigrams = new PostingsBuilder();
  constructor(segmenter) {
    this.#segmenter = segmenter;
  }
  /** Adds the next row. */
  add(text) {
    const { words, bigrams } = toSearchTerms(text, this.#segmenter);
    this.#words.add(words);
    this.#bigrams.add(bigrams);
  }
  build() {
    return { words: this.#words.build(), bigrams: this.#bigrams.build() };
  }
};
var LexicalIndex = class {
  #segmenter;
  #words;
  #bigrams;
  #wordWeight;
  #scores;
  constructor(postings, segmenter, parameters = LEXICAL_PARAMETERS) {
    this.#segmenter = segmenter;
    this.#words = new TermField(postings.words, parameters);
    this.#bigrams = new TermField(postings.bigrams, parameters);
    this.#wordWeight = parameters.wordWeight;
    this.#scores = new Float32Array(postings.words.lengths.length);
  }
  /** Rows that share no term with the text are not returned. */
  search(text, k, accept) {
    const { words, bigrams } = toSearchTerms(text, this.#segmenter);
    const scores = this.#scores.fill(0);
    this.#words.addScores(words, this.#wordWeight, scores);
    this.#bigrams.addScores(bigrams, 1 - this.#wordWeight, scores);
    const best = new BestRows(k);
    let threshold = 0;
    for (let row = 0; row < scores.length; row++) {
      const score = scores[row];
      if (score <= threshold || accept && !accept(row)) continue;
      best.offer(row, score);
      threshold = Math.max(0, best.threshold);
    }
    return best.toSorted();
  }
  idf(word) {
    return this.#words.idf(normalise(word));
  }
};
function toArrays({ words, bigrams }) {
  return { ...fieldArrays("words", words), ...fieldArrays("bigrams", bigrams) };
}
function fieldArrays(name, { terms, starts, rows, frequencies, lengths }) {
  const arrays = { units: terms.units, termStarts: terms.starts, starts, rows, frequencies, lengths };
  return Object.fromEntries(Object.entries(arrays).map(([key, array]) => [`${name}.${key}`, array]));
}
function fromArrays(path, arrays) {
  return { words: fieldFromArrays(path, "words", arrays), bigrams: fieldFromArrays(path, "bigrams", arrays) };
}
function fieldFromArrays(path, name, arrays) {
  const units = arrays[`${name}.units`];
  const frequencies = arrays[`${name}.frequencies`];
  const [termStarts, starts, rows, lengths] = ["termStarts", "starts", "rows", "lengths"].map(
    (key) => arrays[`${name}.${key}`]
  );
  if (units instanceof Uint16Array && frequencies instanceof Uint8Array && termStarts instanceof Uint32Array && starts instanceof Uint32Array && rows instanceof Uint32Array && lengths instanceof Uint32Array) {
    return { terms: { units, starts: termStarts }, starts, rows, frequencies, lengths };
  }
  throw new IndexDamagedError(path, `lacks the postings of ${name}`);
}

// src/indexing/library-files.ts
function formatHeads(documents) {
  const heads = documents.map(({ provisions: _, ...head }) => head);
  return JSON.stringify(heads);
}
function* provisionLines(documents) {
  for (const { provisions } of documents) {
    for (const { id: _, documentId: __, ...stored } of provisions) yield Buffer.from(`${JSON.stringify(stored)}
`);
  }
}
function libraryArrays(documents, lineLengths, rows) {
  const eIds = documents.flatMap(({ provisions }) => provisions.map(({ eId }) => eId));
  const { units, starts } = packTerms(eIds);
  const ordinals = new Map(documents.flatMap(({ provisions }) => provisions).map(({ id }, ordinal) => [id, ordinal]));
  return {
    documentStarts: Uint32Array.from(startsOf(documents.map(({ provisions }) => provisions.length))),
    lineStarts: Float64Array.from(startsOf(lineLengths)),
    eIdUnits: units,
    eIdStarts: starts,
    rowOrdinals: Uint32Array.from(rows, ({ provision }) => ordinals.get(provision.id) ?? 0)
  };
}
function startsOf(lengths) {
  const starts = [0];
  let end = 0;
  for (const length of lengths) {
    end += length;
    starts.push(end);
  }
  return starts;
}

// src/indexing/searchable-rows.ts
var MAX_WHOLE_CHARACTERS = 1200;
var MAX_OWN_CHARACTERS = 8e3;
var MAX_LEAD_CHARACTERS = 120;
function toSearchableRows(documents) {
  return documents.filter((document) => document.duplicateOf === null).flatMap(rowsOf2);
}
function rowsOf2(document) {
  const byEId = new Map(document.provisions.map((provision) => [provision.eId, provision]));
  const above = (provision) => provision.parent === null ? void 0 : byEId.get(provision.parent);
  return document.provisions.flatMap((provision) => {
    const words = searchedWords(provision);
    if (words === "") return [];
    const context = [document.title, ...pathTo(provision, above)];
    return [{ provision, searchText: [...context, words].join("\n") }];
  });
}
function searchedWords({ text, ownLength, heading, children }) {
  const own = text.slice(0, ownLength);
  if (children.length === 0) return (own === heading ? own : joinHeading(heading, own)).slice(0, MAX_OWN_CHARACTERS);
  if (own === heading || own === "" && text.length > MAX_WHOLE_CHARACTERS) return "";
  return joinHeading(heading, text.length > MAX_WHOLE_CHARACTERS ? own : text).slice(0, MAX_OWN_CHARACTERS);
}
function joinHeading(heading, words) {
  return [heading ?? "", words].filter(Boolean).join("\n");
}
function pathTo(provision, above) {
  const path = [];
  const parent = above(provision);
  for (let place = parent; place; place = above(place)) if (place.heading !== null) path.unshift(place.heading);
  const lead = parent ? parent.text.slice(0, Math.min(parent.ownLength, MAX_LEAD_CHARACTERS)) : "";
  return lead === "" || lead === parent?.heading ? path : [...path, lead];
}

// src/indexing/user-dictionary.ts
var MIN_TERM = 2;
var MAX_TERM = 24;
var ORGAN2 = /(?:由|报|经|向|请|送|和|与|及|、|，|；|。|：|\n|^)((?:国务院|省|自治区|市|区|县|乡|镇|街道|各)[\p{Script=Han}]{0,12}?(?:人民政府|政府办公室|政府办|办公室|委员会|管委会|办事处|分局|支队|总队|大队|中心|局|委|办|厅|部|院|处))(?![\p{Script=Han}]{0,2}(?:局|委|办|厅))/gu;
var DEFINED = /(?:以下|下)(?:统|合|简|并)?称(?:为)?[“"《]([^”"》]{2,24})[”"》]/gu;
var TITLE = /《([^《》\n]{2,24})》/gu;
var NUMBER2 = /[\p{Script=Han}]{1,8}[〔[（(]\d{4}[〕\]）)]第?\d+号/gu;
var NOT_A_NAME = /[的等其该应可须及和与或]/u;
function userDictionary(documents) {
  const terms = /* @__PURE__ */ new Set();
  const add2 = (term) => {
    const folded = normalise(term ?? "").replace(/\s/g, "");
    if (folded.length >= MIN_TERM && folded.length <= MAX_TERM) terms.add(folded);
  };
  for (const document of documents) {
    for (const name of [document.number, document.issuer, document.title, ...document.aliases]) add2(name);
    for (const { text, ownLength } of document.provisions)
      for (const term of termsOf(text.slice(0, ownLength))) add2(term);
  }
  return [...terms].sort();
}
function termsOf(text) {
  const organs = captures(text, ORGAN2).filter((organ) => !NOT_A_NAME.test(organ));
  const numbers = [...text.matchAll(NUMBER2)].map(([number]) => number);
  return [...organs, ...captures(text, DEFINED), ...captures(text, TITLE), ...numbers];
}
function captures(text, pattern) {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

// src/indexing/build.ts
var EXACT_ROWS = 5e3;
var HNSW_PARAMETERS = { m: 16, efConstruction: 200, efSearch: 150 };
var EMBED_BATCH = 256;
var LEXICAL_BATCH = 1024;
async function buildIndex(options) {
  const writer = new GenerationWriter(options.indexDir);
  try {
    return await writeGeneration(writer, options);
  } catch (error) {
    writer.abandon();
    throw error;
  }
}
async function writeGeneration(writer, options) {
  const { corpus, embedder, segmenterFactory: segmenterFactory2, onProgress = () => {
  } } = options;
  const rows = toSearchableRows(corpus.documents);
  const terms = userDictionary(corpus.documents);
  const segmenter = segmenterFactory2(terms);
  const plainDigest = segmenterFactory2([]).digest;
  writer.write(FILE.userDictionary, [Buffer.from(JSON.stringify(terms))]);
  writeLibrary(writer, corpus.documents, rows);
  await writeLexical(writer, rows, segmenter, onProgress);
  const vectors = await writeVectors(writer, rows, plainDigest, options);
  return writer.commit({
    formatVersion: FORMAT_VERSION,
    corpusDigest: corpus.digest,
    model: { id: embedder.modelId, digest: embedder.digest, dtype: "q8", dimensions: embedder.dimensions },
    segmenter: { digest: segmenter.digest, plainDigest },
    lexical: LEXICAL_PARAMETERS,
    vectors,
    counts: {
      documents: corpus.documents.length,
      provisions: corpus.documents.reduce((sum, { provisions }) => sum + provisions.length, 0),
      rows: rows.length
    }
  });
}
function writeLibrary(writer, documents, rows) {
  const lengths = [];
  const lines = function* () {
    for (const line of provisionLines(documents)) {
      lengths.push(line.length);
      yield line;
    }
  };
  writer.write(FILE.documents, [Buffer.from(formatHeads(documents))]);
  writer.write(FILE.provisions, lines());
  writer.write(FILE.library, packArrays(libraryArrays(documents, lengths, rows)));
}
async function writeLexical(writer, rows, segmenter, onProgress) {
  const builder = new LexicalIndexBuilder(segmenter);
  for (const [row, { searchText }] of rows.entries()) {
    builder.add(searchText);
    if (row % LEXICAL_BATCH !== LEXICAL_BATCH - 1 && row !== rows.length - 1) continue;
    onProgress({ stage: "words", done: row + 1, total: rows.length });
    await new Promise((resume) => setImmediate(resume));
  }
  writer.write(FILE.lexical, packArrays(toArrays(builder.build())));
}
async function writeVectors(writer, rows, plainDigest, { indexDir, embedder, onProgress = () => {
} }) {
  const digests = rows.map(({ searchText }) => digestSearchText(searchText));
  const { dimensions } = embedder;
  const earlier = await loadEarlierVectors(indexDir, {
    modelDigest: embedder.digest,
    dimensions,
    plainSegmenterDigest: plainDigest
  });
  const values = await embedRows(
    rows,
    digests,
    earlier,
    embedder,
    (done) => onProgress({ stage: "vectors", done, total: rows.length })
  );
  writer.write(FILE.searchDigests, [packDigests(digests)]);
  if (rows.length <= EXACT_ROWS) {
    writer.write(FILE.vectors, packArrays({ values }));
    return { kind: "exact", space: "cosine" };
  }
  const path = writer.pathOf(FILE.graph);
  await writeHnsw(
    path,
    values,
    dimensions,
    HNSW_PARAMETERS,
    (done) => onProgress({ stage: "graph", done, total: rows.length })
  );
  await writer.adopt(FILE.graph);
  return { kind: "hnsw", space: "cosine", ...HNSW_PARAMETERS };
}
async function embedRows(rows, digests, earlier, embedder, onProgress) {
  const values = new Float32Array(rows.length * embedder.dimensions);
  const unknown = [];
  for (const [row, digest] of digests.entries()) {
    const vector = earlier.get(digest)?.();
    if (vector) values.set(vector, row * embedder.dimensions);
    else unknown.push(row);
  }
  for (let start = 0; start < unknown.length; start += EMBED_BATCH) {
    const batch = unknown.slice(start, start + EMBED_BATCH);
    const vectors = await embedder.embed(batch.map((row) => rows[row]?.searchText ?? ""));
    for (const [at2, row] of batch.entries()) values.set(vectors[at2] ?? [], row * embedder.dimensions);
    onProgress(rows.length - unknown.length + start + batch.length);
  }
  return values;
}

// src/indexing/open.ts
import { join as join7 } from "node:path";

// src/indexing/provision-store.ts
import { closeSync as closeSync2, openSync as openSync2, readSync } from "node:fs";
var CACHED_PROVISIONS = 4096;
var ProvisionStore = class {
  documents;
  #path;
  #file;
  #arrays;
  #documentNumbers;
  #rowsByOrdinal;
  #cache = /* @__PURE__ */ new Map();
  /** Throws `IndexDamagedError` where the parts do not fit together. */
  constructor(path, documents, arrays) {
    this.#path = path;
    this.#arrays = checkedArrays(path, arrays);
    this.documents = documents;
    this.#documentNumbers = new Map(documents.map(({ documentId }, number) => [documentId, number]));
    this.#rowsByOrdinal = new Int32Array(this.#arrays.eIdStarts.length - 1).fill(-1);
    for (const [row, ordinal] of this.#arrays.rowOrdinals.entries()) this.#rowsByOrdinal[ordinal] = row;
    this.#file = openSync2(path, "r");
  }
  close() {
    closeSync2(this.#file);
  }
  /** Number of rows. */
  get size() {
    return this.#arrays.rowOrdinals.length;
  }
  document(documentId) {
    const number = this.#documentNumbers.get(documentId);
    return number === void 0 ? void 0 : this.documents[number];
  }
  provision(provisionId) {
    const ordinal = this.#ordinalOf(provisionId);
    return ordinal === void 0 ? void 0 : this.#provisionAt(ordinal);
  }
  provisionsOf(documentId) {
    const number = this.#documentNumbers.get(documentId);
    if (number === void 0) return [];
    const [first, end] = this.#ordinalsOf(number);
    if (first === end) return [];
    const lines = this.#read(first, end).split("\n");
    return lines.slice(0, end - first).map((line) => this.#parse(line, documentId));
  }
  /** The rows of a document: from the first to before the second; rows stand in document order. */
  rowsOf(documentId) {
    const number = this.#documentNumbers.get(documentId);
    if (number === void 0) return { first: 0, end: 0 };
    const [first, end] = this.#ordinalsOf(number);
    return { first: this.#firstRowFrom(first), end: this.#firstRowFrom(end) };
  }
  provisionIdAt(row) {
    const ordinal = this.#arrays.rowOrdinals[row];
    if (ordinal === void 0) throw new RangeError(`no row ${row} among ${this.size}`);
    return `${this.#documentIdOf(ordinal)}#${this.#eIdAt(ordinal)}`;
  }
  rowOf(provisionId) {
    const row = this.#rowsByOrdinal[this.#ordinalOf(provisionId) ?? -1] ?? -1;
    return row < 0 ? void 0 : row;
  }
  #provisionAt(ordinal) {
    const cached = this.#cache.get(ordinal);
    const provision = cached ?? this.#parse(this.#read(ordinal, ordinal + 1), this.#documentIdOf(ordinal));
    this.#cache.delete(ordinal);
    this.#cache.set(ordinal, provision);
    if (this.#cache.size > CACHED_PROVISIONS) this.#cache.delete(this.#cache.keys().next().value ?? ordinal);
    return provision;
  }
  #read(first, end) {
    const { lineStarts } = this.#arrays;
    const start = lineStarts[first] ?? 0;
    const bytes = Buffer.allocUnsafe((lineStarts[end] ?? 0) - start);
    if (readSync(this.#file, bytes, 0, bytes.length, start) !== bytes.length) {
      throw new IndexDamagedError(this.#path, "has become shorter");
    }
    return bytes.toString("utf8");
  }
  #parse(line, documentId) {
    const stored = JSON.parse(line);
    return { id: `${documentId}#${stored.eId}`, documentId, ...stored };
  }
  #ordinalsOf(documentNumber) {
    const { documentStarts } = this.#arrays;
    return [documentStarts[documentNumber] ?? 0, documentStarts[documentNumber + 1] ?? 0];
  }
  #ordinalOf(provisionId) {
    const mark = provisionId.lastIndexOf("#");
    const number = this.#documentNumbers.get(provisionId.slice(0, mark));
    if (number === void 0) return void 0;
    const eId = provisionId.slice(mark + 1);
    const [first, end] = this.#ordinalsOf(number);
    for (let ordinal = first; ordinal < end; ordinal++) if (this.#isEId(ordinal, eId)) return ordinal;
    return void 0;
  }
  #isEId(ordinal, eId) {
    const { eIdUnits, eIdStarts } = this.#arrays;
    const start = eIdStarts[ordinal];
    if (eIdStarts[ordinal + 1] - start !== eId.length) return false;
    for (let at2 = 0; at2 < eId.length; at2++) if (eIdUnits[start + at2] !== eId.charCodeAt(at2)) return false;
    return true;
  }
  #eIdAt(ordinal) {
    const { eIdUnits, eIdStarts } = this.#arrays;
    return String.fromCharCode(...eIdUnits.subarray(eIdStarts[ordinal], eIdStarts[ordinal + 1]));
  }
  #documentIdOf(ordinal) {
    const number = lastAtMost(this.#arrays.documentStarts, ordinal);
    return this.documents[number]?.documentId ?? "";
  }
  #firstRowFrom(ordinal) {
    return ordinal === 0 ? 0 : lastAtMost(this.#arrays.rowOrdinals, ordinal - 1) + 1;
  }
};
function lastAtMost(values, limit) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
function checkedArrays(path, arrays) {
  const { documentStarts, lineStarts, eIdUnits, eIdStarts, rowOrdinals } = arrays;
  if (documentStarts instanceof Uint32Array && lineStarts instanceof Float64Array && eIdUnits instanceof Uint16Array && eIdStarts instanceof Uint32Array && rowOrdinals instanceof Uint32Array) {
    return { documentStarts, lineStarts, eIdUnits, eIdStarts, rowOrdinals };
  }
  throw new IndexDamagedError(path, "lacks the places of its provisions");
}

// src/indexing/open.ts
async function openIndex(indexDir, options) {
  const generations = listGenerations(indexDir);
  if (generations.length === 0) throw new IndexMissingError(indexDir);
  let damage;
  for (const generation of generations) {
    try {
      const index = await openGeneration(indexDir, generation, options);
      if (damage) options.onFallback?.(damage);
      return index;
    } catch (error) {
      if (!(error instanceof IndexDamagedError)) throw error;
      damage ??= error;
    }
  }
  throw damage ?? new IndexMissingError(indexDir);
}
async function openGeneration(indexDir, generation, options) {
  const manifest = loadManifest(generation);
  requireFresh(indexDir, manifest, options);
  const [files, path, vectors] = await Promise.all([
    readVerified(generation, manifest, [FILE.documents, FILE.library, FILE.lexical, FILE.userDictionary]),
    verifyFile(generation, manifest, FILE.provisions),
    openVectors(generation, manifest)
  ]);
  const bytesOf = (name) => files.get(name) ?? new Uint8Array();
  const jsonOf = (name) => JSON.parse(Buffer.from(bytesOf(name)).toString("utf8"));
  const segmenter = options.segmenterFactory(jsonOf(FILE.userDictionary));
  const postings = fromArrays(FILE.lexical, unpackArrays(join7(generation.path, FILE.lexical), bytesOf(FILE.lexical)));
  const lexical = new LexicalIndex(postings, segmenter, manifest.lexical);
  const library = unpackArrays(join7(generation.path, FILE.library), bytesOf(FILE.library));
  const store = new ProvisionStore(path, jsonOf(FILE.documents), library);
  const index = toPolicyIndex({ manifest, lexical, vectors, segmenter, store });
  probe(generation, index);
  return index;
}
function requireFresh(indexDir, manifest, { segmenterFactory: segmenterFactory2, embedder, corpusDigest }) {
  const stale = stalePart(manifest, {
    modelDigest: embedder.digest,
    dimensions: embedder.dimensions,
    plainSegmenterDigest: segmenterFactory2([]).digest,
    ...corpusDigest === void 0 ? {} : { corpusDigest }
  });
  if (stale !== void 0) throw new IndexStaleError(indexDir, stale);
}
function toPolicyIndex(parts2) {
  const { store, ...rest } = parts2;
  return {
    ...rest,
    size: store.size,
    documents: store.documents,
    document: (documentId) => store.document(documentId),
    provision: (provisionId) => store.provision(provisionId),
    provisionsOf: (documentId) => store.provisionsOf(documentId),
    provisionIdAt: (row) => store.provisionIdAt(row),
    rowOf: (provisionId) => store.rowOf(provisionId),
    rowsOf: (documentId) => store.rowsOf(documentId),
    close: () => store.close()
  };
}
function probe(generation, index) {
  if (index.size !== index.manifest.counts.rows)
    throw new IndexDamagedError(generation.path, "has rows that its manifest does not count");
  if (index.size === 0) return;
  try {
    const row = index.size - 1;
    const [nearest] = index.vectors.search(index.vectors.vectorAt(row), 1);
    if (!nearest || !Number.isFinite(nearest.score)) throw new Error("a row is not found by its own vector");
    const provision = index.provision(index.provisionIdAt(row));
    if (!provision) throw new Error("a row has no provision");
    index.lexical.search(provision.text.slice(0, 20), 1);
  } catch (cause) {
    index.close();
    if (cause instanceof PolicyChatError && !(cause instanceof IndexDamagedError)) throw cause;
    throw new IndexDamagedError(generation.path, "does not answer a probe", { cause });
  }
}

// src/language/jieba.ts
import { createHash as createHash8 } from "node:crypto";
import { readFileSync as readFileSync3 } from "node:fs";
import { join as join8 } from "node:path";
import nodejieba from "nodejieba";

// src/language/kept-words.ts
var QUANTITY2 = new RegExp(
  [
    "\u3014\\d{4}\u3015\u7B2C?\\d+\u53F7",
    "\\d{4}\u5E74(?:\\d{1,2}\u6708(?:\\d{1,2}\u65E5)?)?",
    "\\d+(?:\\.\\d+)?(?:\u4E2A)?(?:\u5DE5\u4F5C\u65E5|\u81EA\u7136\u65E5|\u65E5|\u5929|\u5E74|\u6708|\u5C0F\u65F6|\u5206\u949F|\u5468\u5C81|\u5C81|\u4EBA|\u540D|\u5BB6|\u4E07\u5143|\u4EBF\u5143|\u5143|\u500D|%|\u53F7|\u5E73\u65B9\u7C73|\u516C\u91CC|\u7C73|\u516C\u65A4|\u5428|\u5206)",
    "[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E24]+\u4E2A(?:\u5DE5\u4F5C\u65E5|\u6708|\u5C0F\u65F6)"
  ].join("|"),
  "g"
);
function splitQuantities(text) {
  const stretches = [];
  let end = 0;
  for (const match of text.matchAll(QUANTITY2)) {
    if (match.index > end) stretches.push({ text: text.slice(end, match.index), whole: false });
    stretches.push({ text: match[0], whole: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), whole: false });
  return stretches;
}
var KeptWords = class {
  #terms;
  #beginnings = /* @__PURE__ */ new Set();
  constructor(terms) {
    this.#terms = new Set(terms);
    for (const term of this.#terms) {
      for (let end = 1; end <= term.length; end++) this.#beginnings.add(term.slice(0, end));
    }
  }
  /**
   * How many of the words from `from` on form the longest kept term; 1 when none does. Only whole words are joined, so
   * a term never cuts its neighbours in two: 区政府 is not found in 社区政府.
   */
  longestAt(words, from2) {
    let joined = "";
    let longest = 1;
    for (let end = from2; end < words.length; end++) {
      joined += words[end];
      if (!this.#beginnings.has(joined)) break;
      if (this.#terms.has(joined)) longest = end - from2 + 1;
    }
    return longest;
  }
};

// src/language/jieba.ts
var RULES_VERSION = 1;
var DICTIONARY = {
  "dict.utf8": "401884ac15acaf8f933488a64cc6fa7e8639118af71d80a8b445b2de6ffdc9b5",
  "hmm_model.utf8": "f17790586ac86dd048c8adffed052c4bd2b28ed0682972c1275e59040c0589a7",
  "idf.utf8": "ab14f245a9327f3edd34f951bed6d399300a9afca0fadfb43d4f0d9c7790c603",
  "stop_words.utf8": "07b9904e083f832b015df200d3aa167332a74410cad58c82d2e607f40fb7efba"
};
var DictionaryMissingError = class extends PolicyChatError {
  constructor(path, problem2, options) {
    super("dictionary_missing", `jieba dictionary ${path} ${problem2}; restore it from the release`, options);
  }
};
var isLoaded = false;
function loadDictionary(dictionaryDir) {
  if (isLoaded) return;
  for (const [name, sha2562] of Object.entries(DICTIONARY)) {
    const path = join8(dictionaryDir, name);
    if (digestFile(path) !== sha2562) throw new DictionaryMissingError(path, "is damaged");
  }
  const at2 = (name) => join8(dictionaryDir, name);
  nodejieba.load({
    dict: at2("dict.utf8"),
    hmmDict: at2("hmm_model.utf8"),
    idfDict: at2("idf.utf8"),
    stopWordDict: at2("stop_words.utf8"),
    // One word that the dictionary holds anyway: the library insists on a file.
    userDict: at2("stop_words.utf8")
  });
  isLoaded = true;
}
function digestFile(path) {
  try {
    return createHash8("sha256").update(readFileSync3(path)).digest("hex");
  } catch (cause) {
    throw new DictionaryMissingError(path, "cannot be read", { cause });
  }
}
function createJieba({ dictionaryDir, userDictionary: userDictionary2 = [] }) {
  loadDictionary(dictionaryDir);
  const kept = new KeptWords(userDictionary2);
  const cutLayers = (text) => joinKept(
    splitQuantities(text).flatMap((stretch) => {
      const words = cutPlain(stretch.text);
      return stretch.whole ? [words] : words.map((word) => [word]);
    }),
    kept
  );
  return {
    digest: digestSettings(userDictionary2),
    cut: (text) => cutLayers(text).map((pieces) => pieces.join("")),
    cutLayers,
    cutPlain,
    partOfSpeech
  };
}
function partOfSpeech(word) {
  return nodejieba.tag(word).at(-1)?.tag ?? "x";
}
function cutPlain(text) {
  return nodejieba.cut(text, true).filter((word) => word.trim() !== "");
}
function joinKept(layers, kept) {
  const words = layers.map((pieces) => pieces.join(""));
  const joined = [];
  for (let at2 = 0; at2 < words.length; ) {
    const count = kept.longestAt(words, at2);
    joined.push(count === 1 ? layers[at2] ?? [] : layers.slice(at2, at2 + count).flat());
    at2 += count;
  }
  return joined;
}
function digestSettings(userDictionary2) {
  const settings = [RULES_VERSION, DICTIONARY, [...new Set(userDictionary2)].sort()];
  return createHash8("sha256").update(JSON.stringify(settings)).digest("hex");
}

// src/retrieval/dense.ts
async function searchDense(index, embedder, question, k, accept) {
  const [vector] = await embedder.embed([question]);
  if (!vector?.some((value) => value !== 0)) return [];
  return index.vectors.search(vector, k, accept).map(({ row, score }) => ({ id: index.provisionIdAt(row), score }));
}

// src/retrieval/filter.ts
function acceptedRows(index, options) {
  if (!hasFilter(options)) return void 0;
  const accepted = new Uint8Array(index.size);
  for (const document of index.documents) {
    if (!isAccepted2(document, options)) continue;
    const { first, end } = index.rowsOf(document.documentId);
    accepted.fill(1, first, end);
  }
  return (row) => accepted[row] === 1;
}
function hasFilter({ documentIds, issuer, dateFrom, dateTo, inForceOn }) {
  return [documentIds, issuer, dateFrom, dateTo, inForceOn].some((filter) => filter !== void 0);
}
function isAccepted2(document, options) {
  const { documentIds, issuer, dateFrom, dateTo, inForceOn } = options;
  if (documentIds !== void 0 && !documentIds.includes(document.documentId)) return false;
  if (issuer !== void 0 && document.issuer !== issuer) return false;
  if (dateFrom !== void 0 && (document.date === null || document.date < dateFrom)) return false;
  if (dateTo !== void 0 && (document.date === null || document.date > dateTo)) return false;
  return inForceOn === void 0 || isInForce(document, inForceOn);
}
function isInForce({ status, inForceFrom: inForceFrom2, date }, day) {
  const begins = inForceFrom2 ?? date;
  return status !== "superseded" && (begins === null || begins <= day);
}

// src/retrieval/fusion.ts
function fuseByStandardScore(lists) {
  const ids = new Set(lists.flatMap(({ list }) => list.map(({ id }) => id)));
  const fused = new Map([...ids].map((id) => [id, 0]));
  for (const { list, weight } of lists) {
    const standard = standardise(list);
    const lowest = Math.min(0, ...standard.values());
    for (const id of ids) fused.set(id, (fused.get(id) ?? 0) + weight * (standard.get(id) ?? lowest));
  }
  return bestFirst(fused);
}
function standardise(list) {
  const mean = list.reduce((sum, { score }) => sum + score, 0) / list.length;
  const deviation = Math.sqrt(list.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / list.length);
  return new Map(list.map(({ id, score }) => [id, deviation === 0 ? 0 : (score - mean) / deviation]));
}
function bestFirst(fused) {
  return [...fused].map(([id, score]) => ({ id, score })).sort((a2, b) => b.score - a2.score);
}

// src/retrieval/lexical.ts
function searchLexical(index, question, k, accept) {
  return index.lexical.search(question, k, accept).map(({ row, score }) => ({ id: index.provisionIdAt(row), score }));
}

// src/retrieval/hybrid.ts
var DEFAULT_K = 10;
var MIN_DEPTH = 200;
var LEXICAL_WEIGHT = 1;
var DENSE_WEIGHT = 1;
function createHybridRetriever({ index, embedder }) {
  return {
    async search(question, options = {}) {
      const k = options.k ?? DEFAULT_K;
      const depth = Math.max(k, MIN_DEPTH);
      const accept = acceptedRows(index, options);
      const dense = await searchDense(index, embedder, question, depth, accept);
      const lexical = searchLexical(index, question, depth, accept);
      const fused = fuseByStandardScore([
        { list: lexical, weight: LEXICAL_WEIGHT },
        { list: dense, weight: DENSE_WEIGHT }
      ]);
      const lexicalScores = new Map(lexical.map(({ id, score }) => [id, score]));
      const denseScores = new Map(dense.map(({ id, score }) => [id, score]));
      return fused.slice(0, k).map(
        ({ id, score }) => ({
          provisionId: id,
          score,
          lexicalScore: lexicalScores.get(id) ?? 0,
          denseScore: denseScores.get(id) ?? null
        })
      );
    }
  };
}

// src/cli/open-app.ts
var MODELS = [1, 2].map((levels) => join9(dirname2(fileURLToPath(import.meta.url)), "../".repeat(levels), "models")).find((path) => existsSync2(path));
var MODEL_DIR = join9(MODELS, "zh-policy-static");
var segmenterFactory = (userDictionary2) => createJieba({ dictionaryDir: join9(MODELS, "jieba"), userDictionary: userDictionary2 });
async function openEmbedder() {
  const plain2 = segmenterFactory([]);
  return openTransformersEmbedder({ modelDir: MODEL_DIR, toWords: (text) => plain2.cutPlain(normalise(text)) });
}
async function buildApp({ corpusDir, indexDir }, embedder, listener = {}) {
  requireFolder(corpusDir);
  const digest = await digestCorpus(corpusDir);
  const { documents, problems } = await loadCorpus(corpusDir, {
    onProgress: (done, total) => listener.onReading?.(done, total)
  });
  for (const problem2 of problems) listener.onProblem?.(problem2);
  const manifest = await buildIndex({
    corpus: { documents, digest },
    indexDir,
    embedder,
    segmenterFactory,
    onProgress: (progress) => listener.onProgress?.(progress)
  });
  return { manifest, problems };
}
async function openApp(folders, listener = {}) {
  requireFolder(folders.corpusDir);
  const embedder = await openEmbedder();
  const corpusDigest = await digestCorpus(folders.corpusDir);
  const open = () => openIndex(folders.indexDir, { segmenterFactory, embedder, corpusDigest });
  const index = await open().catch(async (error) => {
    const isRebuildable = error instanceof IndexMissingError || error instanceof IndexStaleError || error instanceof IndexDamagedError;
    if (!isRebuildable) throw error;
    await buildApp(folders, embedder, listener);
    return open();
  });
  const retriever = createHybridRetriever({ index, embedder });
  const deps = {
    library: index,
    retriever,
    segmenter: index.segmenter,
    idf: (word) => index.lexical.idf(word),
    now: () => performance.now()
  };
  return { answerer: createAnswerer(deps), library: index, retriever, index, deps, embedder, close: () => index.close() };
}
function requireFolder(corpusDir) {
  if (!existsSync2(corpusDir)) {
    throw new UsageError(`\u8BED\u6599\u76EE\u5F55 ${corpusDir} \u4E0D\u5B58\u5728\uFF1B\u8BF7\u7528 --corpus \u6307\u5B9A\u653E\u6709 .txt \u6216 .md \u6587\u4EF6\u7684\u76EE\u5F55\u3002`);
  }
}

// ../../tmp/dev.ts
import { readFileSync as readFileSync4 } from "node:fs";

// src/server/app.ts
import { Hono as Hono2 } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { routePath } from "hono/route";

// src/server/chat-stream.ts
import { streamSSE } from "hono/streaming";

// src/server/deadline.ts
var TIMED_OUT = /* @__PURE__ */ Symbol("timed out");
async function within(limitMs, work) {
  let timer;
  const deadline = new Promise((resolve3) => {
    timer = setTimeout(() => resolve3(TIMED_OUT), limitMs);
  });
  work.catch(() => void 0);
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

// src/server/wire.ts
import { z } from "zod";
var MAX_QUESTION_LENGTH = 2e3;
var MAX_SEARCH_RESULTS = 100;
var questionText = z.string().trim().min(1).max(MAX_QUESTION_LENGTH);
var sessionId = z.string().min(1).max(128);
var chatTurnSchema = z.object({ role: z.enum(["user", "assistant"]), content: z.string().max(2e4) });
var chatRequestSchema = z.object({
  question: questionText,
  history: z.array(chatTurnSchema).max(50).optional(),
  sessionId: sessionId.optional()
});
var searchQuerySchema = z.object({
  q: questionText,
  k: z.coerce.number().int().min(1).max(MAX_SEARCH_RESULTS).default(10)
});
var feedbackRequestSchema = z.object({
  thumb: z.enum(["up", "down"]),
  remark: z.string().trim().max(1e3).optional(),
  question: z.string().max(MAX_QUESTION_LENGTH).optional(),
  provisionIds: z.array(z.string().max(500)).max(50).optional(),
  sessionId: sessionId.optional()
});

// src/server/problems.ts
var PROBLEMS = {
  bad_json: { status: 400, message: "\u63D0\u4EA4\u7684\u5185\u5BB9\u4E0D\u662F\u6709\u6548\u7684 JSON\u3002" },
  bad_request: { status: 400, message: "\u63D0\u4EA4\u7684\u5185\u5BB9\u4E0D\u7B26\u5408\u8981\u6C42\u3002" },
  question_missing: { status: 400, message: "\u8BF7\u8F93\u5165\u8981\u8BE2\u95EE\u7684\u95EE\u9898\u3002" },
  question_too_long: { status: 400, message: `\u95EE\u9898\u8FC7\u957F\uFF0C\u8BF7\u63A7\u5236\u5728${MAX_QUESTION_LENGTH}\u5B57\u4EE5\u5185\u3002` },
  unsupported_media_type: { status: 415, message: "\u8BF7\u4EE5 application/json \u683C\u5F0F\u63D0\u4EA4\u3002" },
  body_too_large: { status: 413, message: "\u63D0\u4EA4\u7684\u5185\u5BB9\u8FC7\u5927\uFF0C\u8BF7\u7F29\u77ED\u540E\u91CD\u8BD5\u3002" },
  not_found: { status: 404, message: "\u6CA1\u6709\u627E\u5230\u6240\u8BF7\u6C42\u7684\u9875\u9762\u6216\u63A5\u53E3\u3002" },
  document_not_found: { status: 404, message: "\u6CA1\u6709\u627E\u5230\u8FD9\u4EFD\u6587\u4EF6\uFF0C\u8BF7\u6838\u5BF9\u6587\u4EF6\u7F16\u53F7\u3002" },
  method_not_allowed: { status: 405, message: "\u6B64\u63A5\u53E3\u4E0D\u652F\u6301\u8FD9\u79CD\u8BF7\u6C42\u65B9\u5F0F\u3002" },
  not_ready: { status: 503, message: "\u670D\u52A1\u6B63\u5728\u51C6\u5907\uFF0C\u8BF7\u7A0D\u540E\u518D\u8BD5\u3002" },
  timed_out: { status: 504, message: "\u67E5\u8BE2\u7528\u65F6\u8FC7\u957F\uFF0C\u5DF2\u505C\u6B62\uFF0C\u8BF7\u7A0D\u540E\u518D\u8BD5\u3002" },
  internal: { status: 500, message: "\u670D\u52A1\u6682\u65F6\u51FA\u73B0\u95EE\u9898\uFF0C\u8BF7\u7A0D\u540E\u518D\u8BD5\u3002" }
};
function describeProblem(code) {
  return PROBLEMS[code];
}
function problemBody(code, detail) {
  return { error: { code, message: detail ?? PROBLEMS[code].message } };
}
function problem(c, code, detail) {
  return c.json(problemBody(code, detail), PROBLEMS[code].status);
}
function invalidInput(c, error, questionField) {
  const issue = error.issues[0];
  const field = issue?.path.join(".") ?? "";
  if (field === questionField) {
    return problem(c, issue?.code === "too_big" ? "question_too_long" : "question_missing");
  }
  return problem(c, "bad_request", field === "" ? void 0 : `\u5B57\u6BB5 ${field} \u4E0D\u7B26\u5408\u8981\u6C42\u3002`);
}

// src/server/chat-stream.ts
function splitIntoDeltas(text) {
  return text.match(/[^。；！？\n]*(?:[。；！？\n]+(?:\[\d+\])*|$)/gu)?.filter((piece) => piece !== "") ?? [];
}
function eventsOf(answer) {
  return [
    { event: "citations", data: answer.citations },
    ...splitIntoDeltas(answer.answer).map((text) => ({ event: "delta", data: { text } })),
    { event: "answer", data: answer }
  ];
}
function streamAnswer(c, ask, settings, onFailure) {
  c.header("X-Accel-Buffering", "no");
  return streamSSE(c, async (stream) => {
    const send = async ({ event, data }) => {
      if (!stream.aborted) await stream.writeSSE({ event, data: JSON.stringify(data) });
    };
    const fail = (code) => send({ event: "error", data: problemBody(code) });
    const gone = new Promise((resolve3) => stream.onAbort(() => resolve3(null)));
    const heartbeat = setInterval(() => void stream.write(": keep-alive\n\n"), settings.heartbeatMs);
    try {
      await send({ event: "status", data: { state: "searching" } });
      const answer = await Promise.race([within(settings.answerTimeoutMs, ask()), gone]);
      if (answer === null) return;
      if (answer === TIMED_OUT) await fail("timed_out");
      else for (const event of eventsOf(answer)) await send(event);
    } catch (error) {
      onFailure(error);
      await fail("internal");
    } finally {
      clearInterval(heartbeat);
      await send({ event: "done", data: {} });
    }
  });
}

// src/server/failure-log.ts
function logFailure(log, event, requestId2, error) {
  const known = error instanceof PolicyChatError;
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  log("error", event, {
    requestId: requestId2,
    name: error instanceof Error ? error.name : typeof error,
    code: known ? error.code : "internal",
    message: known ? error.message : null,
    at: frames.slice(0, 8).map((line) => line.trim()).join(" | ")
  });
}

// src/server/json-body.ts
async function readJsonBody(c, schema, questionField) {
  const mediaType = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") return { response: problem(c, "unsupported_media_type") };
  const text = await c.req.text();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return { response: problem(c, "bad_json") };
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? { value: parsed.data } : { response: invalidInput(c, parsed.error, questionField) };
}

// src/server/sessions.ts
var MAX_SESSIONS = 1e3;
var MAX_TURNS = 8;
var LIFE_MS = 30 * 6e4;
var SessionMemory = class {
  #sessions = /* @__PURE__ */ new Map();
  #now;
  constructor(now) {
    this.#now = now;
  }
  recall(sessionId2) {
    const session = this.#sessions.get(sessionId2);
    if (session === void 0 || this.#now() - session.touchedAt > LIFE_MS) return [];
    return session.turns;
  }
  remember(sessionId2, question, answer) {
    const turns = [
      ...this.recall(sessionId2),
      { role: "user", content: question },
      { role: "assistant", content: answer }
    ];
    this.#sessions.delete(sessionId2);
    this.#sessions.set(sessionId2, { turns: turns.slice(-MAX_TURNS), touchedAt: this.#now() });
    const oldest = this.#sessions.keys().next();
    if (this.#sessions.size > MAX_SESSIONS && !oldest.done) this.#sessions.delete(oldest.value);
  }
};

// src/server/chat.ts
function wantsEventStream(c) {
  return (c.req.header("accept") ?? "").toLowerCase().includes("text/event-stream");
}
function createChatHandler(deps, metrics) {
  const sessions = new SessionMemory(deps.now);
  async function ask({ question, history, sessionId: sessionId2 }) {
    const turns = history ?? (sessionId2 === void 0 ? [] : sessions.recall(sessionId2));
    const answer = await deps.answerer.answer({ question, history: turns });
    metrics.countAnswer(answer);
    if (sessionId2 !== void 0) sessions.remember(sessionId2, question, answer.answer);
    return answer;
  }
  return async (c) => {
    if (!deps.isReady()) return problem(c, "not_ready");
    const body = await readJsonBody(c, chatRequestSchema, "question");
    if ("response" in body) return body.response;
    c.header("Cache-Control", "no-store");
    if (wantsEventStream(c)) {
      const requestId2 = c.get("requestId");
      return streamAnswer(
        c,
        () => ask(body.value),
        deps.settings,
        (error) => logFailure(deps.log, "answer_failed", requestId2, error)
      );
    }
    const answer = await within(deps.settings.answerTimeoutMs, ask(body.value));
    return answer === TIMED_OUT ? problem(c, "timed_out") : c.json(answer);
  };
}

// src/server/documents.ts
import { Hono } from "hono";
var MAX_REFERENCES = 20;
function documentUrl(documentId) {
  return `/documents/${documentId.split("/").map(encodeURIComponent).join("/")}`;
}
function toSummary(document) {
  return { ...document, url: documentUrl(document.documentId) };
}
function toReference(library, provisionId) {
  const provision = library.provision(provisionId);
  const document = provision === void 0 ? void 0 : library.document(provision.documentId);
  if (provision === void 0 || document === void 0) return null;
  const { documentId, eId, label, text, status } = provision;
  const { number, title } = document;
  return { provisionId, documentId, number, title, eId, label, text, status, url: `${documentUrl(documentId)}#${eId}` };
}
function toTree(provisions) {
  const byEId = new Map(provisions.map((provision) => [provision.eId, provision]));
  const toNode = (provision) => ({
    ...provision,
    children: provision.children.flatMap((eId) => {
      const child = byEId.get(eId);
      return child === void 0 ? [] : [toNode(child)];
    })
  });
  return provisions.filter((provision) => provision.parent === null).map(toNode);
}
function createLibraryRoutes(deps) {
  const routes = new Hono();
  routes.get("/search", async (c) => {
    if (!deps.isReady()) return problem(c, "not_ready");
    const query = searchQuerySchema.safeParse(c.req.query());
    if (!query.success) return invalidInput(c, query.error, "q");
    const ranked = await deps.search(query.data.q, query.data.k);
    const results = ranked.flatMap(({ provisionId, score }, position) => {
      const reference = toReference(deps.library, provisionId);
      return reference === null ? [] : [{ ...reference, rank: position + 1, score }];
    });
    return c.json({ results });
  });
  routes.get("/documents", (c) => c.json({ documents: deps.library.documents.map(toSummary) }));
  routes.get("/documents/:documentId{.+}", (c) => {
    const document = deps.library.document(c.req.param("documentId"));
    if (document === void 0) return problem(c, "document_not_found");
    const provisions = toTree(deps.library.provisionsOf(document.documentId));
    return c.json({ document: toSummary(document), provisions });
  });
  routes.get("/provisions", (c) => {
    const ids = (c.req.queries("id") ?? []).slice(0, MAX_REFERENCES);
    return c.json({
      provisions: ids.map((id) => toReference(deps.library, id)).filter((reference) => reference !== null)
    });
  });
  routes.get("/suggestions", (c) => c.json({ suggestions: deps.suggestions }));
  return routes;
}

// src/server/feedback.ts
function createFeedbackHandler(deps, metrics) {
  return async (c) => {
    const body = await readJsonBody(c, feedbackRequestSchema, "question");
    if ("response" in body) return body.response;
    const at2 = new Date(deps.now()).toISOString();
    await deps.feedback({ ...body.value, at: at2 });
    metrics.countFeedback(body.value.thumb);
    return c.json({ at: at2 }, 201);
  };
}

// src/server/metrics.ts
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
var SECONDS = [1e-3, 25e-4, 5e-3, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
var AppMetrics = class {
  registry = new Registry();
  #requests = new Counter({
    name: "http_requests_total",
    help: "Requests answered",
    labelNames: ["method", "route", "status"],
    registers: [this.registry]
  });
  #requestSeconds = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to the head of the response",
    labelNames: ["route"],
    buckets: SECONDS,
    registers: [this.registry]
  });
  #answers = new Counter({
    name: "policy_chat_answers_total",
    help: "Answers and refusals given over HTTP",
    labelNames: ["status", "reason", "mode"],
    registers: [this.registry]
  });
  #answerSeconds = new Histogram({
    name: "policy_chat_answer_duration_seconds",
    help: "Time from question to answer",
    buckets: SECONDS,
    registers: [this.registry]
  });
  #feedback = new Counter({
    name: "policy_chat_feedback_total",
    help: "Thumbs given on answers",
    labelNames: ["thumb"],
    registers: [this.registry]
  });
  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
  countRequest(method, route, status, elapsedMs) {
    this.#requests.inc({ method, route, status: String(status) });
    this.#requestSeconds.observe({ route }, elapsedMs / 1e3);
  }
  countAnswer(answer) {
    this.#answers.inc({ status: answer.status, reason: answer.refusal?.reason ?? "none", mode: answer.mode });
    this.#answerSeconds.observe(answer.elapsedMs / 1e3);
  }
  countFeedback(thumb) {
    this.#feedback.inc({ thumb });
  }
};

// src/server/pages.ts
import { etag } from "hono/etag";
import { z as z2 } from "zod";

// src/server/home-page.ts
import { html as html2 } from "hono/html";

// src/server/page-shell.ts
import { html } from "hono/html";
var ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%23a61b1b'/%3E%3Cpath d='M9 10h14M9 16h14M9 22h9' stroke='%23fff' stroke-width='2.6' stroke-linecap='round'/%3E%3C/svg%3E";
function renderPage(options) {
  const { title, siteName, page, body } = options;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/assets/site.css">
<script src="/policy-chat.js" defer></script>
</head>
<body class="page-${page}">
<a class="skip-link" href="#page-main">跳到正文</a>
<header class="site-head"><div class="site-width">
<a class="site-name" href="/"><span class="site-mark" aria-hidden="true"></span>${siteName}</a>
<policy-page-tools></policy-page-tools>
</div></header>
${body}
<footer class="site-foot"><div class="site-width">
<p>本页内容摘自公开发布的政策文件，用字一律照录原文。办理具体事项，以正式印发的文件为准。</p>
</div></footer>
</body>
</html>`;
}

// src/server/page-wording.ts
var STATUS_LABELS = {
  in_force: "\u73B0\u884C\u6709\u6548",
  amended: "\u5DF2\u88AB\u4FEE\u8BA2",
  superseded: "\u5DF2\u5E9F\u6B62",
  unknown: "\u6548\u529B\u5F85\u6838"
};
function statusLabel(status) {
  return STATUS_LABELS[status];
}
function formatDate(isoDate) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  return match === null ? isoDate : `${match[1]}\u5E74${Number(match[2])}\u6708${Number(match[3])}\u65E5`;
}
function officialName({ title, number }) {
  const inner = title.replaceAll("\u300A", "\u3008").replaceAll("\u300B", "\u3009");
  return `\u300A${inner}\u300B${number === null ? "" : `\uFF08${number}\uFF09`}`;
}

// src/server/home-page.ts
var LISTED = 12;
function renderEntry(document) {
  const facts = [
    document.number,
    document.date === null ? null : formatDate(document.date),
    statusLabel(document.status)
  ];
  return html2`<li><a href="${documentUrl(document.documentId)}">${document.title}</a>
<p>${facts.filter((fact) => fact !== null).map((fact) => html2`<span>${fact}</span>`)}</p></li>`;
}
function renderHomePage(library, siteName) {
  const documents = library.documents.filter((document) => document.duplicateOf === null);
  const more = documents.length > LISTED ? html2`<p class="more">另有${documents.length - LISTED}份文件，可直接提问。</p>` : "";
  const body = html2`<main id="page-main" class="site-width home" tabindex="-1">
<section class="home-chat" aria-labelledby="page-title">
<h1 id="page-title">政策文件问答</h1>
<p class="home-lead">用平常的话提问，以文件原文作答，逐条注明出处；文件没有规定的，如实告知。</p>
<policy-chat page-tools></policy-chat>
</section>
<aside class="home-side" aria-labelledby="page-documents"><h2 id="page-documents">已收录文件</h2>
<ul class="document-list">${documents.slice(0, LISTED).map(renderEntry)}</ul>${more}
</aside>
</main>`;
  return renderPage({ title: siteName, siteName, page: "home", body });
}
function renderProblemPage(message, siteName) {
  const body = html2`<main id="page-main" class="site-width problem" tabindex="-1">
<h1>${message}</h1><p><a href="/">返回政策问答</a></p></main>`;
  return renderPage({ title: `${message} - ${siteName}`, siteName, page: "problem", body });
}

// src/server/reader-page.ts
import { html as html5 } from "hono/html";

// src/server/reader-body.ts
import { html as html4 } from "hono/html";

// src/server/reader-marks.ts
function splitAtMarks(text, marks) {
  const edges = [0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])];
  const positions = [...new Set(edges)].sort((a2, b) => a2 - b);
  const atStart = marks.filter((mark) => mark.end === 0);
  const segments = atStart.length > 0 ? [{ text: "", marks: [], opens: [], closes: atStart }] : [];
  for (const [index, start] of positions.entries()) {
    const end = positions[index + 1];
    if (end === void 0) break;
    segments.push({
      text: text.slice(start, end),
      marks: marks.filter((mark) => mark.start <= start && mark.end >= end),
      opens: marks.filter((mark) => mark.start === start && mark.end > start),
      closes: marks.filter((mark) => mark.end === end)
    });
  }
  return segments;
}
function clipMarks(marks, from2, to2) {
  return marks.flatMap((mark) => {
    const start = Math.max(mark.start, from2);
    const end = Math.min(mark.end, to2);
    const isEmpty = mark.start === mark.end;
    if (start > end || start === end && !isEmpty) return [];
    return [{ ...mark, start: start - from2, end: end - from2 }];
  });
}
function toVariantMark({ start, end, reading }) {
  return { kind: "variant", start, end, reading };
}
function amendmentMarks(amendment) {
  return [
    { kind: "old", start: amendment.oldStart, end: amendment.oldEnd },
    { kind: "new", start: amendment.newStart, end: amendment.newEnd }
  ];
}
function isSame(a2, b) {
  return a2.kind === b.kind && a2.start === b.start && a2.end === b.end && a2.reading === b.reading;
}
function childRanges(provision, byEId) {
  let cursor = provision.ownLength;
  return provision.children.flatMap((eId) => {
    const child = byEId.get(eId);
    const start = child === void 0 ? -1 : provision.text.indexOf(child.text, cursor);
    if (child === void 0 || start < 0) return [];
    cursor = start + child.text.length;
    return [{ child, start, end: cursor }];
  });
}
function placeMarks(provisions, amendments, quote) {
  const byEId = new Map(provisions.map((provision) => [provision.eId, provision]));
  const placed = /* @__PURE__ */ new Map();
  const carryDown = (provision, marks) => {
    if (marks.length === 0) return;
    const own = placed.get(provision.eId) ?? [];
    const added = clipMarks(marks, 0, provision.ownLength).filter((mark) => !own.some((known) => isSame(known, mark)));
    placed.set(provision.eId, [...own, ...added]);
    for (const { child, start, end } of childRanges(provision, byEId)) carryDown(child, clipMarks(marks, start, end));
  };
  for (const provision of provisions) {
    carryDown(provision, [
      ...(provision.variants ?? []).map(toVariantMark),
      ...amendments.filter(({ provisionId }) => provisionId === provision.id).flatMap(amendmentMarks),
      ...quote?.eId === provision.eId ? [{ kind: "quote", start: quote.start, end: quote.end }] : []
    ]);
  }
  return placed;
}

// src/server/reader-text.ts
import { html as html3 } from "hono/html";
function renderVariantNote(mark, official) {
  const reading = mark.reading ?? "";
  if (reading === "") return html3`<small class="variant-note">〔另一来源无“${official}”〕</small>`;
  const verb = official === "" ? "\u53E6\u4E00\u6765\u6E90\u6B64\u5904\u6709" : "\u53E6\u4E00\u6765\u6E90\u4F5C";
  return html3`<small class="variant-note">〔${verb}“${reading}”〕</small>`;
}
function renderSegment({ text, marks, opens, closes }, whole) {
  const has = (kind) => marks.some((mark) => mark.kind === kind);
  const opensWith = (kind) => opens.some((mark) => mark.kind === kind);
  let inner = text;
  if (has("variant")) inner = html3`<span class="variant">${inner}</span>`;
  if (has("quote")) inner = html3`<mark class="quoted">${inner}</mark>`;
  if (has("old")) inner = html3`<del class="wording-old">${inner}</del>`;
  if (has("new")) inner = html3`<ins class="wording-new">${inner}</ins>`;
  const oldTag = opensWith("old") ? html3`<span class="wording-tag is-old">已废止的表述</span>` : "";
  const newTag = opensWith("new") ? html3`<span class="wording-tag is-new">现行表述</span>` : "";
  const notes = closes.filter((mark) => mark.kind === "variant").map((mark) => renderVariantNote(mark, whole.slice(mark.start, mark.end)));
  return html3`${oldTag}${newTag}${inner}${notes}`;
}
function renderMarked(text, marks) {
  return html3`${splitAtMarks(text, marks).map((segment) => renderSegment(segment, text))}`;
}

// src/server/reader-body.ts
var NOTHING = html4``;
function renderNumber(node) {
  if (node.num === null) return NOTHING;
  return html4`<a class="num" href="#${node.eId}" aria-label="${node.label}，选定此处">${node.num}</a>`;
}
function ownText(node, context) {
  return renderMarked(node.text.slice(0, node.ownLength), context.marks.get(node.eId) ?? []);
}
function renderStatus(node, context) {
  const isPlain = node.status === context.document.status || node.status === "in_force" || node.status === "unknown";
  return isPlain ? NOTHING : html4`<span class="place-status">${statusLabel(node.status)}</span>`;
}
function renderAmendmentNotes(node, context) {
  const own = context.amendments.filter((amendment) => amendment.provisionId === node.id);
  return html4`${own.map((amendment) => {
    const title = amendment.targetTitle === null ? "" : `\u300A${amendment.targetTitle}\u300B`;
    const number = amendment.targetNumber === null ? "" : `\uFF08${amendment.targetNumber}\uFF09`;
    const since = amendment.inForceFrom === null ? "" : `\uFF0C\u81EA${formatDate(amendment.inForceFrom)}\u8D77\u65BD\u884C`;
    return html4`<aside class="amendment-note" aria-label="修订说明">修订${title}${number}${amendment.targetPlace}${since}。</aside>`;
  })}`;
}
function renderCell(cell, node, context) {
  const marks = clipMarks(context.marks.get(node.eId) ?? [], cell.start, cell.end);
  return html4`<td data-column="${cell.column}">${renderMarked(cell.text, marks)}</td>`;
}
function renderRow(node, context) {
  const cells = node.cells ?? [];
  return html4`<tr id="${node.eId}" class="place" data-label="${node.label}">${cells.map((cell) => renderCell(cell, node, context))}</tr>`;
}
function renderTable(node, context) {
  const columns = node.children[0]?.cells?.map((cell) => cell.column) ?? [];
  const ownWords = node.text.slice(0, node.ownLength).trim();
  const isHeader = ownWords.replaceAll(/\s/g, "") === columns.join("").replaceAll(/\s/g, "");
  const caption = node.heading ?? (isHeader ? "" : ownWords);
  return html4`<div class="table-frame" role="region" tabindex="0" aria-label="${caption || node.label}">
<table id="${node.eId}" class="place" data-label="${node.label}">
${caption === "" ? NOTHING : html4`<caption>${caption}</caption>`}
<thead><tr>${columns.map((column) => html4`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${node.children.map((row) => renderRow(row, context))}</tbody>
</table></div>`;
}
function isDivision(node) {
  return node.level === "book" || node.level === "chapter" || node.level === "section" && /^第/.test(node.num ?? "");
}
function renderHeading(node, depth) {
  const words = node.heading ?? node.text.slice(0, node.ownLength);
  const heading = html4`${renderNumber(node)}${isDivision(node) ? html4`　` : NOTHING}${words}`;
  if (depth === 0) return html4`<h2>${heading}</h2>`;
  return depth === 1 ? html4`<h3>${heading}</h3>` : html4`<h4>${heading}</h4>`;
}
function paragraphClass(node, { document }) {
  const words = node.text.slice(0, node.ownLength).trim();
  if (words === document.number) return "document-number";
  if (words.replace(/[：:]$/, "") === document.addressees?.replace(/[：:]$/, "")) return "addressees";
  const closes = node.level === "conclusions" || node.parent === "conclusions";
  return closes && !/[。；：]$/.test(words) ? "signature" : "text";
}
function renderParagraph(node, lead, context) {
  if (node.ownLength === 0) return NOTHING;
  const className = paragraphClass(node, context);
  return html4`<p class="${className}">${lead}${ownText(node, context)}${renderStatus(node, context)}</p>`;
}
function renderPlace(node, context, depth = 0, lead = NOTHING) {
  if (node.level === "table" && node.children.every((child) => child.cells !== void 0)) {
    return renderTable(node, context);
  }
  const headed = node.heading !== null || isDivision(node);
  const ownLead = headed ? NOTHING : html4`${lead}${renderNumber(node)}${node.level === "article" ? html4`　` : NOTHING}`;
  const passesLead = !headed && node.ownLength === 0;
  return html4`<div id="${node.eId}" class="place level-${node.level}" data-label="${node.label}">
${headed ? renderHeading(node, depth) : NOTHING}${isDivision(node) ? NOTHING : renderParagraph(node, ownLead, context)}
${node.children.map((child, index) => renderPlace(child, context, depth + 1, passesLead && index === 0 ? ownLead : NOTHING))}
${renderAmendmentNotes(node, context)}</div>`;
}

// src/server/reader-page.ts
var NOTHING2 = html5``;
var CONTENTS_WORDS = 22;
function renderFacts(document) {
  const facts = [
    ["\u53D1\u6587\u673A\u5173", document.issuer],
    ["\u6587\u53F7", document.number],
    ["\u6210\u6587\u65E5\u671F", document.date === null ? null : formatDate(document.date)],
    ["\u65BD\u884C\u65E5\u671F", document.inForceFrom === null ? null : formatDate(document.inForceFrom)],
    ["\u6548\u529B", `${statusLabel(document.status)}${document.trial ? "\uFF08\u8BD5\u884C\uFF09" : ""}`]
  ];
  const known = facts.filter(([, value]) => value !== null);
  return html5`<dl class="facts">${known.map(([name, value]) => html5`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
function renderNotices(document, library) {
  const original = document.duplicateOf === null ? void 0 : library.document(document.duplicateOf);
  const amending = library.documents.filter(
    (other) => document.number !== null && other.amendments.some((item) => item.targetNumber === document.number)
  );
  const repeats = original === void 0 ? NOTHING2 : html5`<p class="notice">本页是同一文件的另一来源，仅供核对；引用请以<a href="${documentUrl(original.documentId)}">${officialName(original)}</a>为准。</p>`;
  return html5`${repeats}${amending.map(
    (other) => html5`<p class="notice">本文件部分内容已由<a href="${documentUrl(other.documentId)}">${officialName(other)}</a>修订。</p>`
  )}`;
}
function contentsEntry(node) {
  if (node.num === null && node.heading === null) return null;
  const words = node.heading ?? node.text.slice(0, CONTENTS_WORDS + 1).split("\n")[0] ?? "";
  const short = words.length > CONTENTS_WORDS ? `${words.slice(0, CONTENTS_WORDS)}\u2026` : words;
  const below = node.level === "book" || node.level === "chapter" || node.heading !== null ? node.children : [];
  const entries = below.map(contentsEntry).filter((entry) => entry !== null);
  return html5`<li><a href="#${node.eId}"><span class="contents-num">${node.num ?? ""}</span><span>${short}</span></a>${entries.length > 0 ? html5`<ol>${entries}</ol>` : NOTHING2}</li>`;
}
function renderContents(tree) {
  const entries = tree.map(contentsEntry).filter((entry) => entry !== null);
  if (entries.length === 0) return NOTHING2;
  return html5`<nav class="contents" id="page-contents" aria-label="目录"><h2>目录</h2><ol>${entries}</ol></nav>`;
}
function renderText(document, tree, context) {
  const signed = tree.findIndex((node) => node.level === "conclusions");
  const issuedAt = document.noticeTitle === null || signed < 0 ? tree.length : signed + 1;
  const issued = tree.slice(issuedAt);
  const renderAll = (nodes) => nodes.map((node) => renderPlace(node, context));
  const issuedText = issued.length === 0 ? NOTHING2 : html5`<div class="issued"><p class="issued-title">${document.title}</p>${renderAll(issued)}</div>`;
  return html5`${renderAll(tree.slice(0, issuedAt))}${issuedText}`;
}
function isPrinted(provisions, words) {
  return provisions.some((provision) => provision.text.slice(0, provision.ownLength).replace(/[：:]$/, "") === words);
}
function renderSheet(document, provisions, context) {
  const { issuer, number } = document;
  const addressees = document.addressees?.replace(/[：:]$/, "") ?? null;
  const showNumber = number !== null && !isPrinted(provisions, number);
  const showAddressees = addressees !== null && !isPrinted(provisions, addressees);
  return html5`<article class="sheet">
<header>${issuer === null ? NOTHING2 : html5`<p class="red-head">${issuer}</p>`}<hr class="red-rule">
<h1>${document.noticeTitle ?? document.title}</h1>${showNumber ? html5`<p class="document-number">${number}</p>` : NOTHING2}</header>
${showAddressees ? html5`<p class="addressees">${addressees}：</p>` : NOTHING2}
${renderText(document, toTree(provisions), context)}
</article>`;
}
function renderReaderPage(document, library, siteName, quote) {
  const provisions = library.provisionsOf(document.documentId);
  const context = {
    marks: placeMarks(provisions, document.amendments, quote),
    amendments: document.amendments,
    document
  };
  const body = html5`<main id="page-main" class="site-width reader" tabindex="-1">
<div class="reader-side">${renderContents(toTree(provisions))}</div>
<div class="reader-main">
${renderFacts(document)}${renderNotices(document, library)}
<policy-citation document="${officialName(document)}"></policy-citation>
${renderSheet(document, provisions, context)}
</div></main>`;
  return renderPage({ title: `${document.title} - ${siteName}`, siteName, page: "reader", body });
}

// src/server/home-style.ts
var homeStyle = `
.home { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 2.5rem; padding-top: 2rem; align-items: start; }
.home h1 { margin: 0; font-family: var(--serif); font-size: 1.9rem; font-weight: 700; letter-spacing: .08em; }
.home-lead { margin: .35rem 0 1.25rem; color: var(--muted); }
.home policy-chat { height: clamp(32rem, calc(100vh - 17rem), 56rem); }
.home-side { padding-top: .35rem; }
.home-side h2 {
  margin: 0 0 .25rem; padding-bottom: .6rem; border-bottom: 2px solid var(--red); font-size: 1.05rem; font-weight: 600;
  letter-spacing: .06em;
}
.document-list { margin: 0; padding: 0; list-style: none; }
.document-list li { padding: .95rem 0; border-bottom: 1px solid var(--line); }
.document-list a { color: var(--ink); line-height: 1.55; text-decoration: none; }
.document-list a:hover { color: var(--red); text-decoration: underline; }
.document-list span { display: inline-block; margin-right: 1em; }
.document-list p, .more { margin: .3rem 0 0; color: var(--muted); font-size: .85rem; }
@media (max-width: 60rem) {
  .home { grid-template-columns: minmax(0, 1fr); gap: 2rem; }
}
@media (max-width: 48rem) {
  .home { padding-top: 1rem; }
  .home h1 { font-size: 1.4rem; }
  .home-lead { margin-bottom: .75rem; font-size: .92rem; line-height: 1.6; }
  .home policy-chat { height: max(30rem, calc(100dvh - 13rem)); }
}
`;

// src/server/reader-style.ts
var readerStyle = `
.reader { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2.5rem; padding-top: 2rem; align-items: start; }
.reader-side { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; }
.contents h2 { margin: 0 0 .5rem; font-size: 1rem; font-weight: 600; letter-spacing: .3em; }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents ol ol { padding-left: 1rem; }
.contents a {
  display: flex; gap: .6em; padding: .3rem .5rem .3rem .75rem; border-left: 2px solid var(--line); color: var(--ink);
  font-size: .875rem; line-height: 1.5; text-decoration: none;
}
.contents a:hover { border-left-color: var(--red); color: var(--red); }
.contents a > span:last-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.contents-num { flex: none; color: var(--muted); }
.contents a:hover .contents-num { color: inherit; }
.facts {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); margin: 0; padding: .5rem 1.25rem;
  border: 1px solid var(--line); background: var(--paper); font-size: .92rem;
}
.facts div { display: flex; gap: .75rem; padding: .35rem 0; }
.facts dt { flex: none; width: 4.5em; color: var(--muted); }
.facts dd { margin: 0; }
.notice { margin: 1rem 0 0; padding: .7rem 1rem; border-left: 3px solid var(--red); background: var(--tint); font-size: .92rem; }
policy-citation {
  position: sticky; top: 0; z-index: 2; display: flex; align-items: center; justify-content: space-between; gap: 1rem;
  margin: 1rem 0; padding: .6rem 1.25rem; border: 1px solid var(--line); background: var(--paper); font-size: .92rem;
}
policy-citation:not(:defined) { display: none; }
policy-citation p { margin: 0; line-height: 1.5; }
policy-citation button { flex: none; }
.sheet {
  padding: 4.5rem clamp(1.25rem, 8%, 6rem) 5rem; border: 1px solid var(--line); background: var(--paper);
  font-family: var(--serif); font-size: 1.125rem; line-height: 2;
}
.sheet header { text-align: center; }
.red-head {
  margin: 0; color: var(--red-print); font-size: clamp(1.5rem, 4.2vw, 2.5rem); font-weight: 700; letter-spacing: .12em; line-height: 1.4;
}
.document-number { margin: 1rem 0 0; text-align: center; }
.red-rule { height: 3px; margin: 1.4rem 0 3rem; border: 0; background: var(--red-print); }
.sheet h1, .issued-title { margin: 0 auto; max-width: 30em; font-size: 1.6rem; font-weight: 700; line-height: 1.6; text-align: center; text-wrap: balance; }
.addressees { margin: 2rem 0 0; }
.issued { margin-top: 4rem; padding-top: 3.5rem; border-top: 1px dashed var(--line); }
.issued-title { margin-bottom: 2rem; }
.sheet .text { margin: .35em 0; text-indent: 2em; text-align: justify; }
.sheet h2, .sheet h3, .sheet h4 { margin: 1.4em 0 .4em; font-size: 1.125rem; font-weight: 700; line-height: 1.8; text-indent: 2em; }
.sheet h2 { font-family: var(--sans); font-weight: 600; }
.sheet h3 { font-family: "Kaiti SC", "STKaiti", "KaiTi", var(--serif); }
.level-chapter > h2, .level-book > h2, .level-chapter > h3 { text-align: center; text-indent: 0; }
.signature { margin: 2em 2em 0 0; text-align: right; white-space: pre-line; }
.num { color: inherit; text-decoration: none; text-indent: 0; }
.level-article .num { font-family: var(--sans); font-weight: 600; }
.level-point .num, .level-indent .num { font-family: inherit; font-weight: 400; }
.num:hover { color: var(--red); text-decoration: underline; }
.place { scroll-margin-top: 6rem; }
.place:target { background: var(--mark); box-shadow: 0 0 0 .35rem var(--mark), -.6rem 0 0 .1rem var(--mark-edge); }
tr.place:target { box-shadow: inset .3rem 0 0 var(--mark-edge); }
.quoted { background: none; color: inherit; text-decoration: underline 2px var(--red); text-underline-offset: .32em; }
.place:not(:target) .quoted { background: var(--mark); }
.place:target .quoted { background: none; }
.wording-old { color: var(--muted); text-decoration: line-through; text-decoration-thickness: 1px; }
.wording-new { background: #e9f3ea; text-decoration: none; }
.wording-tag {
  display: inline-block; margin: 0 .35em; padding: 0 .5em; border: 1px solid; border-radius: 3px; font-family: var(--sans);
  font-size: .75rem; line-height: 1.6; text-indent: 0; vertical-align: .12em; white-space: nowrap;
}
.is-old { color: var(--muted); }
.is-new { color: #1d6327; }
.variant { border-bottom: 1px dotted var(--mark-edge); }
.variant-note { color: var(--muted); font-family: var(--sans); font-size: .78rem; text-indent: 0; }
.place-status { margin-left: .5em; color: var(--red); font-family: var(--sans); font-size: .8rem; }
.amendment-note {
  margin: .6rem 0 1.2rem 2em; padding: .5rem 1rem; border-left: 3px solid var(--line); color: var(--muted);
  font-family: var(--sans); font-size: .875rem; line-height: 1.7;
}
.table-frame { margin: 1.5rem 0; overflow-x: auto; }
.sheet table { width: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.7; }
.sheet caption { padding-bottom: .75rem; font-weight: 700; }
.sheet th, .sheet td { padding: .55rem .75rem; border: 1px solid #8f8a82; text-align: left; vertical-align: top; }
.sheet th { background: var(--ground); font-family: var(--sans); font-size: .92rem; font-weight: 600; white-space: nowrap; }
@media (max-width: 60rem) {
  .reader { display: flex; flex-direction: column-reverse; gap: 2rem; align-items: stretch; }
  .reader-side { position: static; max-height: none; }
  .reader-main { min-width: 0; }
}
@media (max-width: 48rem) {
  .reader { padding: 0; }
  .reader-side { padding: 0 1rem; }
  .facts, .sheet, policy-citation { border-left: 0; border-right: 0; }
  .facts { padding: .5rem 1rem; }
  .notice { margin: 1rem; }
  policy-citation { padding: .5rem 1rem; font-size: .85rem; }
  .sheet { padding: 2.5rem 1.1rem 3rem; font-size: 1.06rem; line-height: 1.9; }
  .sheet h1, .issued-title { font-size: 1.28rem; }
  .red-rule { margin-bottom: 2rem; }
  .red-head { letter-spacing: .04em; }
  .signature { margin-right: 0; }
  .sheet table, .sheet tbody, .sheet tr, .sheet td, .sheet caption { display: block; }
  .sheet thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .sheet tr { padding: .6rem .75rem; border: 1px solid #8f8a82; border-bottom: 0; }
  .sheet tr:last-child { border-bottom: 1px solid #8f8a82; }
  .sheet td { display: flex; gap: .75em; padding: .15rem 0; border: 0; }
  .sheet td::before { content: attr(data-column); flex: none; width: 6.5em; color: var(--muted); font-family: var(--sans); font-size: .9rem; }
}
@media print {
  @page { margin: 2.5cm 2.2cm; }
  body { background: #fff; color: #000; }
  .site-head, .site-foot, .reader-side, .facts, policy-citation, .skip-link { display: none; }
  .reader { display: block; max-width: none; padding: 0; }
  .sheet { padding: 0; border: 0; font-size: 14pt; line-height: 1.8; }
  .place:target { background: none; box-shadow: none; }
  .quoted { background: none; }
  .sheet tr, .sheet h2, .sheet h3 { break-inside: avoid; break-after: avoid; }
}
`;

// src/server/site-style.ts
var baseStyle = `
:root {
  --red: #a61b1b; --red-print: #c8161d; --ink: #1d1f23; --muted: #565b63; --line: #e2ddd5; --paper: #fff;
  --ground: #f6f4f0; --tint: #fbf3f2; --link: #1b4f8f; --mark: #fff4cc; --mark-edge: #8a6100;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  --serif: "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
  color-scheme: light;
}
:root[data-large] { font-size: 137.5%; }
:root[data-contrast] {
  --red: #7a0000; --red-print: #7a0000; --ink: #000; --muted: #1a1a1a; --line: #000; --ground: #fff; --tint: #fff;
  --link: #00308f; --mark: #ffe600; --mark-edge: #000;
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink); font-family: var(--sans); line-height: 1.7; overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.site-width { width: 100%; max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
main { flex: 1; }
.skip-link { position: absolute; left: -999rem; top: 0; z-index: 9; padding: .6rem 1rem; background: var(--paper); }
.skip-link:focus { left: .5rem; top: .5rem; }
.site-head { background: var(--paper); border-top: 4px solid var(--red); border-bottom: 1px solid var(--line); }
.site-head > div { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 4rem; }
.site-name {
  display: inline-flex; align-items: center; gap: .7rem; color: var(--ink); font-size: 1.2rem; font-weight: 600;
  letter-spacing: .06em; text-decoration: none;
}
.site-mark { width: .28rem; height: 1.35rem; background: var(--red); border-radius: 1px; }
policy-page-tools { display: inline-flex; gap: .5rem; flex: none; }
policy-page-tools button, policy-citation button {
  min-height: 2.25rem; padding: 0 .9rem; border: 1px solid var(--line); border-radius: 4px; background: var(--paper);
  color: var(--ink); font: inherit; font-size: .9rem; cursor: pointer;
}
policy-page-tools button:hover, policy-citation button:hover { border-color: var(--red); color: var(--red); }
policy-page-tools button[aria-pressed="true"] { border-color: var(--red); background: var(--red); color: #fff; }
.site-foot { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .875rem; }
.site-foot p { margin: 1.25rem 0 1.75rem; }
.problem { padding-top: 4rem; }
.problem h1 { font-size: 1.4rem; font-weight: 600; }
@media (max-width: 48rem) {
  .site-width { padding: 0 1rem; }
  .site-head > div { min-height: 3.25rem; gap: .5rem; flex-wrap: wrap; padding-top: .35rem; padding-bottom: .35rem; }
  .site-name { font-size: 1.02rem; letter-spacing: .02em; gap: .5rem; }
  policy-page-tools button { padding: 0 .6rem; }
}
`;
var siteStyle = `${baseStyle}${homeStyle}${readerStyle}`;

// src/server/pages.ts
var quoteQuerySchema = z2.object({
  place: z2.string().min(1),
  from: z2.coerce.number().int().min(0),
  to: z2.coerce.number().int().min(1)
});
function quoteOf(c) {
  const { success, data } = quoteQuerySchema.safeParse(c.req.query());
  return success && data.to > data.from ? { eId: data.place, start: data.from, end: data.to } : null;
}
function addPages(app2, deps) {
  const { settings, widgetScript } = deps;
  app2.get("/", (c) => c.html(renderHomePage(deps.library, settings.siteName)));
  app2.get("/documents/:documentId{.+}", (c) => {
    const document = deps.library.document(c.req.param("documentId"));
    if (document === void 0) {
      const { status, message } = describeProblem("document_not_found");
      return c.html(renderProblemPage(message, settings.siteName), status);
    }
    return c.html(renderReaderPage(document, deps.library, settings.siteName, quoteOf(c)));
  });
  app2.get(
    "/assets/site.css",
    etag(),
    (c) => c.body(siteStyle, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=600" })
  );
  app2.get(
    "/policy-chat.js",
    etag(),
    (c) => c.body(typeof widgetScript === "string" ? widgetScript : widgetScript(), 200, {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=600",
      // The script is there to be loaded by other sites' pages, also by those that isolate themselves.
      "Cross-Origin-Resource-Policy": "cross-origin"
    })
  );
}

// src/server/security.ts
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
function createSecurityHeaders(allowedOrigins) {
  return secureHeaders({
    crossOriginResourcePolicy: false,
    xFrameOptions: false,
    // The transport is the reverse proxy's business; a plain intranet host must not be pinned to HTTPS.
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'", ...allowedOrigins]
    }
  });
}
function createCors(allowedOrigins) {
  return cors({
    origin: (origin) => allowedOrigins.includes(origin) ? origin : null,
    allowMethods: ["GET", "POST"],
    allowHeaders: ["Content-Type", "Accept"],
    maxAge: 600
  });
}

// src/server/app.ts
var METHODS = [
  ["POST", ["/api/chat", "/api/feedback"]],
  ["GET, HEAD", ["/api/search", "/api/documents", "/api/documents/*", "/api/provisions", "/api/suggestions"]],
  ["GET, HEAD", ["/", "/documents/*", "/policy-chat.js", "/assets/site.css", "/healthz", "/readyz", "/metrics"]]
];
function addGuards(app2, deps, metrics) {
  const { allowedOrigins, bodyLimitBytes } = deps.settings;
  app2.use(requestId());
  app2.use(async (c, next) => {
    const startedAt = deps.now();
    await next();
    metrics.countRequest(c.req.method, routePath(c, -1), c.res.status, deps.now() - startedAt);
  });
  app2.use(createSecurityHeaders(allowedOrigins));
  app2.use("/api/*", createCors(allowedOrigins));
  app2.use(bodyLimit({ maxSize: bodyLimitBytes, onError: (c) => problem(c, "body_too_large") }));
}
function addHealth(app2, deps, metrics) {
  app2.get("/healthz", (c) => c.json({ status: "ok" }));
  app2.get("/readyz", (c) => deps.isReady() ? c.json({ status: "ready" }) : problem(c, "not_ready"));
  app2.get(
    "/metrics",
    async (c) => c.body(await metrics.registry.metrics(), 200, { "Content-Type": metrics.registry.contentType })
  );
}
function createApp(deps) {
  const app2 = new Hono2();
  const metrics = new AppMetrics();
  addGuards(app2, deps, metrics);
  app2.post("/api/chat", createChatHandler(deps, metrics));
  app2.post("/api/feedback", createFeedbackHandler(deps, metrics));
  app2.route("/api", createLibraryRoutes(deps));
  for (const channel of deps.channels) app2.route(channel.path, channel.app);
  addPages(app2, deps);
  addHealth(app2, deps, metrics);
  for (const [allow, paths] of METHODS) {
    for (const path of paths) {
      app2.all(path, (c) => {
        c.header("Allow", allow);
        return problem(c, "method_not_allowed");
      });
    }
  }
  app2.notFound((c) => problem(c, "not_found"));
  app2.onError((error, c) => {
    logFailure(deps.log, "request_failed", c.get("requestId") ?? "", error);
    return problem(c, "internal");
  });
  return app2;
}

// src/server/start-server.ts
import { createAdaptorServer } from "@hono/node-server";
var GRACE_MS = 5e3;
function listen(server, port, host) {
  return new Promise((resolve3, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve3(server.address());
    });
  });
}
var RequestCounter = class {
  #active = 0;
  #whenIdle = null;
  constructor(server) {
    server.on("request", (_request, response) => {
      this.#active += 1;
      response.once("close", () => {
        this.#active -= 1;
        if (this.#active === 0) this.#whenIdle?.();
      });
    });
  }
  onIdle(act) {
    this.#whenIdle = act;
    if (this.#active === 0) act();
  }
};
function stop(server, requests, graceMs) {
  return new Promise((resolve3, reject) => {
    const cut2 = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearTimeout(cut2);
      if (error === void 0) resolve3();
      else reject(error);
    });
    requests.onIdle(() => server.closeAllConnections());
  });
}
async function startServer({ app: app2, port, host, log, graceMs = GRACE_MS }) {
  const server = createAdaptorServer({ fetch: app2.fetch });
  const requests = new RequestCounter(server);
  const address = await listen(server, port, host);
  const name = host.includes(":") ? `[${host}]` : host;
  const url = `http://${host === "0.0.0.0" || host === "::" ? "localhost" : name}:${address.port}`;
  log("info", "listening", { url });
  let stopping;
  return {
    url,
    close() {
      stopping ??= stop(server, requests, graceMs).then(() => log("info", "stopped"));
      return stopping;
    }
  };
}

// ../../tmp/dev.ts
var a = await openApp({ corpusDir: "/work/main/corpus", indexDir: "/tmp/dev-index" });
var app = createApp({ answerer: a.answerer, library: a.library, search: (q, k) => a.retriever.search(q, { k }), feedback: async (r) => console.log(r), suggestions: ["\u5408\u6CD5\u6027\u5BA1\u67E5\u4E00\u822C\u9700\u8981\u591A\u957F\u65F6\u95F4\uFF1F", "\u63D0\u8BF7\u533A\u653F\u5E9C\u5BA1\u8BAE\u8981\u63D0\u4EA4\u54EA\u4E9B\u6750\u6599\uFF1F", "\u54EA\u4E9B\u4E8B\u9879\u5C5E\u4E8E\u91CD\u5927\u884C\u653F\u51B3\u7B56\uFF1F", "\u7EA2\u540D\u5355\u673A\u6784\u73B0\u5728\u6709\u4EC0\u4E48\u653F\u7B56\uFF1F"], widgetScript: () => readFileSync4("/tmp/policy-chat.js", "utf8"), channels: [], settings: { siteName: "\u5317\u4EAC\u5E02\u671D\u9633\u533A\u653F\u7B56\u6587\u4EF6\u95EE\u7B54", allowedOrigins: [], bodyLimitBytes: 65536, answerTimeoutMs: 3e4, heartbeatMs: 15e3 }, log: (...x) => console.log(...x), now: Date.now, isReady: () => true });
await startServer({ app, port: 4123, host: "127.0.0.1", log: (...x) => console.log(...x) });
