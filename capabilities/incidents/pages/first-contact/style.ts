// The rules that the night pages need, in the colours of web/styles/_tokens.scss; the phone's setting chooses light or dark.
// SPDX-License-Identifier: EUPL-1.2

const light =
  '--g:#eef2f1;--f:#fff;--i:#14211f;--q:#465552;--r:#cbd5d2;--e:#6f7f7b;--a:#07565f;--o:#fff;--s:#ddeeee;--n:#a3121f;--u:#573f8a;--us:#efebf8;--k:#2450d6;--d:#1b6136;--w:#7d4a00'
const dark =
  '--g:#0c1413;--f:#1a2624;--i:#e6edeb;--q:#a8b7b3;--r:#2d3c39;--e:#7b8d89;--a:#6fcad1;--o:#04262a;--s:#12343a;--n:#ff9d98;--u:#c6b5f4;--us:#281f40;--k:#9db8ff;--d:#8ed6a4;--w:#f0c06f'
const paper =
  '--g:#fff;--f:#fff;--i:#000;--q:#333;--r:#999;--e:#555;--a:#000;--o:#fff;--s:#fff;--n:#000;--u:#000;--us:#fff;--k:#000;--d:#000;--w:#000'

export const nightStyle = [
  `:root{${light}}`,
  `@media (prefers-color-scheme:dark){:root{${dark}}}`,
  `@media print{:root{${paper}}form,.skip,.langs,.again{display:none}}`,
  '*{box-sizing:border-box}',
  'body{margin:0;background:var(--g);color:var(--i);font:1.0625rem/1.4 system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;-webkit-text-size-adjust:100%}',
  'main{display:block;max-width:30rem;margin:0 auto;padding:1rem 1rem 2rem;overflow-wrap:break-word}main:focus{outline:0}',
  'h1{font-size:1.625rem;line-height:1.2;margin:.25rem 0 .5rem}h2{font-size:1.25rem;line-height:1.25;margin:1.5rem 0 .5rem}p{margin:0 0 .75rem}',
  'a{color:var(--a);text-underline-offset:.15em}b,strong{font-weight:650}',
  'a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--k);outline-offset:2px}',
  '.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--f);padding:.5rem;z-index:1}',
  '.bar{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:0 .75rem;border-bottom:1px solid var(--r);margin-bottom:.75rem;padding-bottom:.25rem}.bar b{font-size:1.25rem}.bar a{font-weight:650;min-height:2.75rem;display:inline-flex;align-items:center}',
  '.langs{display:flex;flex-wrap:wrap;gap:0 1rem;list-style:none;margin:0 0 .75rem;padding:0}.langs a,.langs b{display:inline-flex;align-items:center;min-height:2.75rem}',
  '.small{font-size:.9375rem;color:var(--q)}.quiet{color:var(--q);font-weight:400;font-size:1rem}',
  '.strip{border:2px dashed var(--u);background:var(--us);padding:.5rem .75rem;margin-bottom:.75rem}',
  '.faults{border:2px solid var(--n);background:var(--f);padding:.75rem;margin-bottom:1rem}.faults h2{margin:0 0 .25rem}.faults ul{margin:0;padding-left:1.25rem}.faults a,.fault{color:var(--n);font-weight:650}',
  'fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}legend{font-size:1.25rem;font-weight:650;padding:0;margin-bottom:.5rem;line-height:1.25}',
  '.thumb{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11rem,100%),1fr));gap:.5rem}.thumb.three{grid-template-columns:repeat(2,minmax(0,1fr))}.thumb.three label:last-child{grid-column:1/-1}',
  '.thumb label{display:flex;align-items:center;gap:.6rem;min-height:3.25rem;padding:.5rem .75rem;border:1.5px solid var(--e);border-radius:3px;background:var(--f);font-weight:600;line-height:1.25;min-width:0}.thumb span{min-width:0;overflow-wrap:anywhere;hyphens:auto}',
  '.thumb input{width:1.375rem;height:1.375rem;margin:0;accent-color:var(--a);flex:none}',
  '.thumb label:has(:checked){border-color:var(--a);background:var(--s);box-shadow:inset 0 0 0 1.5px var(--a)}',
  '@media (min-width:26rem){.thumb.three{grid-template-columns:repeat(3,minmax(0,1fr))}.thumb.three label:last-child{grid-column:auto}}',
  '.field{margin-bottom:1rem}.field label{display:block;font-weight:600;margin-bottom:.25rem}.field small{display:block;font-size:.9375rem;color:var(--q);margin-bottom:.25rem}',
  '.field input,.field textarea{width:100%;min-height:3rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--f);border:1.5px solid var(--e);border-radius:3px}.field [aria-invalid]{border:3px solid var(--n)}',
  'button{display:block;width:100%;min-height:3.5rem;padding:.5rem 1rem;font:inherit;font-size:1.25rem;font-weight:650;color:var(--o);background:var(--a);border:2px solid var(--a);border-radius:3px;cursor:pointer}button.second{color:var(--a);background:transparent;font-size:1.0625rem}',
  'button+.small,button+button{margin-top:.75rem}',
  'details{border-top:1px solid var(--r);margin-top:1.25rem;padding-top:.5rem}summary{min-height:2.75rem;display:list-item;padding:.6rem 0;color:var(--a);cursor:pointer}',
  '.word{display:block;font-size:1.375rem;letter-spacing:.04em;color:var(--i)}',
  '.do{border:1.5px solid var(--a);border-radius:3px;background:var(--f);margin-bottom:1.5rem}.do .head{background:var(--s);padding:.6rem 1rem;margin:0;font-weight:650}.do .in{padding:1rem}.do h1{font-size:1.625rem}',
  '.limit{font-weight:650;border:1.5px solid var(--n);border-radius:3px;padding:.5rem .75rem}',
  '.why{border-left:2px solid var(--a);padding-left:.75rem;color:var(--q)}.why b{color:var(--a)}',
  ".lines{list-style:none;margin:0;padding:0}.lines li{position:relative;padding-left:1.75rem;margin-bottom:.6rem}.lines li:before{position:absolute;left:0;font-weight:650}.lines .y:before{content:'\\2713';color:var(--d)}.lines .w:before{content:'\\2026';color:var(--w)}.lines .x:before{content:'\\2717';color:var(--w)}",
  '.again a,.nums a{display:inline-flex;align-items:center;min-height:2.75rem;font-weight:650}.nums{margin:0}.nums dt{font-weight:650}.nums dd{margin:0 0 .5rem}',
  '.foot{border-top:1px solid var(--r);margin-top:1.25rem;padding-top:.75rem}',
].join('')
