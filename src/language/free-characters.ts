/**
 * Characters that stand alone as words in everyday speech: verbs, adverbs, pronouns, measures, numbers and plain nouns. Two
 * neighbours that form no dictionary word are mostly two such words (查价, 罚几, 内补) and no slip of typing.
 */
export const FREE_CHARACTERS: ReadonlySet<string> = new Set([
  // Verbs
  ..."查补罚干搞接招报交办领发收给拿找开关停改修建拆砍卖买租借还退扣付花赚养生死吃喝住走去来跑带送请叫喊问答说讲写看听读学教管用做当想要愿敢肯该会能得需靠占骗偷抢打骂吵闹抓判批审评选投换调挂贴盖签填存取保护救赔欠催告诉拒认否算满超缺剩涨降减加除乘分派推拉搬挪装拍录放封锁烧挖种砸炒抽出进入回过起落上下撤设立定搭洗倒丢捡试搜知募监",
  // Adverbs, prepositions, conjunctions and pronouns
  ..."须先再才就只光都全总共各每另太很最更挺好非不没别无未已经由因按照跟对为从往朝替比凭随连像若如虽而且或则之乎者此某咱俺他她它您谁",
  // Measures and numbers
  ..."张个条件家次趟层栋辆匹头棵株间块亩斤吨米里升天日月年季周时秒岁几两俩仨一二三四五六七八九十百千万亿半零多少",
  // Plain nouns and adjectives
  ..."事钱人车房地店货证票税费奖户村街区市县省国厂矿校院馆站路桥楼门窗床灯水电气油煤火树草鱼猪牛羊狗猫肉菜饭酒烟药病娃儿爸妈爹娘夫妻坏单大小长短高低快慢早晚新老旧男女手价仓",
]);
