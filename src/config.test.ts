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
  ])("names %s when its value is bad, and does not print the value", (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrowError(new RegExp(`^环境变量有误：${name}：`, "u"));
    expect(() => loadConfig({ [name]: value })).not.toThrowError(value === "*" ? /\*/u : new RegExp(value, "u"));
  });

  it("takes an empty variable as unset", () => {
    expect(loadConfig({ PORT: "", SLACK_SIGNING_SECRET: "" })).toMatchObject({ port: 3000, slackSigningSecret: null });
  });
});
