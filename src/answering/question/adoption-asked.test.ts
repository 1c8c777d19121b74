import { describe, expect, it } from "vitest";
import { adoptionAsked } from "./adoption-asked.js";

const asked = (question: string) => {
  const found = adoptionAsked(question);
  return found && [found.name, found.facts];
};

describe("adoptionAsked", () => {
  it.each([
    ["决策条例是谁公布的", "决策条例", ["issuer"]],
    ["信访条例哪个部门发的", "信访条例", ["issuer"]],
    ["谁定的信访条例", "信访条例", ["issuer"]],
    ["城乡规划法发布机关", "城乡规划法", ["issuer"]],
    ["行政复议法谁制定", "行政复议法", ["issuer"]],
    ["劳动合同法是哪次会议通过的", "劳动合同法", ["adopter"]],
    ["公园条例谁批准的", "公园条例", ["approver"]],
    ["决策条例是国务院第几号令", "决策条例", ["number"]],
    ["决策条例的文号是多少", "决策条例", ["number"]],
    ["急,公务员法是哪年哪月出台的?", "公务员法", ["issued"]],
    ["这部法什么时候通过的", "这部法", ["adopted"]],
    ["713号令是什么时候公布的", "713号令", ["issued"]],
    ["突发事件应对法是什么时候修订的", "突发事件应对法", ["amended"]],
    ["行政许可法最近一次修改是什么时候", "行政许可法", ["last_amended"]],
    ["公务员法一共改了几次啊", "公务员法", ["amended"]],
    ["行政强制法有没有修过", "行政强制法", ["amended"]],
    ["档案法历史沿革", "档案法", ["history"]],
    ["信访条例谁发的,几号文,什么时候施行", "信访条例", ["issuer", "number", "in_force"]],
    ["修订过几次", null, ["amended"]],
  ])("hears what %s asks", (question, name, facts) => {
    expect(asked(question)).toEqual([name, facts]);
  });

  it.each([
    "决策什么时候公布",
    "目录由谁公布",
    "规章由谁公布",
    "行政许可法规定许可决定什么时候公布",
    "行政许可法的决定由谁公布",
    "按照程序条例由谁批准的",
    "公务员法修订草案什么时候公布",
    "公务员法第三条什么时候修订的",
    "规章制定程序条例规定规章公布后多久施行",
    "信访条例谁签发的",
    "信访条例修改了哪些内容",
    "信访条例什么时候施行",
    "信访条例是谁公布的,信访人有哪些权利",
  ])("leaves %s to others", (question) => {
    expect(asked(question)).toBeNull();
  });
});
