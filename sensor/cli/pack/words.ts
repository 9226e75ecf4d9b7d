// What the commands of `sensor pack` share: how a fault is told, and which words are needed.
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { Fault } from '@salus/standards/fault'
import { printable } from '../../engine/printable.ts'
import { type Output, UsageFault, type Words } from '../command.ts'

/** A sub-command: the words after its name. Time is read once, at the edge. */
export interface PackCommand {
  readonly usage: string
  run(words: Words, output: Output, now: number): Promise<boolean>
}

export function needed(words: Words, option: string, example: string): string {
  const value = words.text(option)
  if (value === null) throw new UsageFault(`--${option} is needed, such as --${option} ${example}.`)
  return value
}

export function onePlace(words: Words, what: string): string {
  const [place, ...more] = words.positionals.slice(1)
  if (place === undefined || more.length > 0) throw new UsageFault(`${what} is needed, and only that.`)
  return place
}

export function faultLines({ place, detail, remedy, code }: Fault): readonly string[] {
  const where = place === '' ? '' : `${printable(place, 500)}: `
  return [`${where}${printable(detail, 1_000)} (${code})`, printable(remedy, 1_000)]
}

/** By a file or the environment: words on the command line are seen by everybody on the machine. */
export async function tokenOf(words: Words): Promise<string | null> {
  const path = words.text('token-file')
  const token = path === null ? process.env.SALUS_SENSOR_TOKEN : await readFile(path, 'utf8')
  return token?.trim() || null
}
