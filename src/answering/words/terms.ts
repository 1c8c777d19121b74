import { blankFillers } from "../../language/fillers.js";
import type { Segmenter } from "../../language/segmenter.js";
import { draftedFor, spokenIn } from "../../language/usage.js";
import type { WordRegister } from "../../language/word-register.js";

/** A content word of a question. */
export interface Term {
  readonly text: string;
  /** Drafted wordings that mean the same. */
  readonly alternatives: readonly string[];
  /** Rarity in nats times a factor for the kind of word; 0 never. */
  readonly weight: number;
  /** A place, person, organisation or year: another one is another matter. */
  readonly isName: boolean;
  /** `asked` words name what is asked for (材料, 时间); a passage may answer without repeating them. */
  readonly role: "topic" | "asked" | "year" | "quantity";
  /** A word for an act. */
  readonly isVerb: boolean;
  /** 0 for a word of everyday speech, 1 for a word of rules: a rule that answers has the latter, or it is another matter. */
  readonly drafted: number;
}

/** Words that carry no subject: particles, pronouns, question words, modals, polite phrases. */
const STOP_WORDS = new Set(
  (
    "的 了 吗 呢 吧 啊 呀 嘛 么 哦 哈 之 所 以 而 且 并 则 若 也 都 还 又 就 才 再 只 很 最 太 更 比较 非常 谁 哪 哪些 哪个 哪种 哪几 哪家 哪里 哪儿 什么 啥 怎么 怎样 怎么样 怎么办 如何 " +
    "多少 几 几个 多久 是 不是 是不是 有 没有 有没有 要 不要 要不要 需要 需不需要 应该 应当 应 该 可以 可 能 能够 能不能 可不可以 必须 须 得 会 会不会 在 由 被 把 将 对 对于 关于 向 从 和 与 及 " +
    "以及 或 或者 等 这 那 这个 那个 这些 那些 这样 那样 我 我们 你 你们 您 他 她 它 它们 他们 咱 咱们 请 请问 问 问下 想 想问 想知道 知道 告诉 一下 下 一个 个 一 时 时候 的话 如果 要是 假如 里 里面 中 上 " +
    "下面 当中 之前 之后 前 后 以前 以后 为 为了 因为 所以 做 干 搞 弄 办 进行 给 让 使 跟 到 去 来 用 按 按照 根据 依据 通过 说 讲 写 叫 叫做 称 指 意思 具体 分别 主要 一般 通常 大概 大约 至少 最少 " +
    "最多 有关 相关 方面 情况 问题 规定 要求 内容 其 其中 其他 另外 同时 不 没 无 未 非 别 否 是否 行 好 对吗 谢谢 麻烦 帮 帮忙 帮我 看 看看 查 查一下 找 吗? 呗 那会儿 里头 咋 咋办 咋样 哪位 何 何时 何人 多 长 多长 时间 " +
    "人 事 事情 东西 现在 目前 今年 当前 还是 仍 仍然 到底 究竟 不能 不用 不会 不想 不要 不让 不光 自己 大家 打算 属于 算 算不算 包括 包含 包括哪些 含 有些 有何 几种 几条 几项 几类 为什么 为啥 为何 区 我区 我们区 本区 咱区 全区 所有 全部 每 各 共 一共 总共 年 月 日 号 第 条 款 项 目"
  ).split(" "),
);

/** Words that name the kind of thing asked for. */
const ASKED = new Set(
  (
    "材料 资料 文件 时间 期限 时限 期 部门 单位 机构 机关 领导 负责人 条件 情形 情况 程序 流程 步骤 手续 环节 方式 途径 渠道 形式 方法 办法 措施 原则 目标 任务 职责 责任 后果 依据 目的 范围 对象 内容 标准 要求 " +
    "什么时候 啥时候 何时 多长时间 多久 几天 多少天 多少钱 谁来做 谁来干 谁干 谁弄 谁来弄 谁管 谁来管 找谁 归谁管 谁抓 哪家管 谁负责 由谁负责 怎么处理 怎么处置 哪里看 在哪看 " +
    "比例 百分比 百分之 多高 数量 次数 种类 日期 文号 事项 工程 行动 重点 主体 含义 定义 结果 决定 工作日 天 个月 季度"
  ).split(" "),
);

const YEAR = /^(?:19|20)\d{2}年?$/u;
const QUANTITY =
  /^(?:\d+(?:\.\d+)?(?:%|个|天|日|项|条|个月|月|年|工作日|元|万元|号|季度|次|人|家)*|[一二两三四五六七八九十]+(?:项|条|类|种|样|点|步|档))$/u;
const FIVE_YEARS = /^十[一二三四五六七八]五$/u;
const PERIOD = /^(?:第?[一二三四1-4]季度|[上下]半年)$/u;
const WORD = /[\p{Script=Han}\p{L}\p{N}]/u;

/** Share of its rarity that a word of a part of speech keeps; parts not named here carry little subject. */
const SUBJECT: readonly (readonly [RegExp, number])[] = [
  [/^(?:n|vn|j|l|i|s|an)/u, 1],
  [/^(?:eng|x)/u, 0.7],
  [/^v/u, 0.6],
  [/^(?:a|b|z)/u, 0.5],
];
const LITTLE = 0.2;

/** Rarity counts up to this many nats: beyond it a word is simply unknown. No term weighs more. */
export const RAREST = 6;

