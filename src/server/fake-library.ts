import type { Answer, Answerer, Citation, Question } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { Amendment, DocumentHead, Provision } from "../corpus/provision.js";
import type { AppDeps } from "./deps.js";

/** Tests only: a small library written by hand, an answerer that says what it is told to, and dependencies from both. */
type Sketch = Pick<Provision, "eId" | "level" | "label" | "text"> & Partial<Provision>;

function provision(documentId: string, sketch: Sketch): Provision {
  return {
    id: `${documentId}#${sketch.eId}`,
    documentId,
    num: null,
    heading: null,
    ownLength: sketch.text.length,
    source: { file: `${documentId}.txt`, start: 0, end: sketch.text.length },
    parent: null,
    children: [],
    status: "in_force",
    ...sketch,
  };
}

function head(documentId: string, title: string, fields: Partial<DocumentHead>): DocumentHead {
  return {
    documentId,
    file: `${documentId}.txt`,
    title,
    noticeTitle: null,
    number: null,
    issuer: "北京市朝阳区人民政府",
    date: "2022-09-13",
    addressees: null,
    trial: false,
    inForceFrom: null,
    status: "in_force",
    duplicateOf: null,
    aliases: [],
    amendments: [],
    ...fields,
  };
}

export const RULES_ID = "gazette/1";
export const AMENDMENT_ID = "gazette/2";

const POINT_1 = "决策承办单位应充分发挥本单位法制机构的职能作用；";
const POINT_2 = "应当保证必要的审查时间，一般不少于7个工作日。";
const LEAD = "决策草案须经区司法局进行合法性审查。<审查>不得以征求意见代替：";

const rules = [
  provision(RULES_ID, {
    eId: "preface",
    level: "preface",
    label: "前言",
    text: "现将《规定》印发给你们，请认真贯彻落实。",
  }),
  provision(RULES_ID, {
    eId: "conclusions",
    level: "conclusions",
    label: "落款",
    text: "北京市朝阳区人民政府\n2022年9月13日",
  }),
  provision(RULES_ID, {
    eId: "art_1",
    level: "article",
    num: "第一条",
    label: "第一条",
    text: "为做好防灾减灾工作，制定本规定。",
    variants: [{ file: "other.txt", start: 3, end: 7, text: "防灾减灾", reading: "防灾避害" }],
  }),
  provision(RULES_ID, {
    eId: "art_11",
    level: "article",
    num: "第十一条",
    label: "第十一条",
    text: `${LEAD}\n（一）${POINT_1}\n（二）${POINT_2}`,
    ownLength: 0,
    children: ["art_11__para_1", "art_11__point_1", "art_11__point_2"],
  }),
  provision(RULES_ID, {
    eId: "art_11__para_1",
    level: "paragraph",
    label: "第十一条第一款",
    text: LEAD,
    parent: "art_11",
  }),
  provision(RULES_ID, {
    eId: "art_11__point_1",
    level: "point",
    num: "（一）",
    label: "第十一条第（一）项",
    text: POINT_1,
    parent: "art_11",
  }),
  provision(RULES_ID, {
    eId: "art_11__point_2",
    level: "point",
    num: "（二）",
    label: "第十一条第（二）项",
    text: POINT_2,
    parent: "art_11",
  }),
];

const OLD = "正常开展业务活动1年以上";
const NEW = "正常开展业务活动2年以上";
const ORDER = `将第三条第一项中“${OLD}”修订为“${NEW}”。`;
const amendment: Amendment = {
  provisionId: `${AMENDMENT_ID}#sec_1`,
  targetNumber: "朝政发〔2021〕2号",
  targetTitle: "关于促进人力资源市场发展的意见",
  targetPlace: "第三条第一项",
  targetSubject: null,
  oldText: OLD,
  oldStart: ORDER.indexOf(OLD),
  oldEnd: ORDER.indexOf(OLD) + OLD.length,
  newText: NEW,
  newStart: ORDER.indexOf(NEW),
  newEnd: ORDER.indexOf(NEW) + NEW.length,
  inForceFrom: "2022-08-13",
};
const ROW = "1 知识产权发展规划 三季度";

