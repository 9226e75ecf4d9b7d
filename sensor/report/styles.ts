// The look of the sensor's pages: the tokens and the few components of the project's visual language that they need.
// SPDX-License-Identifier: EUPL-1.2

const light = `color-scheme:light;--ground:#eef2f1;--surface:#fff;--sunken:#f5f8f7;--ink:#14211f;--ink-2:#465552;--rule:#cbd5d2;--rule-strong:#6f7f7b;--accent:#07565f;--accent-soft:#ddeeee;--link:#07565f;--focus:#2450d6;--now:#a3121f;--on-now:#fff;--soon:#7d4a00;--soon-soft:#fdf0d9;--plan:#07565f;--plan-soft:#ddeeee;--watch:#465552;--watch-soft:#e6ecea;--done:#1b6136;--unknown:#573f8a;--unknown-soft:#efebf8;`
const dark = `color-scheme:dark;--ground:#0c1413;--surface:#131d1b;--sunken:#0f1917;--ink:#e6edeb;--ink-2:#a8b7b3;--rule:#2d3c39;--rule-strong:#7b8d89;--accent:#6fcad1;--accent-soft:#12343a;--link:#7fd2d8;--focus:#9db8ff;--now:#ff9d98;--on-now:#3b0a0d;--soon:#f0c06f;--soon-soft:#33260d;--plan:#7fd2d8;--plan-soft:#12343a;--watch:#a8b7b3;--watch-soft:#22302d;--done:#8ed6a4;--unknown:#c6b5f4;--unknown-soft:#281f40;`
const paper = `color-scheme:light;--ground:#fff;--surface:#fff;--sunken:#fff;--ink:#000;--ink-2:#333;--rule:#999;--rule-strong:#555;--accent:#000;--accent-soft:#fff;--link:#000;--now:#000;--on-now:#fff;--soon:#000;--soon-soft:#fff;--plan:#000;--plan-soft:#fff;--watch:#000;--watch-soft:#fff;--done:#000;--unknown:#000;--unknown-soft:#fff;--body:10.5pt;--dense:9.5pt;--small:8.5pt;--h1:18pt;--h2:13pt;--lead:12pt;`

const base = `
:root{${light}--font:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;--mono:ui-monospace,"Cascadia Mono","SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace;--small:.875rem;--dense:.9375rem;--body:1.0625rem;--lead:1.25rem;--h2:1.375rem;--h1:clamp(1.625rem,1.2rem + 1.6vw,2.125rem);--gut:clamp(1rem,4vw,2.25rem)}
@media (prefers-color-scheme:dark){:root{${dark}}}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:400 var(--body)/1.5 var(--font);-webkit-text-size-adjust:100%;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;hyphens:auto}
h1,h2,h3,h4,p,ul,ol,dl,table{margin-block:0}
h1{font-size:var(--h1);line-height:1.15;font-weight:650;letter-spacing:-.015em;text-wrap:balance;hyphens:manual}
h2{font-size:var(--h2);line-height:1.25;font-weight:650;letter-spacing:-.008em}
h3{font-size:var(--lead);line-height:1.3;font-weight:650}
h4{font-size:var(--dense);line-height:1.4;font-weight:650}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
:is(a,summary):focus{outline:3px solid var(--focus);outline-offset:2px}
.quiet{color:var(--ink-2)}.small{font-size:var(--small)}.dense{font-size:var(--dense)}.lead{font-size:var(--lead);line-height:1.4;max-inline-size:42rem}
.code{font-family:var(--mono);font-size:.92em;overflow-wrap:anywhere;hyphens:none}
.hide{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:.5rem;inset-block-start:-4rem;background:var(--surface);padding:.6rem 1rem;z-index:1}.skip:focus{inset-block-start:.5rem}
`

