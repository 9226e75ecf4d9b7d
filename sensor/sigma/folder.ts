// Loads every rule of files and folders, in the order of their names, whatever the file system says.
// SPDX-License-Identifier: EUPL-1.2
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { licenceOf } from './licence.ts'
import { ruleLimits } from './limits.ts'
import { readRules } from './read.ts'
import type { RuleFault, SigmaRule } from './rule.ts'
import type { Placeholders } from './values.ts'

export interface LoadedRules {
  readonly rules: readonly SigmaRule[]
  readonly faults: readonly RuleFault[]
  readonly files: number
}

export async function loadRules(
  paths: readonly string[],
  placeholders: Placeholders = new Map(),
): Promise<LoadedRules> {
  const files: string[] = []
  const licences: string[] = []
  for (const path of paths) {
    const licence = await licenceOf(path)
    const before = files.length
    await collectFiles(path, files)
    for (let at = before; at < files.length; at++) licences.push(licence ?? '')
  }
  const rules: SigmaRule[] = []
  const faults: RuleFault[] = []
  for (const [at, file] of files.entries()) {
    const { size } = await lstat(file)
    if (size > ruleLimits.maxFileBytes) {
      faults.push(fileFault(file, `the file is larger than ${ruleLimits.maxFileBytes} bytes`))
      continue
    }
    const read = readRules(await readFile(file, 'utf8'), file, placeholders)
    for (const rule of read.rules) rules.push(withLicence(rule, licences[at] || null))
    faults.push(...read.faults)
  }
  return withoutDoubles(rules, faults, files.length)
}

/** Rules rarely say their licence themselves; then the folder's holds. */
function withLicence(rule: SigmaRule, licence: string | null): SigmaRule {
  return rule.head.licence === null && licence !== null ? { ...rule, head: { ...rule.head, licence } } : rule
}

/** The first rule of an id counts; a second one is told, not run, so that counts do not double. */
function withoutDoubles(rules: readonly SigmaRule[], faults: RuleFault[], files: number): LoadedRules {
  const seen = new Map<string, string>()
  const kept = rules.filter(({ head }) => {
    const before = seen.get(head.id)
    if (before === undefined) {
      seen.set(head.id, head.file)
      return true
    }
    const { file, line, id, title } = head
    faults.push({
      file,
      line,
      ruleId: id,
      title,
      place: 'id',
      because: `the id is already that of a rule in ${before}`,
    })
    return false
  })
  return { rules: kept, faults, files }
}

async function collectFiles(path: string, files: string[]): Promise<void> {
  const found = await lstat(path)
  if (found.isFile()) {
    if (/\.ya?ml$/i.test(path)) files.push(path)
    return
  }
  // Links are not followed: a rule folder could point anywhere.
  if (!found.isDirectory()) return
  if (files.length > ruleLimits.maxFilesOfFolder)
    throw new RangeError(`More than ${ruleLimits.maxFilesOfFolder} rule files under ${path}.`)
  for (const name of (await readdir(path)).sort()) await collectFiles(join(path, name), files)
}

function fileFault(file: string, because: string): RuleFault {
  return { file, line: 1, ruleId: null, title: null, place: '', because }
}
