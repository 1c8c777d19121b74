/**
 * Characters that are mistaken for one another by shape, in handwriting, in scans and in shape-based typing. Those that
 * sound alike are found by their pinyin and need no row here.
 */
const GROUPS =
  "料科 估沽姑咕 己已巳 未末 日曰目 人入八 土士 干千于 大太犬 辨辩办辦辫 折拆析 候侯 晴睛清情请 帐账 即既 受授 微徽 券卷 拨拔 竞竟 兄况 查杳 贴帖 设没 暑署 壁璧 陪赔 型形 戍戌戊 " +
  "材村才 审宙 议义仪 限恨很 期其斯 数教 据剧拒 素索 制刷 政改攻 策箓 决诀 程呈 序予 规视现 定宅 承丞 意竟 见贝 征证怔 求救 公分 开井 专传 家冢 论伦沦 风凤 险检验俭 评坪 合台 法去 性姓 " +
  "司同 局居 报服 提题 交文 时吋 间问闻 责贵 任仕 追迫 究穷 通道 批比 执热 行形 单卑 位立 负员 听所 政整 府俯 施拖 部剖 门们 归旧 档挡 案按 评平 科种 普晋 青清 少小 年午 农衣 民尼 老考 " +
  "干王 部都 职织 导异 社杜 会合 志忠 愿原 资贫 金全 目日 标杯 比此 例列 低底 免兔 末本 广厂 告吉 户尸 外处 新析 设役";

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
