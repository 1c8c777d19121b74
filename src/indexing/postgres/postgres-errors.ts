import { PolicyChatError } from "../../errors.js";

/** The database cannot be reached, refuses, or does not answer in time. Holds no credentials and nothing that was asked. */
export class IndexUnreachableError extends PolicyChatError {
  constructor(location: string, reason: string) {
    super(
      "index_unreachable",
      `无法使用数据库索引 ${location}（${reason}）；请检查数据库是否在运行、INDEX_URL 是否正确，然后重试。`,
    );
  }
}

/** The database is there but lacks what the index needs: the vector extension, a permission. */
export class IndexDatabaseUnfitError extends PolicyChatError {
  constructor(location: string, need: string) {
    super("index_unreachable", `数据库 ${location} 不能存放索引：${need}。`);
  }
}

/** The database answers that a query makes no sense to it. */
export class IndexQueryFailedError extends PolicyChatError {
  constructor(location: string, code: string) {
    super("internal", `数据库索引 ${location} 的一次查询出错（${code}）；这是程序的缺陷。`);
  }
}

/** Where a database is, without user, password and options: `postgres://host:5432/name`. */
export function locationOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `postgres://${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
}

/** Our error for a driver's. Of that only a code is shown: the SQLSTATE or the system's code, never its message, which may quote values. */
export function toIndexError(location: string, error: unknown): PolicyChatError {
  const { code, message = "" } = Object(error) as { code?: unknown; message?: string };
  const reason = typeof code === "string" ? REASONS[code] : undefined;
  if (reason !== undefined) return new IndexUnreachableError(location, reason);
  if (typeof code === "string" && /^\w{5}$/u.test(code) && !/^(?:08|53|57)/u.test(code)) {
    return new IndexQueryFailedError(location, code);
  }
  return new IndexUnreachableError(location, /time\s?out/iu.test(message) ? "超时" : "连接中断");
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "拒绝连接",
  ENOTFOUND: "找不到主机",
  ETIMEDOUT: "超时",
  ECONNRESET: "连接中断",
  "28P01": "用户名或密码不对",
  "28000": "不准登录",
  "3D000": "没有这个数据库",
  "42501": "权限不足",
  "42P01": "所用的这一版索引已被撤换，请重新启动",
  "53100": "数据库磁盘已满",
  "53300": "连接数已满",
  "57014": "查询超时",
  "57P01": "数据库正在停止",
  "57P03": "数据库正在启动",
};
