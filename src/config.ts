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

const schema = z.object({
  PORT: z.coerce.number("应为 0 至 65535 的整数").int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("localhost"),
  SITE_NAME: z.string().min(1).default("朝阳区政策问答"),
  ALLOWED_ORIGINS: origins,
  FEEDBACK_FILE: z.string().min(1).default("feedback/feedback.jsonl"),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  PUBLIC_URL: z.url("应为完整地址，如 https://policy.example.gov.cn").optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Shown at the head of every page. */
  readonly siteName: string;
  /** Origins of other sites whose pages may embed the widget. */
  readonly allowedOrigins: readonly string[];
  /** JSON Lines file that feedback is appended to. */
  readonly feedbackFile: string;
  /** Null where Slack is not configured. */
  readonly slackSigningSecret: string | null;
  /** Address under which people open the pages, for links in messages; null takes the address that was called. */
  readonly publicUrl: string | null;
}

/** The only reader of the environment; empty variables count as unset. Throws ConfigInvalidError. */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
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
    slackSigningSecret: data.SLACK_SIGNING_SECRET ?? null,
    publicUrl: data.PUBLIC_URL ?? null,
  });
}
