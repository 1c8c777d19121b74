import { html } from "./markup.js";

/** The report's style sheet: system fonts, AA contrast, tables that scroll on a phone, misses kept whole in print. */
export const REPORT_STYLE = html`<style>
:root { color-scheme: light; --ink: #1a1a1a; --line: #c8ccd2; --blue: #1f4e8c; --bad: #a61b1b; --good: #14663a; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1, h2 { color: var(--blue); line-height: 1.3; }
h2 { margin-top: 2.2rem; border-bottom: 2px solid var(--line); padding-bottom: .3rem; }
h3 { font-size: 1rem; margin: 0 0 .3rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; min-width: 60%; }
td { white-space: nowrap; }
th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: right; }
th[scope="row"], thead th:first-child { text-align: left; font-weight: normal; }
thead { background: #eef2f7; }
.worse { color: var(--bad); }
.better { color: var(--good); }
figure { margin: 1rem 0; }
svg { max-width: 100%; height: auto; font-size: 12px; }
.frame { fill: none; stroke: var(--line); }
.bar { fill: #9dbbe0; }
.point { fill: var(--blue); }
.diagonal { stroke: #555; stroke-dasharray: 5 4; }
.misses > li { margin: 0 0 1.2rem; break-inside: avoid; }
dl { display: grid; grid-template-columns: 3.5rem 1fr; gap: .1rem .6rem; margin: 0; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
.answer { white-space: pre-wrap; }
@media print { main { max-width: none; padding: 0; } .scroll { overflow: visible; } }
</style>`;
