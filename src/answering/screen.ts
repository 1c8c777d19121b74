import { createScreening, type Screening } from "./screening.js";
import weights from "./screening.json" with { type: "json" };

/** Why a message is no question on procedure at all; null when it may be one. */
export type Screened = "greeting" | "thanks" | "identity" | "pastime" | "unsafe" | null;

/** Messages that are nothing but politeness; what follows a greeting is read as a question. */
const GREETING =
  /^(?:你好|您好|hi|hello|嗨|早上好|上午好|中午好|下午好|晚上好|在吗|在不在|哈喽|hey)[呀啊哦,.!。!?？~ ]*$/u;
const THANKS =
  /^(?:好的?[,，]?)?(?:谢谢|多谢|感谢|辛苦|再见|拜拜|ok|好的|明白了?|知道了|收到|thanks|thank you|bye)[\p{L}\p{P}\s]{0,6}$/u;
const IDENTITY =
  /(?:你|您)(?:是谁|叫什么|是什么(?:模型|人|东西)|是(?:哪个?|什么)公司|会(?:做)?什么|能(?:做|干)什么|是(?:不是)?(?:机器人|人工智能|ai|gpt|真人)|几岁|多大)|who are you|what can you do/u;

/** Attempts to change how the assistant works, in words that questions about rules never need. */
const INSTRUCTION =
  /(?:忽略|无视|忘记|忘掉|不要管|抛开)(?:你)?(?:以上|之前|前面|上面|上述|先前|所有|全部|一切)?.{0,6}(?:指令|指示|提示词?|要求|设定|规则|限制)|系统提示词?|提示词(?:原样|是什么|内容)|(?:输出|显示|打印|泄露|告诉我)你的(?:提示|指令|设定|规则|prompt)|扮演|假装你是|你现在是|越狱|开发者模式|ignore (?:all |any |the )?(?:previous|prior|above)|system prompt|hidden prompt|jailbreak|developer mode/u;

/** Asking how to deceive in plain words, as against asking what follows from it or how it is found out. */
const DECEIT =
  /(?:怎么|如何|怎样|咋|教我|帮我|替我)(?!处|罚|认定|防|举报|查|追|惩|打击|识别|避免).{0,14}(?:绕过|绕开|规避|躲过|躲开|逃避|造个?假|编造?个?假|伪造|篡改|瞒过|糊弄|蒙混|行贿|贿赂|收买|销毁证据)(?!.{0,8}(?:的人|的单位|责任|后果|处罚|处理|处分|追究))/u;

export type { Screening };
/** What a normalised question is by its wording alone. */
export const screening = createScreening(weights);

/** From these shares on a message is turned away before anything is searched: a fair question turned away costs more trust than an idle one. */
const SURELY_UNSAFE = 0.75;
const SURELY_OFF_TOPIC = 0.7;
/** From these on a question that the corpus does not answer is refused for it: of 195 fair ones of screen.dev.jsonl 1 and 6 come so far, of 120 unsafe ones 67, of 97 off topic 87. */
const LIKELY_UNSAFE = 0.6;
const LIKELY_OFF_TOPIC = 0.2;

/** Screens a normalised question, `shares` being its screening. */
export function screen(question: string, { unsafe, offTopic }: Screening): Screened {
  if (GREETING.test(question)) return "greeting";
  if (THANKS.test(question)) return "thanks";
  if (IDENTITY.test(question)) return "identity";
  if (INSTRUCTION.test(question) || DECEIT.test(question)) return "unsafe";
  if (unsafe >= SURELY_UNSAFE) return "unsafe";
  return offTopic >= SURELY_OFF_TOPIC ? "pastime" : null;
}

/** Whether a question that the corpus does not answer seems to ask for harm or deceit. */
export function seemsUnsafe({ unsafe }: Screening): boolean {
  return unsafe >= LIKELY_UNSAFE;
}

/** Whether a question of which the corpus knows no subject seems to be none on rules at all. */
export function seemsOffTopic({ offTopic }: Screening): boolean {
  return offTopic >= LIKELY_OFF_TOPIC;
}
