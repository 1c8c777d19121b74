import bySound from "./regions-by-sound.json" with { type: "json" };

/** Names that English writes otherwise than by sound. */
const OWN_SPELLING: readonly (readonly [english: string, chinese: string])[] = [
  ["shaanxi", "陕西"],
  ["shanxi", "山西"],
  ["inner mongolia", "内蒙古"],
  ["tibet", "西藏"],
  ["hong kong", "香港"],
  ["macau", "澳门"],
  ["macao", "澳门"],
  ["harbin", "哈尔滨"],
  ["urumqi", "乌鲁木齐"],
  ["hohhot", "呼和浩特"],
  ["lhasa", "拉萨"],
];

/** Regions as English writes them: their sound without tones in one word (guizhou), or a spelling of their own. */
export function regionsInEnglish(): readonly (readonly [english: string, chinese: string])[] {
  return [...(bySound as [string, string][]), ...OWN_SPELLING];
}
