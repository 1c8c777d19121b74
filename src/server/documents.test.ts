import { describe, expect, it } from "vitest";
import { createApp } from "./app.js";
import { documentUrl, toTree } from "./documents.js";
import { createFakeDeps, fakeLibrary, RULES_ID } from "./fake-library.js";
import type { DocumentResponse, DocumentsResponse, ProvisionNode, ProvisionsResponse, SearchResponse } from "./wire.js";

const app = createApp(createFakeDeps());

async function get<T>(path: string): Promise<T> {
  return (await (await app.request(path)).json()) as T;
}

describe("GET /api/search", () => {
  it("ranks provisions from 1 with what is needed to name and open them", async () => {
    const { results } = await get<SearchResponse>("/api/search?q=x&k=3");
    expect(results).toEqual([
      {
        rank: 1,
        score: 0.5,
        provisionId: "gazette/1#art_11__point_2",
        documentId: RULES_ID,
        number: "朝政发〔2022〕9号",
        title: "重大行政决策程序规定（试行）",
        eId: "art_11__point_2",
        label: "第十一条第（二）项",
        text: "应当保证必要的审查时间，一般不少于7个工作日。",
        status: "in_force",
        url: "/documents/gazette/1#art_11__point_2",
      },
    ]);
  });

  it("asks for ten where the caller names no number", async () => {
    const asked: [string, number][] = [];
    const search = async (question: string, k: number) => {
      asked.push([question, k]);
      return [];
    };
    const counting = createApp(createFakeDeps({ search }));
    await counting.request(`/api/search?q=${encodeURIComponent(" 审查 ")}`);
    await counting.request("/api/search?q=x&k=100");
    expect(asked).toEqual([
      ["审查", 10],
      ["x", 100],
    ]);
  });

  it.each([
    ["/api/search", "question_missing"],
    ["/api/search?q=%20", "question_missing"],
    [`/api/search?q=${"x".repeat(2_001)}`, "question_too_long"],
    ["/api/search?q=x&k=0", "bad_request"],
    ["/api/search?q=x&k=101", "bad_request"],
    ["/api/search?q=x&k=two", "bad_request"],
  ])("refuses %.40s with %s", async (path, code) => {
    const response = await app.request(path);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe(code);
  });
});

describe("GET /api/documents", () => {
  it("lists the heads of all documents with their pages", async () => {
    const { documents } = await get<DocumentsResponse>("/api/documents");
    expect(documents.map(({ number, url }) => [number, url])).toEqual([
      ["朝政发〔2022〕9号", "/documents/gazette/1"],
      ["朝政发〔2022〕8号", "/documents/gazette/2"],
    ]);
    expect(documents[1]?.amendments[0]?.targetPlace).toBe("第三条第一项");
  });

  it("gives a document whose id holds a slash as a tree with variants", async () => {
    const { document, provisions } = await get<DocumentResponse>("/api/documents/gazette/1");
    expect(document.trial).toBe(true);
    expect(provisions.map((node) => node.eId)).toEqual(["preface", "conclusions", "art_1", "art_11"]);
    expect(provisions[2]?.variants?.[0]?.reading).toBe("防灾避害");
    expect(provisions[3]?.children.map((node) => node.eId)).toEqual([
      "art_11__para_1",
      "art_11__point_1",
      "art_11__point_2",
    ]);
  });

  it("takes an id in percent-encoded form", async () => {
    expect((await app.request("/api/documents/gazette%2F1")).status).toBe(200);
  });

  it("says that it does not know a document", async () => {
    const response = await app.request("/api/documents/gazette/99");
    expect(response.status).toBe(404);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe("document_not_found");
  });
});

describe("GET /api/provisions", () => {
  it("names places and leaves unknown ones out", async () => {
    const ids = ["gazette/1#art_1", "gazette/1#art_99"].map((id) => `id=${encodeURIComponent(id)}`).join("&");
    const { provisions } = await get<ProvisionsResponse>(`/api/provisions?${ids}`);
    expect(provisions.map(({ label }) => label)).toEqual(["第一条"]);
  });
});

describe("documentUrl", () => {
  it("keeps slashes and encodes the rest", () => {
    expect(documentUrl("公报 1/2?#")).toBe("/documents/%E5%85%AC%E6%8A%A5%201/2%3F%23");
  });
});

describe("toTree", () => {
  it("holds every provision once, in source order", () => {
    const provisions = fakeLibrary.provisionsOf(RULES_ID);
    const eIds: string[] = [];
    const visit = (nodes: readonly ProvisionNode[]) => {
      for (const node of nodes) {
        eIds.push(node.eId);
        visit(node.children);
      }
    };
    visit(toTree(provisions));
    expect(eIds).toEqual(provisions.map((provision) => provision.eId));
  });
});
