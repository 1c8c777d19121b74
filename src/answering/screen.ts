/** Why a message is no question on procedure at all; null when it may be one. */
export type Screened = "greeting" | "thanks" | "identity" | "pastime" | "instruction" | "harm" | null;

/** Messages that are nothing but politeness; what follows a greeting is read as a question. */
const GREETING =
  /^(?:你好|您好|hi|hello|嗨|早上好|上午好|中午好|下午好|晚上好|在吗|在不在|哈喽|hey)[呀啊哦,.!。!?？~ ]*$/u;
const THANKS =
  /^(?:好的?[,，]?)?(?:谢谢|多谢|感谢|辛苦|再见|拜拜|ok|好的|明白了?|知道了|收到|thanks|thank you|bye)[\p{L}\p{P}\s]{0,6}$/u;
const IDENTITY =
  /(?:你|您)(?:是谁|叫什么|是什么(?:模型|人|东西)|是(?:哪个?|什么)公司|会(?:做)?什么|能(?:做|干)什么|是(?:不是)?(?:机器人|人工智能|ai|gpt|真人)|几岁|多大)|who are you|what can you do/u;

/** Everyday life, pastimes and errands, in words that no question on procedure needs. */
const PASTIME =
  /(?:写|作|编)(?:一?[首个段篇封副两几]+[句段]?)?(?:拜年的?|春节的?|新年的?)?(?:诗|歌词|情书|小说|段子|作文|对联|辞职信|自我介绍)|(?:今|明|后)[天儿日](?:朝阳|北京|这儿)?(?:会不会|会|要|下不)?下(?:不下)?(?:雨|雪)|(?:高铁|火车|机票|飞机|电影)[^,。]{0,4}(?:还?有没有|有没|还有|没)票|帮我(?:写|作|编)(?:一?[首个段篇封])?.{0,6}(?:诗|情书|请假条|检讨书?|祝福语?|朋友圈)(?:$|[,。!])|(?:讲|说)(?:一?[个段])?(?:笑话|段子)|翻译?成.{0,5}[语文]$|(?:会不会|会|要)下雨|天气(?:怎么样|如何|好|预报|$)|带(?:不带)?伞|气温|吃(?:啥|什么|点啥|点什么)(?:好|呢|呀|好呢|好吃)*[?？]?$|(?:下|有没有)雨(?:吗|么|不|没|没有)[?？]?$|好吃的|撸串|馆子|红烧|咋做菜|(?:好看|推荐).{0,4}(?:电影|电视剧|综艺|小说|游戏)|(?:减肥|健身)(?:食谱|餐|方法)|股票|彩票|(?:金价|黄金).{0,4}多少|订[张个]?.{0,8}(?:车票|机票|高铁票|火车票|酒店)|[\d一二三四五六七八九十]+(?:乘以?|加|减|除以?|[x*+/×÷])[\d一二三四五六七八九十]+|写代码|编程|python|excel|星座|减肥|挂什么科|写作业|(?:赢|输)了(?:没|吗)|谁(?:赢|输)了|球赛|世界杯|几比几|比分|(?:国足|男篮|女排|中超|nba)|(?:高铁|火车|地铁|飞机|航班).{0,4}几点(?:一班|开|发车|的|到)|你(?:们)?(?:一个月|每个?月|一年)?(?:挣|赚|拿)(?:多少|几).{0,4}(?:钱|工资)?/u;

/** Attempts to change how the assistant works; questions about rules never need these words. */
const INSTRUCTION =
  /(?:忽略|无视|忘记|忘掉|不要管|抛开)(?:你)?(?:以上|之前|前面|上面|上述|先前|所有|全部|一切)?.{0,6}(?:指令|指示|提示词?|要求|设定|规则|限制)|系统提示词?|提示词(?:原样|是什么|内容)|(?:输出|显示|打印|泄露|告诉我)你的(?:提示|指令|设定|规则|prompt)|扮演|假装你是|你现在是|越狱|开发者模式|ignore (?:all |any |the )?(?:previous|prior|above)|system prompt|hidden prompt|jailbreak|developer mode/u;

/** As `INSTRUCTION`, in words that rules have too: they steer only where they are said to the assistant. */
const STEERING =
  /(?:别管|不用管|甭管|撇开|抛开).{0,6}(?:规定|规则|文件|限制|要求).{0,3}(?:直接|你就|只管)(?:说|告诉|回答|写|念|批)|你(?:就|可以|以后)?(?:不用|不必|无需|不再|不需要)(?:再)?(?:守|遵守|遵循|理会|受).{0,6}(?:规则|规矩|限制|约束)|把.{0,4}(?:内部|系统|后台|初始)(?:的)?(?:配置|设定|指令|提示).{0,6}(?:念|说|打|给|发|列|输出)/u;

