/** The widget's own style sheet. Sizes are in em of the host, so that large type scales everything. */
export const widgetStyle = `
:host {
  --red: #a61b1b; --ink: #1d1f23; --muted: #565b63; --line: #e2ddd5; --edge: #8a857d; --paper: #fff; --ground: #f9f7f4;
  --asked: #f4e9e7; --link: #1b4f8f; --warn: #7a4d00; --warn-ground: #fdf6e7;
  display: block; height: 40em; font-size: 16px; color: var(--ink); line-height: 1.75; text-align: start;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
}
:host([hidden]) { display: none; }
:host([data-large]) { font-size: 22px; }
:host([data-contrast]) {
  --red: #7a0000; --ink: #000; --muted: #1a1a1a; --line: #000; --edge: #000; --ground: #fff; --asked: #fff; --link: #00308f;
  --warn: #000; --warn-ground: #fff;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, h4, p, ul, ol, blockquote { margin: 0; padding: 0; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
button, input, textarea { font: inherit; color: inherit; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.frame {
  container-type: inline-size; display: flex; flex-direction: column; height: 100%; overflow: hidden;
  border: 1px solid var(--line); border-radius: 6px; background: var(--paper);
}
.bar {
  display: flex; align-items: center; justify-content: space-between; flex-wrap: wrap; gap: .25em .75em;
  padding: .55em 1.25em; border-bottom: 1px solid var(--line);
}
.bar h2 { font-size: 1em; font-weight: 600; letter-spacing: .08em; }
:host([page-tools]) .bar:has(+ .log > .welcome) { display: none; }
.bar-tools, .tools { display: flex; flex-wrap: wrap; gap: .4em; }
.tool {
  min-height: 2.1em; padding: 0 .75em; border: 1px solid transparent; border-radius: 4px; background: none;
  color: var(--muted); font-size: .875em; cursor: pointer;
}
.tool:hover { background: var(--ground); color: var(--red); }
.tool[aria-pressed] { border-color: var(--line); }
.tool[aria-pressed="true"] { border-color: var(--red); background: var(--red); color: #fff; }
.log { position: relative; container-type: size; flex: 1; padding: 1.25em; overflow-y: auto; overscroll-behavior: contain; scroll-behavior: smooth; }
.log:focus-visible { outline-offset: -3px; }
.welcome { max-width: 40em; padding: 1em 0; }
.welcome-title { margin-bottom: .4em; font-size: 1.3em; font-weight: 600; }
.welcome p:not(.welcome-title) { color: var(--muted); }
.message { margin-bottom: 1.4em; overflow-wrap: anywhere; }
/* Room below the last question, so that it can stand at the top while its answer grows. */
.reply:last-child { min-height: calc(100cqh - 6.5em); }
.question { display: flex; justify-content: flex-end; }
.question p {
  max-width: 85%; padding: .55em 1em; border-radius: 6px 6px 0 6px; background: var(--asked); white-space: pre-wrap;
}
:host([data-contrast]) .question p { border: 2px solid #000; }
.body > * + * { margin-top: .7em; }
.body { font-size: 1.0625em; line-height: 1.85; }
.body ul, .body ol { padding-left: 1.6em; }
.body .as-printed { padding-left: 0; list-style: none; }
.body li + li { margin-top: .25em; }
.body blockquote { padding-left: .9em; border-left: 3px solid var(--line); }
.body del { color: var(--muted); }
.chip {
  display: inline-flex; align-items: center; justify-content: center; min-width: max(1.6em, 24px); height: 1.6em; min-height: 24px;
  margin: 0 .2em; padding: 0 .35em; border: 1px solid var(--red); border-radius: 4px; color: var(--red); font-size: .8em;
  font-weight: 600; line-height: 1; text-decoration: none; vertical-align: .1em;
}
.chip:hover { background: var(--red); color: #fff; }
h4 { color: var(--muted); font-size: .875em; font-weight: 600; letter-spacing: .06em; }
.origin { margin-top: .8em; color: var(--muted); font-size: .875em; }
.sources { margin-top: 1em; padding: .8em 1.1em .9em; background: var(--ground); border-radius: 4px; }
:host([data-contrast]) :is(.sources, .refusal, .problem) { border: 2px solid #000; }
.sources ol, .nearest ul, .suggestions ul { list-style: none; }
.sources li { display: flex; gap: .7em; margin-top: .6em; }
.source-index {
  flex: none; width: 1.7em; height: 1.7em; margin-top: .15em; border-radius: 4px; background: var(--red); color: #fff; font-size: .8em;
  font-weight: 600; line-height: 1.7; text-align: center;
}
.sources li > div { min-width: 0; flex: 1; }
.source-name { display: inline-block; min-height: 24px; color: var(--link); text-underline-offset: .2em; }
.status { margin-left: .5em; padding: 0 .4em; border: 1px solid; border-radius: 3px; color: var(--warn); font-size: .8em; white-space: nowrap; }
blockquote { white-space: pre-line; }
.sources blockquote { margin-top: .3em; font-family: "Songti SC", "STSong", "Noto Serif CJK SC", "SimSun", serif; }
summary { min-height: 24px; color: var(--muted); font-size: .9em; cursor: pointer; }
.refusal { padding: 1em 1.2em; border-left: 4px solid var(--warn); background: var(--warn-ground); border-radius: 0 4px 4px 0; }
.refusal-title { margin-bottom: .3em; color: var(--warn); font-weight: 600; }
.nearest:not(:empty) { margin-top: 1em; padding-top: .8em; border-top: 1px dashed var(--edge); font-size: .94em; }
.nearest li { margin-top: .5em; }
.nearest li p { color: var(--muted); }
.problem { display: flex; flex-wrap: wrap; align-items: center; gap: .75em; padding: .8em 1.2em; background: var(--ground); border-radius: 4px; }
.problem .tool { border-color: var(--edge); color: var(--ink); }
.waiting { display: flex; align-items: center; gap: .6em; color: var(--muted); }
.pulse { width: .6em; height: .6em; border-radius: 50%; background: var(--red); animation: pulse 1.2s ease-in-out infinite; }
.tools { margin: .5em 0 0 -.75em; align-items: center; }
.feedback { display: flex; flex: 1; flex-wrap: wrap; gap: .4em; }
.feedback .note { color: var(--muted); font-size: .875em; }
.remark { display: flex; flex: 1; gap: .4em; min-width: 14em; }
.remark input { flex: 1; min-width: 0; min-height: 2.1em; padding: .2em .7em; border: 1px solid var(--edge); border-radius: 4px; font-size: .875em; }
.remark .tool { border-color: var(--edge); color: var(--ink); }
.suggestions { margin-top: 1.1em; }
.message:not(:last-child) .suggestions { display: none; }
.suggestions ul { display: flex; flex-wrap: wrap; gap: .5em; margin-top: .5em; }
.suggestion {
  min-height: 2.4em; padding: .35em .95em; border: 1px solid var(--edge); border-radius: 4px; background: var(--paper); line-height: 1.5;
  text-align: start; cursor: pointer;
}
.suggestion:hover { border-color: var(--red); color: var(--red); }
.composer { padding: .8em 1.25em .6em; border-top: 1px solid var(--line); }
.field { display: flex; align-items: flex-end; gap: .6em; }
textarea {
  flex: 1; min-width: 0; min-height: 2.9em; max-height: 9em; padding: .55em .85em; resize: none; border: 1px solid var(--edge); border-radius: 4px;
  background: var(--paper); line-height: 1.7;
}
textarea:focus-visible { border-color: var(--link); outline-offset: 0; outline-width: 2px; }
textarea::placeholder { color: var(--muted); opacity: 1; }
.send {
  flex: none; min-width: 5em; min-height: 2.9em; border: 1px solid var(--red); border-radius: 4px; background: var(--red); color: #fff;
  font-weight: 600; letter-spacing: .1em; cursor: pointer;
}
.send:hover { background: #861212; }
.is-stop, .is-stop:hover { background: var(--paper); color: var(--red); }
.hint { margin-top: .35em; color: var(--muted); font-size: .8em; }
@container (max-width: 30em) {
  .bar { padding: .4em .75em .4em 1em; }
  .log { padding: 1em; }
  .composer { padding: .6em 1em .75em; }
  .hint { display: none; }
  .send { min-width: 4.2em; }
  .question p { max-width: 92%; }
}
@keyframes pulse { 50% { opacity: .25; } }
@media (prefers-reduced-motion: reduce) {
  .log { scroll-behavior: auto; }
  .pulse { animation: none; }
}
@media (forced-colors: active) { .chip, .suggestion, .question p { border: 1px solid; } }
`;
