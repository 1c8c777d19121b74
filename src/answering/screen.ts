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
  /(?:写|作|编)(?:一?[首个段篇封])?(?:诗|歌词|情书|小说|段子|作文)|(?:讲|说)(?:一?[个段])?(?:笑话|段子)|翻译?成.{0,5}[语文]$|(?:会不会|会|要)下雨|天气(?:怎么样|如何|好|预报|$)|带(?:不带)?伞|气温|吃(?:啥|什么)$|好吃的|撸串|馆子|红烧|咋做菜|(?:好看|推荐).{0,4}(?:电影|电视剧|综艺|小说|游戏)|股票|彩票|(?:金价|黄金).{0,4}多少|订[张个]?.{0,8}(?:车票|机票|高铁票|火车票|酒店)|[\d一二三四五六七八九十]+(?:乘以?|加|减|除以?|[x*+/×÷])[\d一二三四五六七八九十]+|写代码|编程|python|excel|星座|减肥|挂什么科|写作业|(?:赢|输)了(?:没|吗)|谁(?:赢|输)了|球赛|世界杯/u;

/** Attempts to change how the assistant works; questions about rules never need these words. */
const INSTRUCTION =
  /(?:忽略|无视|忘记|忘掉|不要管|抛开)(?:你)?(?:以上|之前|前面|上面|上述|先前|所有|全部|一切)?.{0,6}(?:指令|指示|提示词?|要求|设定|规则|限制)|系统提示词?|提示词(?:原样|是什么|内容)|(?:输出|显示|打印|泄露|告诉我)你的(?:提示|指令|设定|规则|prompt)|扮演|假装你是|你现在是|越狱|开发者模式|ignore (?:all |any |the )?(?:previous|prior|above)|system prompt|hidden prompt|jailbreak|developer mode/u;

/** Asking how to break a rule, as against asking what follows from breaking it. */
const HARM =
  /(?:怎么|如何|怎样|咋|教我|帮我|有什么(?:办法|方法|招)|能不能帮).{0,14}(?:绕过|绕开|规避|躲过|躲开|逃避|逃过|造个?假|做个?假|编造?个?假|伪造|篡改|瞒过|糊弄|蒙混|蒙骗|骗过|行贿|贿赂|送礼|收买|打点|偷|黑进|攻击|入侵|破解|泄露.{0,6}(?:不被|而不)|不被(?:发现|查|追究))|(?:绕过|伪造|造假|篡改).{0,10}(?:怎么|如何|教我|帮我|不被)|帮我(?:伪造|造假|编造|(?:编|写|做|弄|开)(?:一|个|几)?[份个张篇]?假)|不露馅|以假乱真|(?:弄|做|搞)得?(?:像|跟)真的|倒签|做手脚|钻(?:个)?空子|(?:怎么|如何|咋|教我|帮我).{0,16}(?:冒充|代签|假冒|不留痕|销毁证据|通融|走后门|摆平|压下来|(?:倒|导出来|拿去)卖)|(?:档案|记录|证据|纪要|材料).{0,6}(?:怎么|如何|咋).{0,4}(?:销毁|删掉|毁掉|改掉)/u;

/** Screens a normalised question. */
export function screen(question: string): Screened {
  if (INSTRUCTION.test(question)) return "instruction";
  if (HARM.test(question)) return "harm";
  if (GREETING.test(question)) return "greeting";
  if (THANKS.test(question)) return "thanks";
  if (IDENTITY.test(question)) return "identity";
  if (PASTIME.test(question)) return "pastime";
  return null;
}
