import { html } from "hono/html";
import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead } from "../corpus/provision.js";
import { documentUrl } from "./documents.js";
import { renderPage } from "./page-shell.js";
import { documentStatusLabel, formatDate } from "./page-wording.js";
import type { Html } from "./reader-text.js";

/** Documents listed on the first page; a large corpus is opened through questions instead. */
const LISTED = 12;

function renderEntry(document: DocumentHead): Html {
  const facts = [
    document.number,
    document.date === null ? null : formatDate(document.date),
    documentStatusLabel(document),
  ];
  return html`<li><a href="${documentUrl(document.documentId)}">${document.title}</a>
<p>${facts.filter((fact) => fact !== null).map((fact) => html`<span>${fact}</span>`)}</p></li>`;
}

/** The first page: the chat and the documents it answers from. */
export function renderHomePage(library: PolicyLibrary, siteName: string): Html {
  const documents = library.documents.filter((document) => document.duplicateOf === null);
  const more =
    documents.length > LISTED ? html`<p class="more">另有${documents.length - LISTED}份文件，可直接提问。</p>` : "";
  const body = html`<main id="page-main" class="site-width home" tabindex="-1">
<section class="home-chat" aria-labelledby="page-title">
<h1 id="page-title">政策文件问答</h1>
<p class="home-lead">用平常的话提问，以文件原文作答，逐条注明出处；文件没有规定的，如实告知。</p>
<policy-chat page-tools></policy-chat>
</section>
<aside class="home-side" aria-labelledby="page-documents"><h2 id="page-documents">已收录文件</h2>
<ul class="document-list">${documents.slice(0, LISTED).map(renderEntry)}</ul>${more}
</aside>
</main>`;
  return renderPage({ title: siteName, siteName, page: "home", body });
}

/** A plain page that says what went wrong and leads back. */
export function renderProblemPage(message: string, siteName: string): Html {
  const body = html`<main id="page-main" class="site-width problem" tabindex="-1">
<h1>${message}</h1><p><a href="/">返回政策问答</a></p></main>`;
  return renderPage({ title: `${message} - ${siteName}`, siteName, page: "problem", body });
}
