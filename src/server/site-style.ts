import { homeStyle } from "./home-style.js";
import { readerStyle } from "./reader-style.js";

const baseStyle = `
:root {
  --red: #a61b1b; --red-print: #c8161d; --ink: #1d1f23; --muted: #565b63; --line: #e2ddd5; --paper: #fff;
  --ground: #f6f4f0; --tint: #fbf3f2; --link: #1b4f8f; --mark: #fff4cc; --mark-edge: #8a6100;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  --serif: "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
  color-scheme: light;
}
:root[data-large] { font-size: 137.5%; }
:root[data-contrast] {
  --red: #7a0000; --red-print: #7a0000; --ink: #000; --muted: #1a1a1a; --line: #000; --ground: #fff; --tint: #fff;
  --link: #00308f; --mark: #ffe600; --mark-edge: #000;
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink); font-family: var(--sans); line-height: 1.7; overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.site-width { width: 100%; max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
main { flex: 1; }
.skip-link { position: absolute; left: -999rem; top: 0; z-index: 9; padding: .6rem 1rem; background: var(--paper); }
.skip-link:focus { left: .5rem; top: .5rem; }
.site-head { background: var(--paper); border-top: 4px solid var(--red); border-bottom: 1px solid var(--line); }
.site-head > div { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 4rem; }
.site-name {
  display: inline-flex; align-items: center; gap: .7rem; color: var(--ink); font-size: 1.2rem; font-weight: 600;
  letter-spacing: .06em; text-decoration: none;
}
.site-mark { width: .28rem; height: 1.35rem; background: var(--red); border-radius: 1px; }
policy-page-tools { display: inline-flex; gap: .5rem; flex: none; }
policy-page-tools button, policy-citation button {
  min-height: 2.25rem; padding: 0 .9rem; border: 1px solid var(--line); border-radius: 4px; background: var(--paper);
  color: var(--ink); font: inherit; font-size: .9rem; cursor: pointer;
}
policy-page-tools button:hover, policy-citation button:hover { border-color: var(--red); color: var(--red); }
policy-page-tools button[aria-pressed="true"] { border-color: var(--red); background: var(--red); color: #fff; }
.site-foot { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .875rem; }
.site-foot p { margin: 1.25rem 0 1.75rem; }
.problem { padding-top: 4rem; }
.problem h1 { font-size: 1.4rem; font-weight: 600; }
@media (max-width: 48rem) {
  .site-width { padding: 0 1rem; }
  .site-head > div { min-height: 3.25rem; gap: .5rem; flex-wrap: wrap; padding-top: .35rem; padding-bottom: .35rem; }
  .site-name { font-size: 1.02rem; letter-spacing: .02em; gap: .5rem; }
  policy-page-tools button { padding: 0 .6rem; }
}
`;

/** The style sheet of every page; served whole and cached, since the pages share most of it. */
export const siteStyle = `${baseStyle}${homeStyle}${readerStyle}`;