const amending = [
  provision(AMENDMENT_ID, { eId: "sec_1", level: "section", num: "一、", label: "一", text: ORDER }),
  provision(AMENDMENT_ID, {
    eId: "table_1",
    level: "table",
    label: "附表",
    text: ROW,
    ownLength: 0,
    children: ["table_1__row_1"],
  }),
  provision(AMENDMENT_ID, {
    eId: "table_1__row_1",
    level: "row",
    label: "附表第1行",
    text: ROW,
    parent: "table_1",
    cells: [
      { column: "序号", text: "1", start: 0, end: 1 },
      { column: "决策名称", text: "知识产权发展规划", start: 2, end: 10 },
      { column: "计划决策时间", text: "三季度", start: 11, end: 14 },
    ],
  }),
];

const documents = [
  head(RULES_ID, "重大行政决策程序规定（试行）", {
    number: "朝政发〔2022〕9号",
    noticeTitle: "关于印发《重大行政决策程序规定（试行）》的通知",
    addressees: "各街道办事处",
    trial: true,
  }),
  head(AMENDMENT_ID, "修订《意见》的通知", { number: "朝政发〔2022〕8号", amendments: [amendment] }),
];

export const fakeLibrary: PolicyLibrary = {
  documents,
  document: (documentId) => documents.find((document) => document.documentId === documentId),
  provision: (provisionId) => [...rules, ...amending].find(({ id }) => id === provisionId),
  provisionsOf: (documentId) => [...rules, ...amending].filter((item) => item.documentId === documentId),
  read: async (task) => task(),
};

export const fakeCitation: Citation = {
  index: 1,
  provisionId: `${RULES_ID}#art_11__point_2`,
  documentId: RULES_ID,
  number: "朝政发〔2022〕9号",
  title: "重大行政决策程序规定（试行）",
  eId: "art_11__point_2",
  label: "第十一条第（二）项",
  quote: POINT_2.slice(12),
  quoteStart: 12,
  quoteEnd: POINT_2.length,
  status: "in_force",
  url: "/documents/gazette/1#art_11__point_2",
};

export const fakeAnswer: Answer = {
  status: "answered",
  answer: "**一般不少于7个工作日。**[1]\n\n另见：\n1. 决策草案；\n2. 起草说明。[1]",
  citations: [fakeCitation],
  refusal: null,
  suggestions: ["合法性审查的内容包括哪些？"],
  mode: "extractive",
  confidence: 0.93,
  elapsedMs: 3.1,
};

export const fakeRefusal: Answer = {
  status: "refused",
  answer: "现有文件没有规定这一事项。\n\n相近的内容：\n\n- 第十一条第（一）项",
  citations: [],
  refusal: { reason: "no_basis", nearest: [`${RULES_ID}#art_11__point_1`] },
  suggestions: ["合法性审查要多长时间？"],
  mode: "extractive",
  confidence: 0.9,
  elapsedMs: 2,
};

/** Records what it is asked; answers with `reply`, which a test replaces. */
export class FakeAnswerer implements Answerer {
  readonly asked: Question[] = [];
  reply: (question: Question) => Promise<Answer> = async () => fakeAnswer;

  answer(question: Question): Promise<Answer> {
    this.asked.push(question);
    return this.reply(question);
  }
}

/** Dependencies over the library above; `overrides` replace single ones. */
export function createFakeDeps(overrides: Partial<AppDeps> = {}): AppDeps {
  return {
    answerer: new FakeAnswerer(),
    library: fakeLibrary,
    search: async () => [{ provisionId: `${RULES_ID}#art_11__point_2`, score: 0.5 }],
    feedback: async () => undefined,
    suggestions: ["合法性审查要多长时间？", "决策草案要经过哪些程序？"],
    widgetScript: "/* widget */",
    channels: [],
    settings: {
      siteName: "政策问答",
      allowedOrigins: [],
      bodyLimitBytes: 65_536,
      answerTimeoutMs: 5_000,
      heartbeatMs: 15_000,
    },
    log: () => undefined,
    now: Date.now,
    isReady: () => true,
    ...overrides,
  };
}
