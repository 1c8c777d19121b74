import { describe, expect, it } from "vitest";
import { questionKind } from "../question/question-kind.js";
import { comparesDocuments, factAsked, factsAsked } from "./facts-asked.js";

const fact = (question: string) => factAsked(question, questionKind(question));

describe("factAsked", () => {
  it.each([
    ["素质方案援引了哪些法律和条例", "document_basis"],
    ["素质方案是依据哪几部法律法规制定的,写材料要引用", "document_basis"],
    ["编采购目录的时候照着什么条例", "document_basis"],
    ["档案办法拿哪部法当依据", "document_basis"],
    ["什么 法律 , 规定 科学素质 方案 制定依据 ?", "document_basis"],
    ["什么 依据 采购 规定 ?", "document_basis"],
    ["为啥要定这么个规定", "document_purpose"],
    ["档案规定上头有没有上位法,是哪一部", "document_basis"],
    ["把老意见改了的是哪个文", "document_title"],
    ["朝政发〔2022〕9号是什么文件", "document_title"],
    ["9号文是啥", "document_title"],
    ["九号文是什么文件", "document_title"],
    ["国务院令第713号是哪部条例", "document_title"],
    ["第713号国务院令是什么", "document_title"],
    ["哪份文件是朝政发〔2022〕8号", "document_title"],
    ["国务院令第713号", "document_title"],
    ["奖励意见是被哪份文件改的", "document_title"],
    ["是哪份通知把奖励办法修订了", "document_title"],
    ["按改前的还是改后的办,新的几时起算", "document_in_force"],
    ["补贴的新标准从哪天算起", "document_in_force"],
    ["奖励意见改了以后,打哪天算起", "document_in_force"],
    ["档案方案是办公室自己定的,还是区政府点过头才发的", "document_consent"],
    ["31号文是哪一级同意印发的", "document_consent"],
    ["通知印发前谁点过头", "document_consent"],
    ["9号文一出,被它废止的旧文件有哪几份", "document_repeals"],
    ["档案规定出来以后,哪些老规定就作废了", "document_repeals"],
    ["31号文取代的是哪份旧方案", "document_repeals"],
    ["8号通知动那两处文字,依据的是哪部法律第几条", "document_basis"],
  ])("takes %s for %s", (question, kind) => {
    expect(fact(question)).toBe(kind);
  });

  it.each([
    "干部培训依据哪两个规定",
    "补贴办法按照什么标准发钱",
    "监测方案依据哪些指标打分",
    "作出处罚决定前要告知什么依据",
    "征求意见的期限从哪天起算",
    "新规定要公布多少天",
    "目录要报谁同意后印发",
    "目录往外发之前,先后要谁点头",
    "9号文是什么时候开始用的",
    "9号文是哪个部门牵头的",
    "谁印发的9号文",
    "9号文废止的8号文是什么",
    "9号文和8号文",
    "规定施行日期是5月1号",
    "许可证什么时候作废",
  ])("leaves %s, which asks of what a rule says, its own kind", (question) => {
    expect(fact(question)).toBe(questionKind(question));
  });
});

describe("comparesDocuments", () => {
  it.each([
    ["目录通知和程序规定,哪个先印发、哪个在后", "document_date"],
    ["8号文和9号文哪个先施行", "document_in_force"],
    ["编目录的根据和定程序的根据,是同一部条例吗", "document_basis"],
    ["目录通知是哪天印发的", null],
  ])("hears in %s a comparison by %s", (question, kind) => {
    expect(comparesDocuments(question)).toBe(kind);
  });
});

describe("factsAsked", () => {
  it.each([
    ["31号文是经谁点头、由谁印的,落款几号", ["document_consent", "document_issuer", "document_date"]],
    ["8号文改的是哪年几号文,自什么时候算起", ["document_number", "document_in_force"]],
    ["把意见改了的是哪个文,谁发的", ["document_title", "document_issuer"]],
    ["为啥搞这个档案规定、根据的啥", ["document_purpose", "document_basis"]],
    ["8号文图的什么?被改的旧文文号也给一下", ["document_purpose", "document_number"]],
    ["8号文是谁发的、给谁看的、哪天起算", ["document_issuer", "document_addressees", "document_in_force"]],
  ])("hears in %s each of its facts", (question, kinds) => {
    expect(factsAsked(questionKind(question), question)).toEqual(kinds);
  });

  it("keeps the kind of a question that asks for one fact, or for something else besides", () => {
    expect(factsAsked("document_date", "9号文是哪天印发的")).toEqual(["document_date"]);
    expect(factsAsked("document_date", "5号文和8号文哪个印得早,各是几号")).toEqual(["document_date"]);
    expect(factsAsked("document_date", "9号文是哪天印发的,听证会由谁主持")).toEqual(["document_date"]);
  });
});
