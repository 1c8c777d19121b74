/**
 * Government usage: how officials speak and what drafters write. Each row maps spoken wordings to the wordings that
 * rules use for the same thing. Reviewed by hand against the drafting handbook's vocabulary, not against questions;
 * a row belongs here only when it holds for any rule.
 */
const USAGE: readonly (readonly [spoken: string, drafted: string])[] = [
  ["拍板 定夺 敲定 说了算 做主 作主 点头 拍定", "决定 作出决定 集体讨论 讨论决定 审议 主要负责人"],
  ["过会 上会 上常务会 开会研究 上区政府会", "会议审议 提请审议 会议讨论 常务会议 集体讨论 提请会议"],
  ["走流程 走程序 走哪些步骤 手续 步骤 环节 流程", "程序 履行程序 法定程序"],
  [
    "找谁 谁管 归谁管 谁来管 归口 谁抓 哪家管 谁来做 谁来干 谁干 谁弄 谁来弄 谁牵头 牵头",
    "负责 承办 承办单位 承办部门 组织",
  ],
  ["把关 过一遍 审一遍 过审 法审", "审查 审核 合法性审查"],
  ["备齐 备好 准备 带什么 交什么 递交 上交 报送 送审 报审 交哪些 附上 附哪些", "提交 提供 报送 材料"],
  ["东西 文件 资料 手头", "材料 资料"],
  ["老百姓 百姓 群众 市民 公众 大家 居民", "社会公众 公众 人民群众 群众"],
  ["意见征集 征集意见 听意见 征求大家意见 问意见 听取民意 挂网 挂网征求意见", "公开征求意见 征求意见 听取意见"],
  ["公示 挂出来 挂网 上网 发布 对外公布 亮出来", "公开 公布 公示 发布 向社会公布"],
  ["保密 不公开 不能公开", "不予公开 国家秘密"],
  ["加急 着急 来不及 赶时间 火急 紧急", "情况紧急 紧急 缩短期限"],
  ["打回 退件 打回来 退回来", "退回 补充"],
  ["补材料 补交 补件", "补充"],
  ["处罚 罚 挨罚 追责 问责 惩处 处分 受罚 承担后果 后果 怎么处理 怎么处置", "责任 追究责任 责令改正 通报批评 法律责任"],
  ["作假 造假 弄虚作假 假材料", "弄虚作假"],
  ["甩锅 推诿 扯皮 拖着不办 磨洋工 不干活 不落实 不执行", "推诿执行 拖延执行 拒不执行"],
  ["瞒着 隐瞒 瞒报 不上报", "瞒报 谎报 漏报"],
  ["泄密 走漏 说出去 透露 泄漏", "泄露 国家秘密 商业秘密"],
  ["叫停 停下来 停掉 喊停 刹车 不干了 撤销", "停止执行 中止执行 暂缓执行"],
  ["改一改 修改 改动 变动 变更 改", "调整 修订 修正 修改"],
  ["回头看 复盘 事后评估 评效果 后评价", "决策后评估 后评估 评估"],
  ["打分 评价 评", "评估"],
  ["风评 稳评 社会稳定风险评估 风险大不大", "风险评估"],
  ["请专家 找专家 专家把脉 专家评审 专家评议", "专家论证 专家"],
  ["存档 归卷 留底 留痕 备查 归档", "归档 档案 记录"],
  ["说明白 解释清楚 讲清楚 解读一下", "解读 解释说明 说明"],
  ["请示 汇报 上报 报告 打报告", "请示报告 报告 报"],
  ["人大 人代会", "人民代表大会 人大常委会 人民代表大会常务委员会 人大代表"],
  ["政协", "政协委员"],
  ["发改委 发改", "发展改革"],
  ["司法局 法制办 法制部门", "司法局 司法行政部门 法制机构"],
  ["府办 政府办 办公室 区府办", "办公室 政府办公室"],
  ["政数局 政务局 政务中心", "政务服务局"],
  ["头儿 一把手 老大 主官 正职 主要领导 区长", "主要负责人 区长"],
  ["领导", "领导 负责人"],
  ["多久 多长时间 几天 多少天 啥时候 什么时候 何时 时限 期限", "期限 日 工作日 时间"],
  ["经费 钱 花钱 拨款 预算 出钱 资金 费用 掏钱", "经费 资金 投入"],
  ["补助 补贴 资助 奖励 奖金 扶持", "补贴 资助 扶持 奖励 表彰"],
  ["奖励 表扬 评优 嘉奖 评先", "表彰 奖励"],
  ["目标 指标 要达到 达到多少", "目标 比例 达到"],
  ["老人 老年人 大爷大妈 长者", "老年人"],
  ["小孩 孩子 学生 娃 中小学生 未成年人", "青少年 中小学生 学生"],
  ["农民 村民 农村人", "农民 农村"],
  ["工人 职工 员工 打工人", "产业工人 职工"],
  ["干部 公务员 机关人员", "领导干部 公务员"],
  ["外卖员 骑手 快递员 快递小哥 网约车司机", "新就业人群 新就业群体 网约工 物流快递"],
  ["志愿者 义工", "志愿者 志愿服务"],
  ["防诈骗 反诈 骗局 被骗", "防骗 防诈"],
  ["黑名单", "黑名单 失信联合惩戒"],
  ["红名单", "红名单"],
  ["房租 租金 租房 办公室租金", "办公用房 补贴"],
  ["新开的 刚成立 新成立 新办", "新设立"],
  ["生效 起效 实行 执行 施行 开始执行", "施行 实施 起施行"],
  ["作废 失效 不作数 还算数 废止", "废止 以本规定为准 不一致"],
  ["冲突 矛盾 打架 不一样 不一致", "不一致 以本规定为准"],
  ["参照 照着办 照搬 适用 管不管 管得着", "适用 参照"],
  ["依据 根据 凭什么 法律依据 上位法", "根据 依据"],
  ["宗旨 目的 为什么要 为了什么 图什么", "为 目的"],
  ["算不算 属于 属不属于 是不是", "包括 是指 属于"],
  ["不算 不适用 不包括 例外 排除", "不适用 除外"],
  ["第三方 外包 委托 请外面的 找外面的", "委托 第三方 专业机构 社会组织"],
  ["回避 避嫌 利害关系 有关系的专家", "利害关系"],
  ["开听证会 听证", "听证会"],
  ["企业 公司 商户 市场主体", "企业 市场主体"],
  ["竞争 公平竞争", "公平竞争审查"],
  ["街道 乡镇 街乡 街道办", "街道办事处 街乡 乡政府 地区办事处"],
  ["申报 报项目 上报事项 提建议 提议", "申报 建议 提出"],
  ["纳入 列进去 列入 放进 进目录", "列入 纳入"],
  ["公开渠道 渠道 途径 在哪看 哪里看 哪儿公布 哪里公布", "途径 方式 政府网站 政务新媒体"],
  ["盖章 签字 签名 署名", "署名 盖章"],
  ["督查 督办 盯 检查", "督促检查 监督检查 督促"],
  ["监督 监管", "监督 监管"],
  ["培训 上课 学习班", "培训 教育培训"],
  ["宣传 推广", "宣传 传播 推广"],
  ["牌子 品牌 口号", "品牌"],
];

/** Built once: a spoken wording → the drafted wordings for it. */
const DRAFTED_FOR: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const [spoken, drafted] of USAGE) {
    for (const word of spoken.split(" ")) {
      const known = map.get(word) ?? [];
      map.set(
        word,
        [...new Set([...known, ...drafted.split(" ")])].filter((other) => other !== word),
      );
    }
  }
  return map;
})();

const LONGEST = Math.max(...[...DRAFTED_FOR.keys()].map((word) => word.length));

/** The drafted wordings for one spoken wording; empty when the table has none. */
export function draftedFor(word: string): readonly string[] {
  return DRAFTED_FOR.get(word) ?? [];
}

/** Spoken wordings that occur in a text, longest first at each place, with their offsets. */
export function spokenIn(text: string): { word: string; start: number }[] {
  const found: { word: string; start: number }[] = [];
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
