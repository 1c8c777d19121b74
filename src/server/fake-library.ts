import type { Answer, Answerer, Citation, Question } from "../answering/answer.js";
import { createFakeLibrary } from "../answering/fake-library.js";
import type { Amendment } from "../corpus/provision.js";
import type { AppDeps } from "./deps.js";

/** Tests only: a small library written by hand, an answerer that says what it is told to, and dependencies from both. */
export const RULES_ID = "gazette/1";
export const AMENDMENT_ID = "gazette/2";

const POINT_2 = "应当保证必要的审查时间，一般不少于7个工作日。";
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

const issued = { issuer: "北京市朝阳区人民政府", date: "2022-09-13" };
export const fakeLibrary = createFakeLibrary({
  [RULES_ID]: {
    ...issued,
    title: "重大行政决策程序规定（试行）",
    number: "朝政发〔2022〕9号",
    noticeTitle: "关于印发《重大行政决策程序规定（试行）》的通知",
    addressees: "各街道办事处",
    trial: true,
    places: [
      { eId: "preface", own: "现将《规定》印发给你们，请认真贯彻落实。" },
      { eId: "conclusions", own: "北京市朝阳区人民政府\n2022年9月13日" },
      {
        eId: "art_1",
        num: "第一条",
        own: "为做好防灾减灾工作，制定本规定。",
        variants: [{ file: "other.txt", start: 3, end: 7, text: "防灾减灾", reading: "防灾避害" }],
      },
      { eId: "art_11", num: "第十一条", own: "" },
      { eId: "art_11__para_1", own: "决策草案须经区司法局进行合法性审查。<审查>不得以征求意见代替：" },
      { eId: "art_11__point_1", num: "（一）", own: "决策承办单位应充分发挥本单位法制机构的职能作用；" },
      { eId: "art_11__point_2", num: "（二）", own: POINT_2 },
    ],
  },
  [AMENDMENT_ID]: {
    ...issued,
    title: "修订《意见》的通知",
    number: "朝政发〔2022〕8号",
    amendments: [amendment],
    places: [
      { eId: "sec_1", num: "一、", own: ORDER },
      { eId: "table_1", own: "" },
      {
        eId: "table_1__row_1",
        own: "",
        cells: { 序号: "1", 决策名称: "知识产权发展规划", 计划决策时间: "三季度" },
      },
    ],
  },
});

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
    suggestions: async () => ["合法性审查要多长时间？", "决策草案要经过哪些程序？"],
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
