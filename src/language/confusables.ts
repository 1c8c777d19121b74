/**
 * Characters that are mistaken for one another by shape, in handwriting, in scans and in shape-based typing. Those that
 * sound alike are found by their pinyin and need a row here only where they belong to a larger group.
 */
const GROUPS = [
  // A stroke more, less, longer or shorter
  "己已巳 未末 日曰目 人入八 土士 干千于 大太犬丈 天夫无 王玉主 田由甲申 木本术 今令 午牛 白自 刀力刃 厂广 户尸 免兔 鸟乌 乒乓",
  "戍戌戊戎 毋母 候侯 折拆析 即既 拨拔 贷货 竞竟 兄况 风凤 贝见 且旦 勾句旬 旨皆 师帅 享亨 代伐 住往 伸仲 任仕",
  "处外 开井 历厉 灾灸 永水 各名 含合 否杏 育肓 昌冒 宣宜 冶治 冼洗",
  // The same body with another side
  "睛晴情清请精 帐账胀 辨辩辫瓣 徽微徵 受授 券卷 沽估姑咕 贴帖 暑署著 壁璧 陪赔培倍 型形刑邢 议义仪 限恨很 期其斯 数教 据剧拒 检险验俭 评坪 论伦沦",
  "证征怔 操燥躁澡 即郎 版板 峻竣俊 缓援暖 栽裁载 密蜜 喝渴竭揭 梢稍捎 摘滴嫡 偏遍编篇 官宫管 跟根 课棵 购构沟 供洪拱 辑缉楫 侧测则 值植置 职织识",
  "项顶须 颁领 财材村 料科 程呈 租组阻祖 税说脱悦 复夏 案按 档挡 拟似 待侍恃 特持 效郊校 故敌 放政 改攻 收牧 报服 投设没 役设 抽油 招拍 批抵 抑仰",
  "低底抵 泛乏 法去 注住 治冶 堤提题 均钧 坏怀环 境镜 埋理 规视现 资贫 责贵 赏尝 赠增 置直",
  "追迫 选迭 迁迂 递逮 遣遗 延廷 建健 审宙 究穷 完宗 定宅 守宁 承丞 序予 废度 府俯 应庆",
  "问间闻 阅阀 局居 层展 都郁 邻邮 那哪 单卑 素索 紧索 紊索 制刷 列例",
  "归旧 志忠 恣姿 愿原 性姓 听所 标杯 比此 查杳 栏拦 概慨 司同 可司 台合 告吉",
  "部剖陪 突实 暂渐 党觉 农衣 民尼 老考 普晋 晰析 智知 杜社 壮状 妨防 始治 委季 会合 全金 价阶",
].join(" ");

const LOOK_ALIKES: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const map = new Map<string, Set<string>>();
  for (const group of GROUPS.split(" ")) {
    for (const character of group) {
      const others = map.get(character) ?? new Set();
      for (const other of group) if (other !== character) others.add(other);
      map.set(character, others);
    }
  }
  return map;
})();

/** Characters that look like the given one; empty where none is known. */
export function lookAlikes(character: string): ReadonlySet<string> {
  return LOOK_ALIKES.get(character) ?? new Set();
}
