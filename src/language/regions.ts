/** Regions that a question may name: what holds in one need not hold in another. Without 省, 市, 区, 县 at the end. */
const REGIONS = new Set(
  (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 " +
    "东城 西城 朝阳 海淀 丰台 石景山 门头沟 房山 通州 顺义 昌平 大兴 怀柔 平谷 密云 延庆 " +
    "浦东 浦东新 黄浦 徐汇 静安 普陀 虹口 杨浦 闵行 滨海新 南开 雄安 雄安新 " +
    "石家庄 唐山 秦皇岛 保定 张家口 承德 廊坊 沧州 邯郸 太原 大同 呼和浩特 包头 鄂尔多斯 沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 苏州 无锡 常州 南通 徐州 扬州 杭州 宁波 温州 嘉兴 绍兴 金华 " +
    "合肥 芜湖 福州 厦门 泉州 南昌 赣州 济南 青岛 烟台 潍坊 威海 临沂 郑州 洛阳 开封 武汉 宜昌 襄阳 长沙 株洲 岳阳 广州 深圳 珠海 佛山 东莞 中山 惠州 汕头 南宁 桂林 柳州 海口 三亚 " +
    "成都 绵阳 贵阳 遵义 昆明 大理 拉萨 西安 咸阳 宝鸡 兰州 西宁 银川 乌鲁木齐"
  ).split(" "),
);

/** 海淀, 海淀区, 上海市, 上海浦东. */
export function isRegion(word: string): boolean {
  const bare = word.replace(/[省市区县]$/u, "");
  if (REGIONS.has(word) || REGIONS.has(bare)) return true;
  return [2, 3].some((length) => REGIONS.has(bare.slice(0, length)) && REGIONS.has(bare.slice(length)));
}
