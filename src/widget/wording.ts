import type { Citation, RefusalReason } from "../server/wire.js";

/** Longest question that the box takes; the server's limit. */
export const MAX_QUESTION_LENGTH = 2_000;

/** Everything the widget says. */
export const wording = {
  name: "政策问答",
  conversation: "本次对话",
  log: "对话内容",
  welcomeTitle: "您好，请问要了解哪项规定？",
  welcomeText: "可以直接说事情，例如办理时限、所需材料、由谁负责，也可以写出条款编号。回答照录文件原文，并注明出处。",
  sampleQuestions: "可以这样问",
  moreQuestions: "您还可以问",
  inputLabel: "请输入问题",
  inputPlaceholder: "请输入问题",
  inputHint: "按回车键发送，按 Shift 加回车键换行。",
  ask: "提问",
  stop: "停止",
  restart: "新对话",
  large: "大字",
  contrast: "高对比",
  you: "您的问题",
  assistant: "回答",
  searching: "正在查找文件依据…",
  stopped: "已停止回答。",
  retry: "重新提问",
  sources: "依据",
  generated: "以上文字由语言模型依据下列原文整理，各句已与原文逐字核对；以原文为准。",
  quoteSummary: "查看引用的原文",
  nearest: "相近条文（不作为依据）",
  copy: "复制回答",
  copied: "已复制",
  copyFailed: "复制未成功，请选中文字后复制",
  helpful: "有帮助",
  unhelpful: "没有帮助",
  remarkLabel: "请说明问题所在（可不填）",
  remarkSend: "提交意见",
  thanks: "意见已收到，谢谢。",
  feedbackFailed: "意见未能提交，请稍后再试。",
  unavailable: "服务暂时不可用，请稍后再试。",
  unreachable: "无法连接服务，请检查网络后重试。",
  interrupted: "回答中断，请重新提问。",
  newWindow: "在新窗口打开原文",
  answeredNotice: (sources: number) => `回答完毕，引用${sources}处原文。`,
} as const;

/** Heading of a refusal, by its reason. */
export const refusalTitles: Record<RefusalReason, string> = {
  no_basis: "现有文件中没有可以作为依据的规定",
  not_in_corpus: "收录范围内没有相关规定",
  no_such_provision: "文件中没有所指的条款",
  off_topic: "所问内容不属于政策文件问答范围",
  unsafe: "这个问题不能回答",
};

/** Marks a citation whose text no longer stands as printed; nothing for text in force. */
export const statusNotes: Record<Citation["status"], string | null> = {
  in_force: null,
  amended: "已被修订",
  superseded: "已废止",
  unknown: null,
};

/** The official form 《title》（number）label. A title's own 《》 become 〈〉 inside, as Chinese usage asks. */
export function officialForm({ title, number, label }: Pick<Citation, "title" | "number" | "label">): string {
  const inner = title.replaceAll("《", "〈").replaceAll("》", "〉");
  return `《${inner}》${number === null ? "" : `（${number}）`}${label}`;
}
