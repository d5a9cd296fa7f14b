/** The page's own looks: light and dark, on paper too. Colours keep a contrast of 4.5 to 1 and more. */
export const style = `
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f5f6f8; --ink: #1c2128; --soft: #57606a; --line: #d0d7de; --link: #0550ae; --error: #b42318; --error-ground: #fef0ee; --warn: #7a4d00; --warn-ground: #fff6df; --info: #0a5a8a; --info-ground: #e8f4fb; --added: #14652f; --removed: #a3160d; --changed: #7a4d00; --code: #f5f6f8; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { --ground: #12161c; --raised: #1b212a; --ink: #e6eaef; --soft: #a3adba; --line: #38414d; --link: #79b8ff; --error: #ff9d93; --error-ground: #351a18; --warn: #f2c869; --warn-ground: #302712; --info: #86cbf5; --info-ground: #14293a; --added: #7fdc9b; --removed: #ff9d93; --changed: #f2c869; --code: #0c1015; } }
:root[data-theme="dark"] { --ground: #12161c; --raised: #1b212a; --ink: #e6eaef; --soft: #a3adba; --line: #38414d; --link: #79b8ff; --error: #ff9d93; --error-ground: #351a18; --warn: #f2c869; --warn-ground: #302712; --info: #86cbf5; --info-ground: #14293a; --added: #7fdc9b; --removed: #ff9d93; --changed: #f2c869; --code: #0c1015; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
header, main { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; }
h1 { font-size: 26px; margin: 0 0 4px; } h2 { font-size: 21px; margin: 40px 0 4px; } h3 { font-size: 17px; margin: 28px 0 8px; }
a { color: var(--link); } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.soft { color: var(--soft); } .id { font-family: ui-monospace, monospace; font-size: .9em; color: var(--soft); }
.tools { display: flex; flex-wrap: wrap; gap: 10px 18px; align-items: center; padding: 14px 0; border-bottom: 1px solid var(--line); }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: 4px 14px; } header, section { overflow-wrap: anywhere; } legend { float: left; margin-right: 4px; color: var(--soft); }
button { font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 3px 12px; cursor: pointer; }
nav ul { list-style: none; padding: 0; margin: 10px 0; columns: 2; } nav li { margin: 2px 0; }
.badge { display: inline-block; min-width: 52px; text-align: center; border-radius: 999px; padding: 0 9px; font-size: 13px; font-weight: 600; border: 1px solid currentColor; }
.error .badge, .badge.error { color: var(--error); background: var(--error-ground); } .warn .badge, .badge.warn { color: var(--warn); background: var(--warn-ground); } .info .badge, .badge.info { color: var(--info); background: var(--info-ground); }
.finding { border: 1px solid var(--line); border-left-width: 5px; border-radius: 8px; padding: 12px 16px; margin: 10px 0; overflow-wrap: anywhere; }
.finding.error { border-left-color: var(--error); } .finding.warn { border-left-color: var(--warn); } .finding.info { border-left-color: var(--info); }
.finding p { margin: 6px 0; } .finding.allowed { border-left-style: dashed; } .finding:target, .operation:target { box-shadow: 0 0 0 3px var(--link); }
.finding h4, .operation h4 { margin: 0; font-size: 16px; display: flex; gap: 10px; align-items: baseline; flex-wrap: wrap; }
.operation h4 { flex-wrap: nowrap; } .operation p { margin: 4px 0; }
.anchor { text-decoration: none; color: var(--soft); margin-left: auto; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, monospace; font-size: 13.5px; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; margin: 8px 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.operation { display: grid; grid-template-columns: minmax(220px, 1fr) 2fr; gap: 6px 22px; padding: 14px 0; border-top: 1px solid var(--line); } .operation > * { min-width: 0; }
.facts { list-style: none; padding: 0; margin: 4px 0 12px; display: flex; flex-wrap: wrap; gap: 4px 8px; } .facts li { background: var(--raised); border: 1px solid var(--line); border-radius: 5px; padding: 1px 8px; font-size: 13px; } .facts li.waits { color: var(--error); border-color: currentColor; } .facts li.works { color: var(--warn); border-color: currentColor; }
.sides { display: grid; grid-template-columns: 1fr; gap: 18px; } .side { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; padding: 12px; background: var(--raised); } .side h4 { margin: 0 0 8px; font-size: 14px; color: var(--soft); }
svg { max-width: none; height: auto; } svg rect { fill: var(--ground); stroke: var(--line); stroke-width: 1.5; } svg line { stroke: var(--line); } svg text { fill: var(--ink); font: 13px ui-monospace, monospace; } svg .name { font-weight: 700; } svg .type { fill: var(--soft); } svg .key { fill: none; stroke: var(--soft); stroke-width: 1.5; } svg .end { fill: var(--soft); }
svg .box.added rect { stroke: var(--added); } svg .box.removed rect { stroke: var(--removed); stroke-dasharray: 5 4; } svg .added > text, svg .box.added > .name { fill: var(--added); } svg .removed > text { fill: var(--removed); } svg .row.removed text { text-decoration: line-through; } svg .changed > text { fill: var(--changed); }
.added-text { color: var(--added); } .removed-text { color: var(--removed); } .changed-text { color: var(--changed); }
ul.difference { list-style: none; padding: 0; font-family: ui-monospace, monospace; font-size: 14px; } ul.difference ul { list-style: none; padding-left: 22px; }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 8px 0; } caption { text-align: left; white-space: nowrap; color: var(--soft); padding-bottom: 4px; } th, td { border: 1px solid var(--line); padding: 3px 10px; text-align: left; font-size: 14px; } th { background: var(--raised); }
.notes { background: var(--info-ground); border-radius: 8px; padding: 8px 14px; } [hidden] { display: none !important; }
footer { max-width: 1120px; margin: 40px auto 28px; padding: 0 24px; color: var(--soft); font-size: 14px; }
@media (max-width: 760px) { .operation { grid-template-columns: 1fr; } nav ul { columns: 1; } }
@media print { :root:root:root { --ground: #fff; --raised: #fff; --ink: #000; --soft: #444; --line: #bbb; --code: #fff; --error: #8f1509; --error-ground: #fff; --warn: #5c3a00; --warn-ground: #fff; --info: #0a4a72; --info-ground: #fff; --added: #0f5026; --removed: #8f1509; --changed: #5c3a00; } .tools, .anchor, nav { display: none; } .finding, .operation, .side { break-inside: avoid; } [hidden].finding { display: block !important; } header, main, footer { max-width: none; padding: 0; } svg { max-width: 100%; } }
`;

/** Filters by severity, the theme, and nothing else; the page says everything without it. */
export const script = `
const boxes = [...document.querySelectorAll("input[name=severity]")];
const apply = () => {
  const on = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  for (const each of document.querySelectorAll(".finding")) each.hidden = !on.has(each.dataset.severity);
  const left = document.querySelectorAll(".finding:not([hidden])").length;
  document.getElementById("shown").textContent = left + (left === 1 ? " finding shown" : " findings shown");
};
for (const box of boxes) box.addEventListener("change", apply);
const reveal = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.hidden) return;
  for (const box of boxes) if (box.value === target.dataset.severity) box.checked = true;
  apply();
  target.scrollIntoView();
};
addEventListener("hashchange", reveal);
const theme = document.getElementById("theme");
theme.addEventListener("click", () => {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
});
apply();
reveal();
`;
