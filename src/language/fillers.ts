/** Everyday wordings that say nothing on what is asked, whatever the question; parted by spaces. */
const FILLERS = new Set(
  (
    "一句话 一句话讲 一句话说 事儿 会咋样 会怎么着 你就说 几句话 列一列 列全喽 列出来 列给我 别扯 别管 别跟我扯 别跟我扯皮 到头来 到底 压根 压根儿 压根就 反正 合着 同事说 " +
    "同事问我 同学问我 后儿 听人说 听说 咋说的 咱们 回我 回我一句 对不对 对吧 小刘 小吴 小周 小孙 小张 小李 小王 小赵 小陈 就完事 就拉倒 帮我看看 帮我瞧瞧 " +
    "干脆 归根到底 念一下 念一遍 念给我听 怎么个说法 怎么着 怎么说的 想不起 我听说 我记得 抄一下 抄一遍 抄给我 据说 摘一下 摘给我 敢情 明儿 明儿个 是不是这样 是啥说法 是这样吗 有人说 " +
    "有人问 有人问我 有什么说法 有同事说 有啥说法 有戏吗 有戏没 有门儿 有门吗 朋友问我 来着 校对一下 没错吧 玩意儿 甩给我 甭管 真的假的 究竟 索性 给我列全 统统 翻来覆去 翻给我看 老刘 " +
    "老吴 老周 老孙 老张 老李 老王 老赵 老陈 觉得 记不清 记得 话说 说到底 说白了 赶明儿 这事儿 这份 这俩 这句话 这回 这块 这当口 这摊 这摊事 " +
    "这摊子事 这摊活 这本 这档子事 这笔 这话 这话准不准 这阵儿 这阵子 通通 那事儿 那份 那会儿 那几个 那回 那块 那天 那摊子事 那本 那种 那笔 那话 那里头 那阵 " +
    "那阵儿 里头 顺便 顺便告诉我 顺带 领导说 寻思着 我寻思 我琢磨 琢磨着 好歹 横竖 总归 比方说 打比方 换句话说 弱弱问一句 请教一下 老实说 说实话 讲真 话说回来 " +
    "说来说去 然后呢 告诉我 一并告诉我 帮我捋 帮我捋一遍 帮我列一下 帮忙看看 帮看一眼 您帮看看 您给说说 给我列列 给我捋 给我数数 给我看看 给我说说 原文给我看看 麻烦问下 顺便问下 哎呀 某件事 可是 一码归一码 得嘞 " +
    "问一嘴 都说说 讲讲 随便讲讲 帮我问问 想问问 我想问问 问一声 念念 给我念念 打眼一看 翻翻看 说句实在话 说句老实话 实话说"
  ).split(" "),
);

const LONGEST = Math.max(...[...FILLERS].map((word) => word.length));

/** The text with blanks in their place, as many characters, where they begin and end with words: 别管 is not in 分别管理. */
export function blankFillers(text: string, edges: ReadonlySet<number>): string {
  let blanked = "";
  for (let at = 0; at < text.length; ) {
    const length = edges.has(at) ? fillerAt(text, at, edges) : 0;
    blanked += length > 0 ? " ".repeat(length) : text.charAt(at);
    at += Math.max(1, length);
  }
  return blanked;
}

/** Length of the longest one that begins here; 0 for none. */
function fillerAt(text: string, start: number, edges: ReadonlySet<number>): number {
  for (let length = Math.min(LONGEST, text.length - start); length > 1; length--)
    if (edges.has(start + length) && FILLERS.has(text.slice(start, start + length))) return length;
  return 0;
}
