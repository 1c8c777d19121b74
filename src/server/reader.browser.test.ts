import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityFaults, findChromium, launch, openPage, type Site, startSite } from "./browser-fixture.js";

const executablePath = findChromium(process.env);

describe.skipIf(executablePath === null)("the reader page in Chromium", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await launch(executablePath ?? "");
    site = await startSite();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, width?: number, height?: number): Promise<{ page: Page; errors: string[] }> {
    const opened = await openPage(browser, width, height);
    await opened.page.goto(`${site.url}${path}`);
    return opened;
  }

  it.each([
    [1_280, 400],
    [390, 500],
  ])("brings the place of the fragment into view and marks it, at %d by %d", async (width, height) => {
    const { page, errors } = await open("/documents/gazette/1#art_11__point_2", width, height);
    const place = page.locator("#art_11__point_2");
    const box = await place.boundingBox();
    const bar = await page.locator("policy-citation").boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    const ground = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await ground("#art_11__point_2")).not.toBe(await ground("#art_11__point_1"));
    expect(errors).toEqual([]);
  });

  it("names the place in official form, follows the reader, and copies the citation", async () => {
    const { page } = await open("/documents/gazette/1#art_11__point_2");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const official = "《重大行政决策程序规定（试行）》（朝政发〔2022〕9号）";
    const name = page.locator("policy-citation p");
    expect(await name.textContent()).toBe(`${official}第十一条第（二）项`);
    await page.getByRole("link", { name: "第一条，选定此处" }).click();
    await expect.poll(() => name.textContent()).toBe(`${official}第一条`);
    await page.getByRole("button", { name: "复制引用" }).click();
    await page.getByRole("button", { name: "已复制" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${official}第一条`);
  });

  it("shows the document without the tools around it in print", async () => {
    const { page } = await open("/documents/gazette/1");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".sheet").isVisible()).toBe(true);
    for (const tool of [".site-head", ".contents", "policy-citation", ".site-foot"]) {
      expect(await page.locator(tool).isVisible()).toBe(false);
    }
  });

  it.each([
    ["/documents/gazette/1#art_11__point_2", 1_280],
    ["/documents/gazette/1?place=art_11__point_2&from=12&to=23#art_11__point_2", 390],
    ["/documents/gazette/2#sec_1", 1_280],
    ["/documents/gazette/2#table_1__row_1", 390],
    ["/documents/none", 390],
  ])("has no serious fault of accessibility: %s at %d", async (path, width) => {
    const { page } = await open(path, width);
    expect(await findAccessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

describe.skipIf(executablePath === null)("the widget on another site", () => {
  let browser: Browser;
  let site: Site;
  let host: Server;
  let hostUrl: string;
  let markup = "";
  beforeAll(async () => {
    browser = await launch(executablePath ?? "");
    host = createServer((_request, response) =>
      response.setHeader("Content-Type", "text/html; charset=utf-8").end(markup),
    );
    await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
    hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  });
  afterEach(() => site?.close());
  afterAll(async () => {
    await browser?.close();
    host?.close();
  });

  async function ask(): Promise<Page> {
    markup = `<!doctype html><title>x</title><policy-chat endpoint="${site.url}"></policy-chat><script src="${site.url}/policy-chat.js"></script>`;
    const { page } = await openPage(browser);
    await page.goto(hostUrl);
    await page.getByLabel("请输入问题").fill("要多久？");
    await page.keyboard.press("Enter");
    return page;
  }

  it("answers where the site is on the list, and its links lead to our reader", async () => {
    site = await startSite([hostUrl]);
    const page = await ask();
    const link = page.getByRole("log").getByRole("link", { name: /^《/ });
    expect(await link.getAttribute("href")).toBe(
      `${site.url}/documents/gazette/1?place=art_11__point_2&from=12&to=23#art_11__point_2`,
    );
  });

  it("says that it cannot reach the service where the site is not on the list", async () => {
    site = await startSite(["https://other.example"]);
    const page = await ask();
    await page.getByRole("log").getByText("无法连接服务，请检查网络后重试。").waitFor();
    expect(site.answerer.asked).toEqual([]);
  });
});