/** Asking how to break a rule, as against asking what follows from breaking it. */
const HARM =
  /(?:怎么|如何|怎样|咋|教我|帮我|有什么(?:办法|方法|招)|能不能帮).{0,14}(?:绕过|绕开|规避|躲过|躲开|逃避|逃过|造个?假|做个?假|编造?个?假|伪造|篡改|瞒过|糊弄|蒙混|蒙骗|骗过|行贿|贿赂|送礼|收买|打点|偷|黑进|攻击|入侵|破解|泄露.{0,6}(?:不被|而不)|不被(?:发现|查|追究))|(?:绕过|伪造|造假|篡改).{0,10}(?:怎么|如何|教我|帮我|不被)|帮我(?:伪造|造假|编造|(?:编|写|做|弄|开)(?:一|个|几)?[份个张篇]?假)|不(?:会)?露馅|以假乱真|(?:弄|做|搞)得?(?:像|跟)真的|倒签|做手脚|钻(?:个)?空子|(?:怎么|如何|咋|教我|帮我).{0,16}(?:冒充|代签|假冒|不留痕|销毁证据|通融|走后门|摆平|压下来|(?:倒|导出来|拿去)卖)|(?:档案|记录|证据|纪要|材料).{0,6}(?:怎么|如何|咋).{0,4}(?:销毁|删掉|毁掉|改掉)/u;

/** The same as a bare order or for a trick: 伪造专家签名, 绕开法审的法子. */
const HARM_ORDERED =
  /^(?:伪造|篡改|冒充|代签|销毁)[^,。?？]{2,10}(?<!责任|后果|处罚|处理|处分|处置|罚|的|吗|么|办)$|(?:绕过|绕开|规避|躲过|躲开|逃避|糊弄)[^,。]{0,10}的(?:法子|办法|招数?|窍门|路子|诀窍)/u;

/** Ways to go unseen, whatever is done: nobody who keeps the rules needs them. */
const UNSEEN =
  /(?:怎么|如何|怎样|咋|教我|帮我|有什么(?:办法|方法|招)|(?:什么|啥)(?:办法|招)).{0,20}(?:[查看抓]不(?:出|到|着|住)|发现不了|不(?:会)?被.{0,6}(?:发现|查出|查到|抓到?|看出)|瞒得?过|多?骗(?:点|些|到|取|过)|蒙过|躲(?:开|过)?(?:检查|稽查|监管)|套(?:取|出)(?:补贴|补助|资金|资助))/u;

/** Acts that are crimes or frauds by their name, asked for as a craft. */
const CRAFT =
  /(?:怎么|如何|怎样|咋|教我|帮我).{0,4}(?:搞|弄|做|组|建|拉|买|开|办|骗|套)?.{0,4}(?:虚开|传销|围标|串标|买票|贿选|拉票|假票|假证|假章|骗补|偷税|逃税|洗钱|作弊)|(?:虚开|传销|围标|串标|买票|贿选|假票|假证|骗补|偷税|逃税|洗钱|作弊).{0,6}(?:怎么|如何|咋)(?:做|弄|搞|操作|才|能)/u;
/** What follows from such an act, or how it is known and fought, may be asked. */
const OF_THE_RULES =
  /罚|处分|处理|处置|后果|责任|追究|判|坐牢|违法|犯法|犯罪|认定|算不算|算什么|定性|界定|举报|投诉|查处|查办|打击|防止|预防|防范|发现了|识别|应对|调查|整治|治理|怎么查|谁管|归谁|立案|取缔|解决|怎么办/u;

/** 造假的单位怎么收拾 asks what happens to whoever does it. */
const WHAT_FOLLOWS =
  /(?:造假|作假|伪造|篡改|绕过)[^,。?？]{0,8}?(?:会)?(?:怎么|如何|咋|会被怎么|要怎么)(?:收拾|处理|处置|处分|处罚|罚|追究|追责|问责|查处|惩处|惩戒|办)|的(?:单位|部门|机构|企业|公司|专家|人员|干部|领导|人|个人)?(?:怎么|如何|咋|会被怎么|要怎么)(?:收拾|处理|处置|处分|处罚|罚|追究|追责|问责|查处|惩处|惩戒|办)/u;

/** Screens a normalised question. */
export function screen(question: string): Screened {
  if (INSTRUCTION.test(question) || STEERING.test(question)) return "instruction";
  if ((HARM.test(question) && !WHAT_FOLLOWS.test(question)) || HARM_ORDERED.test(question) || UNSEEN.test(question))
    return "harm";
  if (CRAFT.test(question) && !OF_THE_RULES.test(question)) return "harm";
  if (GREETING.test(question)) return "greeting";
  if (THANKS.test(question)) return "thanks";
  if (IDENTITY.test(question)) return "identity";
  if (PASTIME.test(question)) return "pastime";
  return null;
}
