// The rules of the printed card: black on white, one sheet of A5 or A4.
// SPDX-License-Identifier: EUPL-1.2

export const cardStyle = [
  ':root{color-scheme:light}*{box-sizing:border-box}',
  '@page{margin:8mm}',
  'body{margin:0;background:#fff;color:#000;font:1rem/1.35 system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif}',
  'main{max-width:40rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}main:focus{outline:0}',
  'h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.25rem;margin:0 0 .2rem}h3{font-size:1rem;margin:.4rem 0 .1rem}p{margin:0 0 .4rem}ul{margin:0 0 .3rem;padding-left:1.2rem}',
  'a{color:#07565f}a:focus-visible{outline:3px solid #2450d6;outline-offset:2px}',
  '.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}',
  '.screen{border-bottom:1px solid #999;margin-bottom:1rem;padding-bottom:.5rem}',
  '.card{border:2px solid #000;border-radius:3px;padding:1rem}.place{font-size:1.125rem}',
  '.code{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin-bottom:.4rem}.code p{flex:1 1 10rem;margin:0}.qr{display:block;width:11rem;max-width:100%;height:auto;flex:none}',
  'code{font:600 1rem/1.5 ui-monospace,Menlo,Consolas,monospace}.phone{font-size:1.375rem;font-weight:650}.small,.foot{font-size:.875rem}section{border-top:1px solid #000;padding-top:.4rem;margin-top:.4rem;break-inside:avoid}',
  '.exercise{border:3px dashed #000;padding:.3rem .6rem;font-size:1.125rem}.exercise strong{display:block}.foot{border-top:1px solid #000;padding-top:.3rem;margin:.4rem 0 0}',
  '@media print{.screen,.skip{display:none}main{padding:0;max-width:none}body{font-size:9pt;line-height:1.25}h2{font-size:11pt}h3{font-size:9pt;margin-top:.2rem}p{margin-bottom:.2rem}.card{border:0;padding:0}.qr{width:36mm}.place{font-size:11pt}.phone{font-size:12pt}code{font-size:10pt}.small,.foot{font-size:8pt}.several{display:grid;grid-template-columns:1fr 1fr;gap:0 5mm}}',
].join('')
