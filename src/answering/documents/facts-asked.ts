import { NUMERAL } from "../places/document-mention.js";
import { type QuestionKind, questionKind } from "../question/question-kind.js";
import { asksSinceWhenChanged } from "./amended-text.js";

const NOUN = "(?:规定|方案|目录|意见|办法|条例|通知|细则|纲要|计划|决定|[^方办宪司依违合执立]法|号文(?:件)?)";
const MADE = "(?:制定|制订|编制|编写|编|出台|起草|印发|定|写|搞|弄)";

/** 为啥要定这么个规定, 出台这个方案图啥: what a text is for, which its first words say. */
const PURPOSE_OF_DOCUMENT =
  /(?:为什么|为啥|为何|干嘛|干吗)[^,。]{0,4}?(?:定|出|出台|制定|印发|发|搞|弄|编|编制)(?:了)?[^,。]{0,16}(?:规定|方案|目录|意见|办法|条例|通知|细则)(?=$|[,、?。])|(?:定|出|出台|制定|印发|搞|弄|编|编制)(?:了)?[^,。]{0,16}(?:规定|方案|目录|意见|办法|条例|通知|细则)(?:的目的|的宗旨|图(?:的|个)?(?:什么|啥)|是?为了?(?:什么|啥))/u;

/** 按照什么标准发 asks for a rule within the text. */
const WHICH = "[哪什啥几](?![^,。]{0,3}(?:标准|条件|情形|情况|因素|指标|材料|数据|流程|程序|比例))";
const RESTS = `(?:依据|依的|依照|根据|援引|引用|参照|(?:照着?|按照?)(?=[^。]{0,4}${WHICH}[^,。]{0,8}(?:法|条例|文件|规定|纲要|规划))|上位法|上位依据)`;
/** 方案是依据哪几部法制定的, 编目录照着哪个条例: on what a text rests, not on what something within it does. */
const BASIS_OF_DOCUMENT = new RegExp(
  `${NOUN}[,的]{0,2}(?:上面|上头|都|是|主要|${MADE}|所|里头?|开头|到底|有没有|有无|有)*的?${RESTS}[^。]*${WHICH}|` +
    `${MADE}(?:[这那]|了)?[^,。]{0,20}${NOUN},?(?:是|都|的|时|时候)*${RESTS}[^。]*${WHICH}|` +
    `${NOUN}[^。]*${RESTS}[^,。]{0,2}${WHICH}[^,。]{0,12}${MADE}(?:出来|的|来)|` +
    `号(?:文件?|通知)[^。]{0,2}(?:改|动|修订|修改)[^。]{0,12}${RESTS}[^。]*${WHICH}|` +
    `${NOUN}[^。]{0,4}[拿以用]${WHICH}[^,。]{0,12}(?:当|作|为|做)(?:制定)?(?:依据|根据)|` +
    // An English question keeps its order.
    `^(?:什么 )?(?:法律 )?依据 [^。]*${NOUN} ?[?]?$|^(?:什么|哪些?) (?:法律|法规|规定|条例|文件|规则)[^。]* 制定依据 ?[?]?$`,
  "u",
);

const CONSENTS = "(?:同意|点(?:了|过|的)?头|批准|首肯|批[过了的])";
/** What must be agreed to before a text is issued is a rule within it. */
const SAID = "[^。要须应得需]";
/** 方案是办公室自己定的,还是区政府点过头才发的; 通知印发前谁点过头 */
const CONSENT_TO_DOCUMENT = new RegExp(
  `${NOUN}${SAID}{0,24}${CONSENTS}[^,。]{0,2}(?:才|后|再)?(?:印发|下发|发|印|出)(?:了?的|下来|出来|$)|` +
    `${NOUN}${SAID}{0,6}(?:印发|下发|发|印|出台)[^,。]{0,2}(?:(?:之|以)?前|是不是|有没有|有无)${SAID}{0,10}${CONSENTS}`,
  "u",
);

const REPEALED = "(?:废止|取代|替代|代替|废掉|作废|顶替)";
const OLD_TEXT = "(?:旧|老|原)?的?(?:文|规定|方案|目录|纲要|办法|意见|条例|通知|细则|法)";
const WHICH_TEXTS = `(?:哪|什么|啥|几)(?:些|几|个|份|部|件)*`;
/** 被它废止的旧文件有哪几份, 同时废止了哪些规定 */
const REPEALS = new RegExp(
  `${REPEALED}[了掉的是]*(?:${WHICH_TEXTS}${OLD_TEXT}|的${OLD_TEXT}[^。]*${WHICH_TEXTS})|${WHICH_TEXTS}${OLD_TEXT}[^,。]{0,6}${REPEALED}`,
  "u",
);

const EARLIER = /(?:哪个|哪份|哪一个|谁)[^,。]{0,4}(?:先|早|后|晚|新|旧)|先后|前后/u;