const shell = `
.top{background:var(--surface);border-block-end:1px solid var(--rule);padding:.75rem var(--gut);display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem}
.brand{display:inline-flex;align-items:center;gap:.55rem;font-weight:750;font-size:1.1875rem;letter-spacing:-.02em}
.brand::before{content:"";inline-size:.85rem;block-size:.85rem;border:3.5px solid var(--accent);border-inline-end-color:transparent;border-radius:50%;transform:rotate(-45deg);background:radial-gradient(circle,var(--accent) 0 2.4px,transparent 2.9px)}
.org{font-size:var(--dense);font-weight:650}
.page{max-inline-size:80.5rem;padding:1.5rem var(--gut) 3rem}
.foot{border-block-start:1px solid var(--rule);padding:1rem var(--gut) 2rem;font-size:var(--small);color:var(--ink-2)}.foot p{max-inline-size:42rem}.foot p+p{margin-block-start:.5rem}
.head{display:grid;gap:1rem 1.5rem;margin-block-end:1.5rem;align-items:end}.head>*>*+*{margin-block-start:.5rem}
.rail{display:grid;gap:1.5rem;align-items:start}.rail>*{min-inline-size:0}
.sheet{background:var(--surface);border:1px solid var(--rule);border-radius:3px}.sheet>header,.sheet>.in{padding:1rem 1.5rem}.sheet>.in>*+*{margin-block-start:.75rem}
.plain{border-block-start:1.5px solid var(--ink);padding-block-start:.75rem}.plain>*+*{margin-block-start:.5rem}*+.plain{margin-block-start:2rem}
.sheet>header,.plain>header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.25rem 1rem}
@media (min-width:60rem){.head,.rail{grid-template-columns:minmax(0,1fr) 22.5rem}.rail{grid-template-rows:auto 1fr}.rail>.main{grid-column:1;grid-row:1/span 2}.rail>.first,.rail>.side{grid-column:2}}
@media (max-width:40rem){.sheet>header,.sheet>.in{padding-inline:1rem}}
`

