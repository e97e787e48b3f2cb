"""How a review looks in a browser and in print: part of its one file."""

STYLE = """
/* The review as an edition would print it. */
:root { color-scheme: light dark; --ground: #fbf8f1; --ink: #1d1b16; --muted: #5f5a4e; --rubric: #9c2a1c; --rule: #8f8877; --hair: #ddd6c6; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #16140f; --ink: #ece6d9; --muted: #a9a294; --rubric: #f2977f; --rule: #756f61; --hair: #37332a; }
}
html {
  background: var(--ground); color: var(--ink); hanging-punctuation: first last;
  font: 18px/1.55 "Iowan Old Style", Palatino, "Palatino Linotype", "Source Serif 4", "Noto Serif", serif;
}
body { margin: 0; overflow-wrap: break-word; }
main { max-width: 70ch; margin: 0 auto; padding: 3.5rem 1.2rem 6rem; }
h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 400; margin: 0 0 0.6rem; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 600; margin: 3rem 0 0.8rem; }
h3 { font-size: 1.05rem; line-height: 1.35; font-weight: 600; font-style: italic; margin: 2rem 0 0.5rem; text-wrap: balance; }
p { margin: 0 0 0.9rem; text-wrap: pretty; hyphens: auto; }
cite { font-style: italic; }
.byline { color: var(--muted); font: 14px/1.45 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
.topic { font-style: italic; color: var(--rubric); }
sup { line-height: 0; font: 0.68em/0 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
sup a, .back { color: var(--rubric); text-decoration: none; padding: 0 0.12em; }
sup a:hover, .back:hover { text-decoration: underline; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--rubric); outline-offset: 2px; }
:target { background: color-mix(in srgb, var(--rubric) 10%, transparent); }
.notes ol { padding-left: 2.6em; font-size: 0.85rem; line-height: 1.5; }
.notes li { margin: 0 0 0.35rem; }
.notes li::marker { color: var(--muted); font-variant-numeric: tabular-nums; }
.works p { padding-left: 1.6em; text-indent: -1.6em; margin: 0 0 0.4rem; hyphens: manual; }
.table { overflow-x: auto; margin: 0 0 1.4rem; }
table { border-collapse: collapse; width: 100%; font: 15px/1.45 system-ui, "Segoe UI", "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding: 0 0 0.5rem; }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--hair); }
thead th { color: var(--muted); border-bottom: 1px solid var(--rule); }
@media print {
  html { background: none; color: #000; font-size: 11pt; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, .notes li, .works p { break-inside: avoid; }
}
"""
