/** The reader: a red-headed document on its sheet, contents beside it, plain black on white in print. */
export const readerStyle = `
.reader { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2.5rem; padding-top: 2rem; align-items: start; }
.reader-side { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; }
.contents h2 { margin: 0 0 .5rem; font-size: 1rem; font-weight: 600; letter-spacing: .3em; }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents ol ol { padding-left: 1rem; }
.contents a {
  display: flex; gap: .6em; padding: .3rem .5rem .3rem .75rem; border-left: 2px solid var(--line); color: var(--ink);
  font-size: .875rem; line-height: 1.5; text-decoration: none;
}
.contents a:hover { border-left-color: var(--red); color: var(--red); }
.contents a > span:last-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.contents-num { flex: none; color: var(--muted); }
.contents a:hover .contents-num { color: inherit; }
.facts {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); column-gap: 1.5rem; margin: 0; padding: .5rem 1.25rem;
  border: 1px solid var(--line); background: var(--paper); font-size: .92rem;
}
.facts div { display: flex; gap: .75rem; padding: .35rem 0; }
.facts dt { flex: none; width: 4.5em; color: var(--muted); }
.facts dd { margin: 0; }
.notice { margin: 1rem 0 0; padding: .7rem 1rem; border-left: 3px solid var(--red); background: var(--tint); font-size: .92rem; }
policy-citation {
  position: sticky; top: 0; z-index: 2; display: flex; align-items: center; justify-content: space-between; gap: 1rem;
  margin: 1rem 0; padding: .6rem 1.25rem; border: 1px solid var(--line); background: var(--paper); font-size: .92rem;
}
policy-citation:not(:defined) { display: none; }
policy-citation p { margin: 0; line-height: 1.5; }
policy-citation button { flex: none; }
.sheet {
  padding: 4.5rem clamp(1.25rem, 8%, 6rem) 5rem; border: 1px solid var(--line); background: var(--paper);
  font-family: var(--serif); font-size: 1.125rem; line-height: 2;
}
.sheet header { text-align: center; }
.red-head {
  margin: 0; color: var(--red-print); font-size: clamp(1.5rem, 4.2vw, 2.5rem); font-weight: 700; letter-spacing: .12em; line-height: 1.4;
}
.document-number { margin: 1rem 0 0; text-align: center; }
.red-rule { height: 3px; margin: 1.4rem 0 3rem; border: 0; background: var(--red-print); }
.sheet h1, .issued-title { margin: 0 auto; max-width: 30em; font-size: 1.6rem; font-weight: 700; line-height: 1.6; text-align: center; text-wrap: balance; }
.addressees { margin: 2rem 0 0; }
.issued { margin-top: 4rem; padding-top: 3.5rem; border-top: 1px dashed var(--line); }
.issued-title { margin-bottom: 2rem; }
.sheet .text { margin: .35em 0; text-indent: 2em; text-align: justify; }
.sheet h2, .sheet h3, .sheet h4 { margin: 1.4em 0 .4em; font-size: 1.125rem; font-weight: 700; line-height: 1.8; text-indent: 2em; }
.sheet h2 { font-family: var(--sans); font-weight: 600; }
.sheet h3 { font-family: "Kaiti SC", "STKaiti", "KaiTi", var(--serif); }
.level-chapter > h2, .level-book > h2, .level-chapter > h3 { text-align: center; text-indent: 0; }
.signature { margin: 2em 2em 0 0; text-align: right; white-space: pre-line; }
.num { color: inherit; text-decoration: none; text-indent: 0; }
.level-article .num { font-family: var(--sans); font-weight: 600; }
.level-point .num, .level-indent .num { font-family: inherit; font-weight: 400; }
.num:hover { color: var(--red); text-decoration: underline; }
.place { scroll-margin-top: 6rem; }
.place:target { background: var(--mark); box-shadow: 0 0 0 .35rem var(--mark), -.6rem 0 0 .1rem var(--mark-edge); }
tr.place:target { box-shadow: inset .3rem 0 0 var(--mark-edge); }
.quoted { background: none; color: inherit; text-decoration: underline 2px var(--red); text-underline-offset: .32em; }
.place:not(:target) .quoted { background: var(--mark); }
.place:target .quoted { background: none; }
.wording-old { color: var(--muted); text-decoration: line-through; text-decoration-thickness: 1px; }
.wording-new { background: #e9f3ea; text-decoration: none; }
.wording-tag {
  display: inline-block; margin: 0 .35em; padding: 0 .5em; border: 1px solid; border-radius: 3px; font-family: var(--sans);
  font-size: .75rem; line-height: 1.6; text-indent: 0; vertical-align: .12em; white-space: nowrap;
}
.is-old { color: var(--muted); }
.is-new { color: #1d6327; }
.variant { border-bottom: 1px dotted var(--mark-edge); }
.variant-note { color: var(--muted); font-family: var(--sans); font-size: .78rem; text-indent: 0; }
.place-status { margin-left: .5em; color: var(--red); font-family: var(--sans); font-size: .8rem; }
.amendment-note {
  margin: .6rem 0 1.2rem 2em; padding: .5rem 1rem; border-left: 3px solid var(--line); color: var(--muted);
  font-family: var(--sans); font-size: .875rem; line-height: 1.7;
}
.table-frame { margin: 1.5rem 0; overflow-x: auto; }
.sheet table { width: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.7; }
.sheet caption { padding-bottom: .75rem; font-weight: 700; }
.sheet th, .sheet td { padding: .55rem .75rem; border: 1px solid #8f8a82; text-align: left; vertical-align: top; }
.sheet th { background: var(--ground); font-family: var(--sans); font-size: .92rem; font-weight: 600; white-space: nowrap; }
@media (max-width: 60rem) {
  .reader { display: flex; flex-direction: column-reverse; gap: 2rem; align-items: stretch; }
  .reader-side { position: static; max-height: none; }
  .reader-main { min-width: 0; }
}
@media (max-width: 48rem) {
  .reader { padding: 0; }
  .reader-side { padding: 0 1rem; }
  .facts, .sheet, policy-citation { border-left: 0; border-right: 0; }
  .facts { padding: .5rem 1rem; }
  .notice { margin: 1rem; }
  policy-citation { padding: .5rem 1rem; font-size: .85rem; }
  .sheet { padding: 2.5rem 1.1rem 3rem; font-size: 1.06rem; line-height: 1.9; }
  .sheet h1, .issued-title { font-size: 1.28rem; }
  .red-rule { margin-bottom: 2rem; }
  .red-head { letter-spacing: .04em; }
  .signature { margin-right: 0; }
  .sheet table, .sheet tbody, .sheet tr, .sheet td, .sheet caption { display: block; }
  .sheet thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .sheet tr { padding: .6rem .75rem; border: 1px solid #8f8a82; border-bottom: 0; }
  .sheet tr:last-child { border-bottom: 1px solid #8f8a82; }
  .sheet td { display: flex; gap: .75em; padding: .15rem 0; border: 0; }
  .sheet td::before { content: attr(data-column); flex: none; width: 6.5em; color: var(--muted); font-family: var(--sans); font-size: .9rem; }
}
@media print {
  @page { margin: 2.5cm 2.2cm; }
  body { background: #fff; color: #000; }
  .site-head, .site-foot, .reader-side, .facts, policy-citation, .skip-link { display: none; }
  .reader { display: block; max-width: none; padding: 0; }
  .sheet { padding: 0; border: 0; font-size: 14pt; line-height: 1.8; }
  .place:target { background: none; box-shadow: none; }
  .quoted { background: none; }
  .sheet tr, .sheet h2, .sheet h3 { break-inside: avoid; break-after: avoid; }
}
`;
