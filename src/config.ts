import { z } from "zod";
import { PolicyChatError } from "./errors.js";

/** A setting in the environment is missing or has a bad value. Names the variable, never its value. */
export class ConfigInvalidError extends PolicyChatError {
  constructor(problems: readonly string[]) {
    super("config_invalid", `环境变量有误：${problems.join("；")}`);
  }
}

const origins = z
  .string()
  .default("")
  .transform((list) =>
    list
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().regex(/^https?:\/\/[^/\s]+$/u, "应为以逗号分隔的来源，如 https://www.example.gov.cn")));

/** A database to connect to; the value may hold a password, so that no message repeats it. */
const databaseUrl = z
  .string()
  .refine(isDatabaseUrl, "应为 postgres://用户名:密码@主机:端口/库名 形式的地址，其中的特殊字符须作百分号编码");

function isDatabaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^postgres(?:ql)?:$/u.test(url.protocol) && url.hostname !== "" && url.pathname.length > 1;
}

/** The address goes into no message, but a key belongs into a variable of its own all the same. */
const chatBaseUrl = z
  .url({ protocol: /^https?$/u, error: "应为完整地址，如 http://127.0.0.1:8000/v1" })
  .refine((value) => !/^https?:\/\/[^/]*@/u.test(value), "地址中不得写用户名和密码，密钥请用 CHAT_API_KEY");

const wholeNumber = (least: number, most: number) => {
  const problem = `应为 ${least} 至 ${most} 的整数`;
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem);
};

const schema = z.object({
  PORT: z.coerce.number("应为 0 至 65535 的整数").int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("localhost"),
  SITE_NAME: z.string().min(1).default("朝阳区政策问答"),
  ALLOWED_ORIGINS: origins,
  FEEDBACK_FILE: z.string().min(1).default("feedback/feedback.jsonl"),
  INDEX_URL: databaseUrl.optional(),
  CHAT_MODEL: z
    .string()
    .regex(/^(?:openai|ollama):\S+$/u, "应为 openai:模型名（含各种兼容接口）或 ollama:模型名")
    .optional(),
  CHAT_BASE_URL: chatBaseUrl.optional(),
  CHAT_API_KEY: z.string().min(1).optional(),
  // The server gives up after 30 seconds; the extractive answer must come before that.
  CHAT_TIMEOUT_SECONDS: wholeNumber(1, 25).default(12),
  CHAT_MAX_TOKENS: wholeNumber(64, 16_384).default(2_048),
  CHAT_CALLS_PER_MINUTE: wholeNumber(1, 6_000).default(60),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  PUBLIC_URL: z.url("应为完整地址，如 https://policy.example.gov.cn").optional(),
});

/** A language model that words answers, and what may be spent on it. */
export interface ChatModelConfig {
  readonly provider: "openai" | "ollama";
  readonly model: string;
  /** Null takes the provider's own address. */
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly maxTokens: number;
  readonly callsPerMinute: number;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Shown at the head of every page. */
  readonly siteName: string;
  /** Origins of other sites whose pages may embed the widget. */
  readonly allowedOrigins: readonly string[];
  /** JSON Lines file that feedback is appended to. */
  readonly feedbackFile: string;
  /** Database that the index lies in; null where it lies in the index folder. */
  readonly indexUrl: string | null;
  /** Null where answers are given in the rule's own words only. */
  readonly chatModel: ChatModelConfig | null;
  /** Null where Slack is not configured. */
  readonly slackSigningSecret: string | null;
  /** Address under which people open the pages, for links in messages; null takes the address that was called. */
  readonly publicUrl: string | null;
}

/** The only reader of the environment; empty variables count as unset. Throws ConfigInvalidError. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigInvalidError(parsed.error.issues.map(({ path, message }) => `${path[0] as string}：${message}`));
  }
  const { data } = parsed;
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    siteName: data.SITE_NAME,
    allowedOrigins: data.ALLOWED_ORIGINS,
    feedbackFile: data.FEEDBACK_FILE,
    indexUrl: data.INDEX_URL ?? null,
    chatModel: toChatModel(data),
    slackSigningSecret: data.SLACK_SIGNING_SECRET ?? null,
    publicUrl: data.PUBLIC_URL ?? null,
  });
}

function toChatModel(data: z.infer<typeof schema>): ChatModelConfig | null {
  const [, provider, model] = /^(openai|ollama):(.+)$/u.exec(data.CHAT_MODEL ?? "") ?? [];
  if (provider === undefined || model === undefined) return null;
  if (provider === "openai" && data.CHAT_BASE_URL === undefined && data.CHAT_API_KEY === undefined) {
    throw new ConfigInvalidError(["CHAT_API_KEY：使用 openai 而未设 CHAT_BASE_URL 时必须填写"]);
  }
  return {
    provider: provider === "ollama" ? "ollama" : "openai",
    model,
    baseUrl: data.CHAT_BASE_URL ?? null,
    apiKey: data.CHAT_API_KEY ?? null,
    timeoutMs: data.CHAT_TIMEOUT_SECONDS * 1000,
    maxTokens: data.CHAT_MAX_TOKENS,
    callsPerMinute: data.CHAT_CALLS_PER_MINUTE,
  };
}
