import { describe, expect, it } from "vitest";
import { loadConfig } from "./config.js";

describe("loadConfig", () => {
  it("serves on localhost:3000 when nothing is set", () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: "localhost",
      allowedOrigins: [],
      slackSigningSecret: null,
    });
  });

  it("reads a comma-separated list of origins", () => {
    expect(loadConfig({ ALLOWED_ORIGINS: "https://a.gov.cn, https://b.gov.cn" }).allowedOrigins).toEqual([
      "https://a.gov.cn",
      "https://b.gov.cn",
    ]);
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["ALLOWED_ORIGINS", "*"],
    ["INDEX_URL", "mysql://clerk:s3cret@db/policy"],
    ["INDEX_URL", "postgres://clerk:s3cret@"],
    ["INDEX_URL", "postgres://clerk:s3cret@db:99999/policy"],
    ["INDEX_URL", "db.example"],
  ])("names %s when its value is bad, and does not print the value", (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrowError(new RegExp(`^环境变量有误：${name}：`, "u"));
    expect(() => loadConfig({ [name]: value })).not.toThrowError(
      value === "*" ? /\*/u : new RegExp(`${value}|s3cret`, "u"),
    );
  });

  it("takes the index from a database where one is named", () => {
    expect(loadConfig({}).indexUrl).toBeNull();
    const url = "postgresql://clerk:p%40ss@[::1]:5433/policy?sslmode=require";
    expect(loadConfig({ INDEX_URL: url }).indexUrl).toBe(url);
  });

  it("takes an empty variable as unset", () => {
    expect(loadConfig({ PORT: "", SLACK_SIGNING_SECRET: "" })).toMatchObject({ port: 3000, slackSigningSecret: null });
  });

  it("words answers itself when no chat model is named, whatever else is set", () => {
    expect(loadConfig({ CHAT_API_KEY: "k", CHAT_TIMEOUT_SECONDS: "5" }).chatModel).toBeNull();
  });

  it("reads a chat model with its address, key and limits", () => {
    const chatModel = loadConfig({
      CHAT_MODEL: "ollama:qwen2.5:7b",
      CHAT_BASE_URL: "http://127.0.0.1:11434",
      CHAT_TIMEOUT_SECONDS: "5",
    }).chatModel;
    expect(chatModel).toEqual({
      provider: "ollama",
      model: "qwen2.5:7b",
      baseUrl: "http://127.0.0.1:11434",
      apiKey: null,
      timeoutMs: 5_000,
      maxTokens: 2_048,
      callsPerMinute: 60,
    });
  });

  it.each([
    ["CHAT_MODEL", "qwen"],
    ["CHAT_MODEL", "anthropic:claude"],
    ["CHAT_BASE_URL", "ftp://host/v1"],
    ["CHAT_BASE_URL", "https://name:secret@host/v1"],
    ["CHAT_TIMEOUT_SECONDS", "30"],
    ["CHAT_MAX_TOKENS", "1.5"],
    ["CHAT_CALLS_PER_MINUTE", "0"],
  ])("names %s when it is %s, and does not repeat it", (name, value) => {
    const load = () => loadConfig({ CHAT_MODEL: "openai:m", CHAT_API_KEY: "sk-1", [name]: value });
    expect(load).toThrowError(new RegExp(`^环境变量有误：${name}：`, "u"));
    expect(load).not.toThrowError(/secret|sk-1/u);
  });

  it("wants a key for OpenAI's own address", () => {
    expect(() => loadConfig({ CHAT_MODEL: "openai:m" })).toThrowError(/CHAT_API_KEY/u);
  });
});
