import { describe, expect, it } from "vitest";
import { openingModal } from "./modal.js";

describe("openingModal", () => {
  it.each([
    ["听证会可以开吗", "决策承办单位可以召开听证会。", "可以"],
    ["要不要公开征求意见", "应当公开征求意见。", "应当"],
    ["能不能选有利害关系的专家", "不得选择有直接利害关系的专家。", "不可以"],
    ["涉及企业经营活动的草案要不要审查", "草案涉及企业经营活动的，应当审查。", "应当"],
    ["突发事件适用这个规定吗", "突发事件应急处置决策不适用本规定。", "不适用"],
  ])("opens %s with the modal of the sentence", (question, sentence, opening) => {
    expect(openingModal(question, sentence)).toBe(opening);
  });

  it.each([
    ["可以不公开吗", "应当公开。"],
    ["20天行吗", "期限一般不少于30日。"],
    ["要公开吗", "应当公开，情况紧急的可以缩短期限。"],
    ["草案要不要做公平竞争审查", "草案涉及市场主体经济活动的，应当进行公平竞争审查。"],
    ["要公开吗", "应当公开，依法不予公开的除外。"],
    ["谁负责公开吗", "区政务服务局负责公开。"],
    ["区长可以一个人拍板吗", "区政府主要负责人在集体讨论的基础上，可以作出决定。"],
    ["服务够精准了吗", "科学素质工作还不能满足要求。"],
    ["区长点的题还用报吗", "区长提出的事项，可以直接列入目录。"],
  ])("does not decide %s", (question, sentence) => {
    expect(openingModal(question, sentence)).toBeNull();
  });
});
