// Writes CSV that Excel opens as text in every language: marked as UTF-8, semicolons, nothing that begins a formula.
// SPDX-License-Identifier: EUPL-1.2

/** OWASP's list of first letters that make a spreadsheet program run a cell. */
const formulaStart = /^[\s]*[=+\-@|%\t\r\n]/

export function writeCsv(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(writeCell).join(';')}\r\n`).join('')}`
}

function writeCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