const parts = `
.because{color:var(--ink-2);font-size:var(--dense);line-height:1.45;border-inline-start:2px solid var(--accent);padding-inline-start:.75rem}.because>b{color:var(--accent);font-weight:650}.because strong{color:var(--ink);font-weight:600}
.level{--n:1;display:inline-flex;align-items:center;gap:.45em;font-size:var(--small);font-weight:650;line-height:1.3;padding:.16em .6em .16em .5em;border-radius:3px;white-space:nowrap;color:var(--watch);background:var(--watch-soft)}
.level::before{content:"";inline-size:1.02em;block-size:.82em;flex:none;print-color-adjust:exact;-webkit-print-color-adjust:exact;background:linear-gradient(to right,currentColor calc(var(--n)*27% - 4%),color-mix(in srgb,currentColor 32%,transparent) 0);clip-path:polygon(0 72%,18% 72%,18% 100%,27% 100%,27% 48%,45% 48%,45% 100%,54% 100%,54% 24%,72% 24%,72% 100%,81% 100%,81% 0,100% 0,100% 100%,0 100%)}
.level.critical{--n:4;color:var(--on-now);background:var(--now)}.level.high{--n:3;color:var(--soon);background:var(--soon-soft)}.level.medium{--n:2;color:var(--plan);background:var(--plan-soft)}.level.informational{--n:0}
.needs{list-style:none;padding:0;counter-reset:n}
.need{display:grid;grid-template-columns:2.5rem minmax(0,1fr);border-block-start:1px solid var(--rule);padding:1rem 1.5rem;counter-increment:n}.need::before{content:counter(n);font-size:1.5rem;line-height:1.2;font-weight:300;color:var(--ink-2)}
.need>*>*+*{margin-block-start:.6rem}.need h3 time{font-weight:400;color:var(--ink-2);font-size:var(--body)}
.meta{display:flex;flex-wrap:wrap;gap:.25rem .9rem;align-items:center;font-size:var(--dense);color:var(--ink-2);list-style:none;padding:0}
.steps{list-style:none;padding:0;counter-reset:s}.steps>li{counter-increment:s;display:grid;grid-template-columns:1.75rem minmax(0,1fr);padding-block:.3rem;font-size:var(--dense)}.steps>li::before{content:counter(s) ".";font-weight:650;color:var(--accent)}
.item>summary{font-size:var(--dense);padding-block:.35rem;cursor:pointer;min-block-size:1.75rem}.item>summary b{font-weight:600}.item>summary .level{margin-inline-end:.3rem}
.item>div{background:var(--sunken);border:1px solid var(--rule);border-radius:3px;padding:.75rem 1rem;margin-block:.35rem .6rem}.item>div>*+*{margin-block-start:.7rem}
.press{font-size:var(--dense);color:var(--ink-2);margin-block:.1rem .9rem}.press .code{color:var(--ink)}.press a{display:inline-block;padding-block:.15rem}
.now{display:grid;gap:.75rem 2.5rem;padding:1rem 1.5rem 1.25rem;margin-block-end:1.5rem}.now h3{font-size:var(--body);margin-block-end:.25rem}.now .steps p+p{color:var(--ink-2)}.said{margin-block-end:1.5rem}.now>.steps>li{padding-block:.45rem;font-size:var(--body)}.now>.steps p+p{font-size:var(--dense)}
@media (min-width:60rem){.now{grid-template-columns:minmax(0,1fr) 22.5rem}.now>h2{grid-column:1/-1}}
.facts{display:grid;grid-template-columns:minmax(6rem,11rem) minmax(0,1fr);font-size:var(--dense)}.facts>*{margin:0;padding:.3rem 0;border-block-start:1px solid var(--rule)}.facts>dt{color:var(--ink-2);padding-inline-end:1rem}.facts>:nth-child(-n+2){border:0}.facts ul{padding-inline-start:1.1rem}
.asked{display:block;color:var(--ink-2);font-size:var(--small)}
.table{inline-size:100%;border-collapse:collapse;font-size:var(--dense);line-height:1.4}.table caption{text-align:start;padding-block-end:.4rem;font-size:var(--small);color:var(--ink-2)}.table :is(th,td){text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-block-end:1px solid var(--rule)}.table thead th{font-size:var(--small);font-weight:600;color:var(--ink-2);border-block-end-color:var(--rule-strong);vertical-align:bottom}.table tbody th{font-weight:600}.table th .small{font-weight:400}.table .num{text-align:end;white-space:nowrap;overflow-wrap:normal;padding-inline:.75rem 0}.table thead .num{white-space:normal}.table tr:last-child>*{border-block-end:0}
.chart{display:block;inline-size:100%;max-inline-size:29rem;block-size:auto}.chart text{font:13px var(--font);fill:var(--ink-2)}.chart .serious{fill:var(--now)}.chart .slight{fill:var(--rule-strong)}.chart .axis{stroke:var(--rule-strong);stroke-width:1}
.key{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:var(--small);color:var(--ink-2);list-style:none;padding:0}.key svg{inline-size:.85em;block-size:.85em;margin-inline-end:.45em;vertical-align:-.05em}.key .serious{fill:var(--now)}.key .slight{fill:var(--rule-strong)}
.notes{font-size:var(--dense);color:var(--ink-2);padding-inline-start:1.1rem}
.map{display:block;inline-size:280px;max-inline-size:100%}.ready{fill:var(--accent)}.quiet-state{fill:var(--soon-soft);stroke:var(--soon);stroke-width:1.5}.blind{fill:var(--unknown-soft);stroke:var(--unknown);stroke-width:1.5}.none{fill:none;stroke:var(--rule-strong);stroke-width:1;stroke-dasharray:2 2}.hatch{stroke:var(--unknown);stroke-width:1.2}
.bar{display:block;inline-size:100%;block-size:.875rem}
.commands{background:var(--sunken);border:1px solid var(--rule);border-radius:3px;padding:.6rem .75rem;font:var(--small)/1.5 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere;margin:.35rem 0 0}
@media (min-width:40.01rem){.stack tbody th{inline-size:12rem}}
@media (max-width:40rem){.now{padding-inline:1rem}.need{grid-template-columns:1.75rem minmax(0,1fr);padding-inline:1rem}.item>div{margin-inline-start:-1.75rem}.facts{grid-template-columns:minmax(0,1fr)}.facts>dd{border:0;padding-block-start:0}.facts>dt{padding-block-end:0}.facts>dd:nth-child(2){border:0}
.stack thead{position:absolute;clip-path:inset(50%);inline-size:1px;block-size:1px;overflow:hidden}.stack,.stack tbody{display:block}.stack tr{display:block;padding:.6rem 0;border-block-end:1px solid var(--rule)}.stack :is(td,th){display:block;border:0;padding:.12rem 0}.stack .num{text-align:start;padding:.12rem 0}.stack td[data-label]{position:relative;padding-inline-start:6.75rem;min-block-size:1.5rem}.stack td[data-label]::before{content:attr(data-label);color:var(--ink-2);font-size:var(--small);position:absolute;inset-inline-start:0;inline-size:6.25rem}}
`

const outputs = `
@page{size:A4;margin:14mm}
@media print{:root{${paper}}.skip{display:none}.page,.top{padding:0}.rail,.head{display:block}.rail>*{margin-block-end:1rem}.sheet{border-inline:0}.level{outline:1pt solid #000;color:#000;background:none}h2,h3,h4{break-after:avoid}.table tr,.steps>li,.facts>*{break-inside:avoid}details::details-content{content-visibility:visible;display:block}.chart,.map,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (forced-colors:active){.level{border:1px solid}.chart,.map,.bar,.key svg{forced-color-adjust:none}}
`

/** One style element; the policy of the page names it by its hash. */
export const styles = `${base}${shell}${parts}${outputs}`