/** What asks for a fact of a text only in a breath with others: 几号文，自什么时候算起. */
const IN_ONE_BREATH: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    "document_consent",
    /经(?:过)?(?:谁|哪)|谁(?:点的?头|同意|批(?:准|的))|哪一?级(?:点头|同意|批准)|(?:谁|哪[^,。]{0,4})点(?:了|过)?头/u,
  ],
  ["document_in_force", /算起|起算|算数|作数|管用|起效/u],
  ["document_issuer", /(?:谁|哪家|哪个单位|哪里)(?:来)?(?:印|发|出)的?$/u],
  ["document_date", /落款(?:是)?[几哪]|日子|哪天|几月几号|日期/u],
  [
    "document_addressees",
    /(?:印|发|送)给(?:到)?(?:谁|哪)|给(?:谁|哪(?:些|几)?(?:单位|部门|家|里|个)?)(?:看|发)?的?(?=$|[、,])/u,
  ],
  ["document_purpose", /图(?:的|个)?(?:什么|啥)|为(?:的是)?(?:什么|啥|何)|干[嘛吗]|目的|宗旨/u],
  ["document_basis", /(?:根据|依据|凭)(?:的|是|的是)?(?:什么|啥|哪)/u],
  ["document_number", /几号文?$|文号|哪个文$|哪份(?:文件|通知|文)$/u],
];

const BOTH_REST = /(?:根据|依据|上位法)(?:和|与|跟)[^。]*(?:根据|依据|上位法)/u;
/** 把意见改了的是哪个文: the text that changes another one is asked for. */
const AMENDER =
  /(?:把|将)[^,。]{2,20}(?:改动?|修订|修改|动)(?:了|过)?的是[哪什]|[哪什][个份么]?(?:文件?|通知)(?:把|将|对|给)?[^,。]{0,20}?(?:改|修订|修改|动)[了过的]|被[哪什][个份么]?(?:文件?|通知)[^,。]{0,4}(?:改|修|动)|(?:改|修订|修改|动)(?:了|过)[^,。]{2,20}的是(?:哪[个份]|什么)(?:文|通知)/u;

const TEXT = "(?:文件|通知|规定|方案|目录|意见|办法|条例|法规|法律?|纲要|文|东西)";
/** Nothing but a number: 9号文, 朝政发〔2022〕9号, 国务院令第713号. */
const NUMBERED = `(?:第|(?:中华人民共和国)?(?:国务院|主席|[一-鿿]{2,10}部)?令第?|[一-鿿]{1,16}?[发字函规令办审通]〔\\d{4}〕)?${NUMERAL}号(?:文件?|(?:国务院|主席|部)?令|通知)?`;
/** 9号文是个什么文件, 哪部条例是国务院令第713号. */
const TITLE_OF_NUMBER = new RegExp(
  `^(?:请问)?${NUMBERED},?(?:到底|究竟)?(?:是|指的?是?|叫)(?:一?[个份部])?(?:什么|啥|哪(?:一?[个份部])?)(?:样的)?${TEXT}?(?:名字?|名称)?(?:来着|呀|啊|呢|的)?[?。]?$|` +
    `^(?:请问)?(?:什么|啥|哪)(?:一?[个份部])?${TEXT}(?:的?文号)?是${NUMBERED}[?。]?$`,
  "u",
);
const NUMBER_ALONE = new RegExp(`^${NUMBERED}[?。]?$`, "u");

/** The fact by which a question compares two documents; null where it compares none. */
export function comparesDocuments(text: string): QuestionKind | null {
  if (EARLIER.test(text)) return /施行|生效|实施/u.test(text) ? "document_in_force" : "document_date";
  return BOTH_REST.test(text) ? "document_basis" : null;
}

/** Whether a question asks which text changes another one. */
export function asksAmending(text: string): boolean {
  return AMENDER.test(text);
}

/** What a question asks of a document as such; its own kind where it asks nothing of one. */
export function factAsked(text: string, kind: QuestionKind): QuestionKind {
  return kind === "open" && NUMBER_ALONE.test(text) ? "document_title" : factOfClause(text, kind);
}

/** The same of a clause, of which a number alone asks nothing: 5号文和8号文哪个印得早. */
function factOfClause(text: string, kind: QuestionKind): QuestionKind {
  if (PURPOSE_OF_DOCUMENT.test(text)) return "document_purpose";
  if (REPEALS.test(text)) return "document_repeals";
  if (CONSENT_TO_DOCUMENT.test(text)) return "document_consent";
  if (asksSinceWhenChanged(text)) return "document_in_force";
  if (TITLE_OF_NUMBER.test(text)) return "document_title";
  if (asksAmending(text) && !isFact(kind)) return "document_title";
  return BASIS_OF_DOCUMENT.test(text) ? "document_basis" : kind;
}

/** The kinds of the clauses where each asks for a fact about the document; the kind of the whole otherwise. */
export function factsAsked(kind: QuestionKind, question: string): readonly QuestionKind[] {
  const clauses = question.split(/[,;、?。]|还有|以及|和/u).filter(Boolean);
  const kinds = clauses.map(factOf);
  const facts = kinds.filter(isFact);
  return facts.length > 1 && kinds.every((one) => isFact(one) || one === "open") ? [...new Set(facts)] : [kind];
}

function factOf(clause: string): QuestionKind {
  const kind = factOfClause(clause, questionKind(clause));
  return isFact(kind) ? kind : (IN_ONE_BREATH.find(([, pattern]) => pattern.test(clause))?.[0] ?? kind);
}

/** Whether a kind asks for a fact about a document as such. */
export const isFact = (kind: QuestionKind): boolean => kind.startsWith("document_");
