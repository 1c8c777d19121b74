import { html } from "hono/html";
import type { Html } from "./reader-text.js";

// A dark red seal-like square with a page's lines: no state emblem, which only organs of state may use.
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%23a61b1b'/%3E%3Cpath d='M9 10h14M9 16h14M9 22h9' stroke='%23fff' stroke-width='2.6' stroke-linecap='round'/%3E%3C/svg%3E";

/** A whole page in the site's style. `page` names the body's class. */
export function renderPage(options: { title: string; siteName: string; page: string; body: Html }): Html {
  const { title, siteName, page, body } = options;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/assets/site.css">
<script src="/policy-chat.js" defer></script>
</head>
<body class="page-${page}">
<a class="skip-link" href="#page-main">跳到正文</a>
<header class="site-head"><div class="site-width">
<a class="site-name" href="/"><span class="site-mark" aria-hidden="true"></span>${siteName}</a>
<policy-page-tools></policy-page-tools>
</div></header>
${body}
<footer class="site-foot"><div class="site-width">
<p>本页内容摘自公开发布的政策文件，用字一律照录原文。办理具体事项，以正式印发的文件为准。</p>
</div></footer>
</body>
</html>`;
}
