import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  createPendingReply,
  findAccessibilityFaults,
  findChromium,
  launch,
  openPage,
  type Site,
  startSite,
} from "./browser-fixture.js";
import { fakeAnswer, fakeRefusal } from "./fake-library.js";

const executablePath = findChromium(process.env);

describe.skipIf(executablePath === null)("the chat page in Chromium", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await launch(executablePath ?? "");
  });
  afterAll(() => browser?.close());
  afterEach(() => site?.close());

  async function open(width?: number, height?: number): Promise<{ page: Page; errors: string[] }> {
    site = await startSite();
    const opened = await openPage(browser, width, height);
    await opened.page.goto(site.url);
    return opened;
  }

  async function ask(page: Page, question: string): Promise<void> {
    await page.getByLabel("请输入问题").fill(question);
    await page.getByRole("button", { name: "提问" }).click();
  }

  const log = (page: Page) => page.getByRole("log");

  it("shows the answer with its source and opens the source at the marked place", async () => {
    const { page, errors } = await open();
    await ask(page, "要多久？");
    await log(page).getByText("《重大行政决策程序规定（试行）》（朝政发〔2022〕9号）第十一条第（二）项").waitFor();
    expect(await log(page).locator(".sources blockquote").textContent()).toBe("一般不少于7个工作日。");
    const opening = page.context().waitForEvent("page");
    await log(page)
      .getByRole("link", { name: /^依据1/ })
      .first()
      .click();
    const reader = await opening;
    await reader.locator("#art_11__point_2:target mark").waitFor();
    expect(await reader.locator("mark").textContent()).toBe("一般不少于7个工作日。");
    expect(errors).toEqual([]);
  });

  it("does not send with the Enter that picks a candidate of an input method", async () => {
    const { page } = await open();
    const box = page.getByLabel("请输入问题");
    await box.focus();
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "shencha", selectionStart: 7, selectionEnd: 7 });
    await box.evaluate((field: HTMLTextAreaElement) => {
      field.addEventListener("keydown", (event) => field.setAttribute("data-composing", String(event.isComposing)));
    });
    // Pressed below the input method, as its candidate window takes it: a key without a character of its own.
    await input.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      key: "Enter",
      code: "Enter",
      windowsVirtualKeyCode: 13,
    });
    expect(await box.getAttribute("data-composing")).toBe("true");
    expect(site.answerer.asked).toEqual([]);
    expect(await box.inputValue()).toBe("shencha");
    await input.send("Input.insertText", { text: "审查多久" });
    await page.keyboard.press("Enter");
    await log(page).locator(".sources").waitFor();
    expect(site.answerer.asked.map(({ question }) => question)).toEqual(["审查多久"]);
    expect(await box.inputValue()).toBe("");
  });

  it("breaks the line with Shift and Enter", async () => {
    const { page } = await open();
    await page.getByLabel("请输入问题").focus();
    await page.keyboard.type("a");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("b");
    expect(await page.getByLabel("请输入问题").inputValue()).toBe("a\nb");
    expect(site.answerer.asked).toEqual([]);
  });

  it("can be used with the keyboard alone, from the first Tab to the source", async () => {
    const { page } = await open();
    const focused = () =>
      page.evaluate(() => (document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)?.className);
    const tabTo = async (key: "Tab" | "Shift+Tab", className: string) => {
      for (let presses = 0; presses < 20 && (await focused()) !== className; presses += 1)
        await page.keyboard.press(key);
      expect(await focused()).toBe(className);
    };
    await tabTo("Tab", "skip-link");
    await tabTo("Tab", "log");
    await tabTo("Tab", "suggestion");
    await page.keyboard.press("Enter");
    await log(page).locator(".sources").waitFor();
    expect(site.answerer.asked[0]?.question).toBe("合法性审查要多长时间？");
    await page.getByLabel("请输入问题").focus();
    await tabTo("Shift+Tab", "source-name");
    const opening = page.context().waitForEvent("page");
    await page.keyboard.press("Enter");
    expect((await opening).url()).toContain("#art_11__point_2");
  });

  it("is busy while it writes and speaks once at the end", async () => {
    const { page } = await open();
    const { reply, release } = createPendingReply();
    site.answerer.reply = reply;
    await ask(page, "要多久？");
    await log(page).getByText("正在查找文件依据").waitFor();
    const announcer = page.locator("policy-chat").locator("p[role=status]");
    expect([await log(page).getAttribute("aria-busy"), await announcer.textContent()]).toEqual(["true", ""]);
    release(fakeAnswer);
    await log(page).locator(".sources").waitFor();
    expect(await log(page).getAttribute("aria-busy")).toBe("false");
    expect(await announcer.textContent()).toMatch(/^一般不少于7个工作日。.*回答完毕，引用1处原文。$/su);
  });

  it("stops when asked to, and asks again", async () => {
    const { page } = await open();
    site.answerer.reply = createPendingReply().reply;
    await ask(page, "要多久？");
    await page.getByRole("button", { name: "停止" }).click();
    await log(page).getByText("已停止回答。").waitFor();
    site.answerer.reply = async () => fakeAnswer;
    await page.getByRole("button", { name: "重新提问" }).click();
    await log(page).locator(".sources").waitFor();
    expect(await log(page).locator(".question").count()).toBe(1);
  });

  it("says what went wrong and offers another try", async () => {
    const { page } = await open();
    site.answerer.reply = async () => Promise.reject(new Error("secret"));
    await ask(page, "要多久？");
    await log(page).getByText("服务暂时出现问题，请稍后再试。").waitFor();
    await site.close();
    await page.getByRole("button", { name: "重新提问" }).click();
    await log(page).getByText("无法连接服务，请检查网络后重试。").waitFor();
  });

  it("gives a refusal a dress of its own and names the nearest places as no basis", async () => {
    const { page } = await open();
    site.answerer.reply = async () => fakeRefusal;
    await ask(page, "要交多少费用？");
    const refusal = log(page).locator(".refusal");
    await refusal.getByText("相近条文（不作为依据）").waitFor();
    expect(await refusal.locator(".refusal-title").textContent()).toBe("现有文件中没有可以作为依据的规定");
    expect(await refusal.locator(".body").textContent()).toBe("现有文件没有规定这一事项。");
    expect(await refusal.getByRole("link").textContent()).toContain("第十一条第（一）项");
    expect(await log(page).locator(".sources").count()).toBe(0);
  });

  it("says of an answer that a language model worded it, and of no other", async () => {
    const { page } = await open();
    const note = log(page).getByText("由语言模型依据下列原文整理");
    await ask(page, "要多久？");
    await log(page).locator(".sources").waitFor();
    expect(await note.count()).toBe(0);
    site.answerer.reply = async () => ({ ...fakeAnswer, mode: "generated" });
    await ask(page, "要多久？");
    await note.waitFor();
  });

  it("shows markup in an answer as the text it is", async () => {
    const { page, errors } = await open();
    const answer = "<img src=x onerror=alert(1)> **<b>粗</b>** [9] [1]";
    site.answerer.reply = async () => ({ ...fakeAnswer, answer });
    await ask(page, "问");
    await log(page).locator(".sources").waitFor();
    expect(await log(page).locator(".body").textContent()).toBe("<img src=x onerror=alert(1)> <b>粗</b> [9] 1");
    expect(await log(page).locator("img, b").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("sends the history with a follow-up and none after a new conversation", async () => {
    const { page } = await open();
    await ask(page, "要多久？");
    await log(page).locator(".sources").waitFor();
    await ask(page, "那由谁来做？");
    await log(page).locator(".sources").nth(1).waitFor();
    await page.getByRole("button", { name: "新对话" }).click();
    await log(page).getByText("可以这样问").waitFor();
    await ask(page, "新的问题");
    await log(page).locator(".sources").waitFor();
    expect(site.answerer.asked.map(({ history }) => history?.map(({ content }) => content))).toEqual([
      [],
      ["要多久？", fakeAnswer.answer],
      [],
    ]);
  });

  it("takes a thumb down with a remark", async () => {
    const { page } = await open();
    await ask(page, "要多久？");
    await page.getByRole("button", { name: "没有帮助" }).click();
    await page.keyboard.type("出处不对");
    await page.keyboard.press("Enter");
    await log(page).getByText("意见已收到，谢谢。").waitFor();
    expect(site.feedback).toMatchObject([
      { thumb: "down", remark: "出处不对", question: "要多久？", provisionIds: ["gazette/1#art_11__point_2"] },
    ]);
  });

  it("copies the answer with its sources", async () => {
    const { page } = await open();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await ask(page, "要多久？");
    await page.getByRole("button", { name: "复制回答" }).click();
    await log(page).getByRole("button", { name: "已复制" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^一般不少于7个工作日。\[1\]/);
    expect(copied).toContain(
      "[1] 《重大行政决策程序规定（试行）》（朝政发〔2022〕9号）第十一条第（二）项：“一般不少于7个工作日。”",
    );
  });

  it("keeps large type and contrast for the page and the widget", async () => {
    const { page } = await open();
    const size = () => page.locator("policy-chat").evaluate((widget) => getComputedStyle(widget).fontSize);
    expect(await size()).toBe("16px");
    await page.getByRole("button", { name: "大字" }).click();
    await page.getByRole("button", { name: "高对比" }).click();
    await page.reload();
    expect(await page.getByRole("button", { name: "大字" }).getAttribute("aria-pressed")).toBe("true");
    expect(await size()).toBe("22px");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("22px");
    expect(await findAccessibilityFaults(page)).toEqual([]);
  });

  it.each([1_280, 390])("has no serious fault of accessibility at a width of %d", async (width) => {
    const { page } = await open(width);
    await log(page).getByText("可以这样问").waitFor();
    expect(await findAccessibilityFaults(page)).toEqual([]);
    await ask(page, "要多久？");
    await log(page).locator(".sources").waitFor();
    site.answerer.reply = async () => fakeRefusal;
    await ask(page, "要交多少费用？");
    await log(page).getByText("相近条文").waitFor();
    expect(await findAccessibilityFaults(page)).toEqual([]);
  });

  it("fits a phone: nothing hangs over, the box is in view, targets are large enough", async () => {
    const { page } = await open(390, 844);
    await ask(page, "要多久？");
    await log(page).locator(".sources").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await log(page).evaluate((view) => view.scrollWidth - view.clientWidth)).toBe(0);
    const box = await page.getByRole("button", { name: "提问" }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    for (const target of await page.locator("button:visible, .chip").all()) {
      const { width, height } = (await target.boundingBox()) ?? { width: 0, height: 0 };
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });
});
