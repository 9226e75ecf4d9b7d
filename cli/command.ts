// What an operator's command is, and how its words are read.
// SPDX-License-Identifier: EUPL-1.2

export interface Command {
  /** The words that call it: `import advisories`. */
  readonly name: string
  readonly usage: string
  readonly purpose: string
  readonly run: (words: readonly string[], output: Output) => Promise<number>
}

export interface Output {
  /** A line of the result, to standard output. */
  readonly print: (line: string) => void
  /** Progress and remarks, to standard error, so that results can be piped. */
  readonly say: (line: string) => void
  /** Redraws one line where somebody watches; silent in a pipe. */
  readonly progress: (line: string) => void
}

/** Wrong words: says what is wrong and how the command is called. Exit code 2. */
export class UsageError extends Error {}

/** The values behind an option, up to the next one: `--advisories a.json b.json`. */
export function optionValues(words: readonly string[], option: string): readonly string[] {
  const start = words.indexOf(option)
  if (start < 0) return []
  const rest = words.slice(start + 1)
  const end = rest.findIndex((word) => word.startsWith('--'))
  return end < 0 ? rest : rest.slice(0, end)
}

export function requireValue(words: readonly string[], option: string): string {
  const [value] = optionValues(words, option)
  if (value === undefined) throw new UsageError(`${option} needs a value.`)
  return value
}
