/** The first page: chat on the left, documents on the right, one column on a phone. */
export const homeStyle = `
.home { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 2.5rem; padding-top: 2rem; align-items: start; }
.home h1 { margin: 0; font-family: var(--serif); font-size: 1.9rem; font-weight: 700; letter-spacing: .08em; }
.home-lead { margin: .35rem 0 1.25rem; color: var(--muted); }
.home policy-chat { height: clamp(26rem, calc(100dvh - 17rem), 56rem); }
.home-side { padding-top: .35rem; }
.home-side h2 {
  margin: 0 0 .25rem; padding-bottom: .6rem; border-bottom: 2px solid var(--red); font-size: 1.05rem; font-weight: 600;
  letter-spacing: .06em;
}
.document-list { margin: 0; padding: 0; list-style: none; }
.document-list li { padding: .95rem 0; border-bottom: 1px solid var(--line); }
.document-list a { color: var(--ink); line-height: 1.55; text-decoration: none; }
.document-list a:hover { color: var(--red); text-decoration: underline; }
.document-list span { display: inline-block; margin-right: .8em; }
.document-list p, .more { margin: .3rem 0 0; color: var(--muted); font-size: .82rem; }
@media (max-width: 60rem) {
  .home { grid-template-columns: minmax(0, 1fr); gap: 2rem; }
}
@media (max-width: 48rem) {
  .home { padding-top: 1rem; }
  .home h1 { font-size: 1.4rem; }
  .home-lead { margin-bottom: .75rem; font-size: .92rem; line-height: 1.6; }
  .home policy-chat { height: max(24rem, calc(100dvh - 13rem)); }
}
`;
