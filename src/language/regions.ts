/**
 * Provinces with their prefectures and best-known districts, without 省, 市, 区, 县 at the end: what holds in one need not
 * hold in another. Places whose names are everyday words (日照, 安康, 白银) are left out.
 */
const PROVINCES: readonly (readonly [province: string, places: string])[] = [
  ["北京", "东城 西城 朝阳 海淀 丰台 石景山 门头沟 房山 通州 顺义 昌平 大兴 怀柔 平谷 密云 延庆"],
  ["天津", "滨海新 南开"],
  ["上海", "浦东 浦东新 黄浦 徐汇 静安 普陀 虹口 杨浦 闵行"],
  ["重庆", ""],
  ["河北", "石家庄 唐山 秦皇岛 保定 张家口 承德 廊坊 沧州 衡水 邢台 邯郸 雄安 雄安新"],
  ["山西", "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁"],
  ["内蒙古", "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔"],
  ["辽宁", "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛"],
  ["吉林", "长春 四平 辽源 通化 松原 白城 延边"],
  ["黑龙江", "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化"],
  ["江苏", "南京 苏州 无锡 常州 南通 徐州 扬州 连云港 淮安 盐城 镇江 泰州 宿迁"],
  ["浙江", "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水"],
  ["安徽", "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城"],
  ["福建", "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德"],
  ["江西", "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶"],
  ["山东", "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 临沂 德州 聊城 滨州 菏泽"],
  ["河南", "郑州 洛阳 开封 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店"],
  ["湖北", "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架"],
  ["湖南", "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西"],
  ["广东", "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮"],
  ["广西", "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 崇左"],
  ["海南", "海口 三亚 三沙 儋州 琼海 文昌"],
  ["四川", "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳"],
  ["贵州", "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔东南 黔南 黔西南"],
  ["云南", "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 西双版纳"],
  ["西藏", "拉萨 日喀则 昌都 林芝"],
  ["陕西", "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 商洛"],
  ["甘肃", "兰州 嘉峪关 金昌 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南"],
  ["青海", "西宁 海东"],
  ["宁夏", "银川 石嘴山 吴忠 固原 中卫"],
  ["新疆", "乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什 伊犁"],
  ["台湾", ""],
  ["香港", ""],
  ["澳门", ""],
];

const PROVINCE_OF: ReadonlyMap<string, string> = new Map(
  PROVINCES.flatMap(([province, places]) => places.split(" ").map((place) => [place, province] as const)),
);

/** Every region known here, by its bare name. */
export const REGIONS: ReadonlySet<string> = new Set([
  ...PROVINCES.map(([province]) => province),
  ...[...PROVINCE_OF.keys()].filter(Boolean),
]);

/** The province that a place lies in, bare (海淀区 → 北京); null for a province and for a place not known here. */
export function provinceOf(region: string): string | null {
  return PROVINCE_OF.get(region) ?? PROVINCE_OF.get(region.replace(/[省市区县]$/u, "")) ?? null;
}

/** 海淀, 海淀区, 上海市, 上海浦东. */
export function isRegion(word: string): boolean {
  const bare = word.replace(/[省市区县]$/u, "");
  if (REGIONS.has(word) || REGIONS.has(bare)) return true;
  return [2, 3].some((length) => REGIONS.has(bare.slice(0, length)) && REGIONS.has(bare.slice(length)));
}