/** What the weighing of words needs to know of the language and the corpus. */
export interface Lexicon {
  readonly segmenter: Segmenter;
  /** Rarity of a word in the corpus, in nats; high for one that it does not have. */
  readonly rarity: (word: string) => number;
  readonly register: WordRegister;
}

/**
 * The content words of a normalised question, each once. Spoken wordings of the usage table are found first, longest
 * match, so that 走流程 is one term; the rest is cut by the segmenter.
 */
export function parseTerms(question: string, lexicon: Lexicon): Term[] {
  const edges = wordEdges(question, lexicon.segmenter);
  const telling = blankFillers(question, edges);
  const terms = new Map<string, Term>();
  const add = (text: string) => {
    if (terms.has(text) || !WORD.test(text)) return;
    const alternatives = draftedFor(text);
    if (STOP_WORDS.has(text) && alternatives.length === 0) return;
    terms.set(text, { text, alternatives, ...weigh(text, alternatives, lexicon) });
  };
  const addStretch = (stretch: string) => {
    for (const part of stretch.replace(FRAME, " ").split(/([a-z][a-z'-]*|\d+(?:\.\d+)?(?:%|年)?)|\s+/u)) {
      if (part) for (const piece of /^[a-z\d]/u.test(part) ? [part] : lexicon.segmenter.cutKnown(part)) add(piece);
    }
  };
  for (const match of question.matchAll(NAMED)) add(match[1] ?? match[0]);
  let at = 0;
  for (const { word, start } of spokenWords(question, edges)) {
    addStretch(telling.slice(at, start));
    add(word);
    at = start + word.length;
  }
  addStretch(telling.slice(at));
  return [...terms.values()];
}

/** Where the words of a text begin and end. */
function wordEdges(text: string, segmenter: Segmenter): ReadonlySet<number> {
  const edges = new Set([0]);
  let end = 0;
  for (const word of segmenter.cutKnown(text)) {
    end = text.indexOf(word, end) + word.length;
    edges.add(end - word.length).add(end);
  }
  return edges;
}

/**
 * Wordings of the usage table that begin and end where words do: 政府办 is not in 区政府办公室. The segmenter runs spoken
 * words together (达/标的), so one edge is enough for three characters and more.
 */
function spokenWords(question: string, edges: ReadonlySet<number>): { word: string; start: number }[] {
  return spokenIn(question, (start, end) => {
    const met = Number(edges.has(start)) + Number(edges.has(end));
    return end - start > 1 && met >= (end - start > 2 ? 1 : 2);
  });
}

/** Words in quotation marks, five-year plans and what sums up a list (五小是指啥) are names, taken whole. */
const NAMED =
  /"([^"]{2,20})"|(?:十[一二三四五六七八]五)|[两二三四五六七八九十](?![项条个类点种样步处家名位年月日天次章款目])\p{Script=Han}(?=[,，]?(?:到底|究竟|具体)?(?:是[指什啥哪]|指[的什啥哪]|都?包括|分别))/gu;

/** What makes a sentence a question; taken out before words are cut, because questions run them together. */
const FRAME =
  /(?:哪|什么|啥|怎么?|咋|如何|为什么|为啥|为何|多少|谁|是不是|能不能|可不可以|要不要|有没有|算不算|是否|能否|可否|需不需要|该不该|行不行|几)(?:样|些|几|(?:\d+|[一二两三四五六七八九十]+)(?=[个项种类家级样位条件步档大点]))?(?:的|个|项|种|类|家|里|儿|级|样|位|天|年|月|次|条|件|份)?|[这那](?:摊子|档子|码|回)事儿?|(?:报|说|讲|念|列|找)一下(?=$|[?？。])|[吗呢吧么嘛呀啊?？!！。,，]/gu;

function weigh(
  text: string,
  alternatives: readonly string[],
  { segmenter, rarity: rarityOf, register }: Lexicon,
): Omit<Term, "text" | "alternatives"> {
  if (YEAR.test(text) || FIVE_YEARS.test(text))
    return { weight: 3, role: "year", isName: true, isVerb: false, drafted: 1 };
  if (PERIOD.test(text)) return { weight: 2.5, role: "topic", isName: false, isVerb: false, drafted: 1 };
  if (QUANTITY.test(text)) return { weight: 0.5, role: "quantity", isName: false, isVerb: false, drafted: 0.5 };
  if (/^[a-z'-]+$/u.test(text)) return { weight: 1, role: "topic", isName: false, isVerb: false, drafted: 0 };
  if (ASKED.has(text) || STOP_WORDS.has(text))
    return { weight: 0.6, role: "asked", isName: false, isVerb: false, drafted: 0.5 };
  const use = register(text);
  // A spoken word is rare in rules whatever it means, so its rarity is that of the drafted words; and a word that this
  // corpus lacks is no rarer than it is elsewhere.
  const rarity = Math.min(RAREST, rarityOf(text), use?.rarity ?? RAREST, ...alternatives.map(rarityOf));
  const tag = segmenter.partOfSpeech(text);
  const subject = alternatives.length > 0 ? 1 : (SUBJECT.find(([pattern]) => pattern.test(tag))?.[1] ?? LITTLE);
  const length = text.length === 1 ? 0.35 : 1;
  return {
    weight: Math.max(0.2, rarity * subject * length),
    role: "topic",
    isName: /^n[srt]/u.test(tag),
    isVerb: /^v/u.test(tag),
    drafted: use?.drafted ?? 0,
  };
}
