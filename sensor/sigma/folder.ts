// Loads every rule of files and folders, in the order of their names, whatever the file system says.
// SPDX-License-Identifier: EUPL-1.2
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
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
  /** Files and folders whose rules were not read at all; each is among the faults. */
  readonly unread: number
}

interface RuleFile {
  readonly path: string
  readonly licence: string | null
}

interface Collected {
  readonly files: RuleFile[]
  readonly unread: RuleFault[]
}

export async function loadRules(
  paths: readonly string[],
  placeholders: Placeholders = new Map(),
): Promise<LoadedRules> {
  const { files, unread }: Collected = await collectAll(paths)
  const rules: SigmaRule[] = []
  const faults: RuleFault[] = []
  for (const { path, licence } of files) {
    const text = await textOf(path)
    if (typeof text !== 'string') {
      unread.push(fileFault(path, text.because))
      continue
    }
    const read = readRules(text, path, placeholders)
    for (const rule of read.rules) rules.push(withLicence(rule, licence))
    faults.push(...read.faults)
  }
  const { kept, doubles } = withoutDoubles(rules)
  return {
    rules: kept,
    faults: [...unread, ...faults, ...doubles],
    files: files.length,
    unread: unread.length,
  }
}

async function textOf(path: string): Promise<string | { readonly because: string }> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return { because: 'it is neither a file nor a folder' }
    if (found.size > ruleLimits.maxFileBytes)
      return { because: `the file is larger than ${ruleLimits.maxFileBytes} bytes` }
    return await readFile(path, 'utf8')
  } catch (error) {
    return { because: unreadBecause(error) }
  }
}

/** Rules rarely say their licence themselves; then the folder's holds. */
function withLicence(rule: SigmaRule, licence: string | null): SigmaRule {
  return rule.head.licence === null && licence !== null ? { ...rule, head: { ...rule.head, licence } } : rule
}

/** The first rule of an id counts; a second one is told, not run, so that counts do not double. */
export function withoutDoubles(rules: readonly SigmaRule[]) {
  const seen = new Map<string, string>()
  const doubles: RuleFault[] = []
  const kept = rules.filter(({ head: { file, line, id, title } }) => {
    const before = seen.get(id)
    if (before === undefined) {
      seen.set(id, file)
      return true
    }
    const because = `the id is already that of a rule in ${before}`
    doubles.push({ file, line, ruleId: id, title, place: 'id', because })
    return false
  })
  return { kept, doubles }
}

/** What was named itself must be there, may be a link, and may have any name. */
async function collectAll(paths: readonly string[]): Promise<Collected> {
  const collected: Collected = { files: [], unread: [] }
  for (const path of paths) {
    const licence = await licenceOf(path)
    if ((await stat(path)).isDirectory()) await collectFolder(path, licence, collected)
    else collected.files.push({ path, licence })
  }
  return collected
}

async function collectFolder(folder: string, licence: string | null, collected: Collected): Promise<void> {
  const { files, unread } = collected
  try {
    for (const name of (await readdir(folder)).sort()) {
      const path = join(folder, name)
      const found = await lstat(path)
      if (found.isDirectory()) await collectFolder(path, licence, collected)
      // A rule folder could point anywhere, also back.
      else if (found.isSymbolicLink() && (await mayHoldRules(path)))
        unread.push(fileFault(path, 'it is a link, which is not followed; name what it leads to'))
      else if (found.isFile() && isRuleFile(path)) files.push({ path, licence })
      if (files.length > ruleLimits.maxFilesOfFolder)
        throw new TooManyFiles(
          `There are more than ${ruleLimits.maxFilesOfFolder} rule files under ${folder}.`,
        )
    }
  } catch (error) {
    if (error instanceof TooManyFiles) throw error
    unread.push(fileFault(folder, unreadBecause(error)))
  }
}

class TooManyFiles extends Error {}

function isRuleFile(path: string): boolean {
  return /\.ya?ml$/i.test(path)
}

async function mayHoldRules(link: string): Promise<boolean> {
  const target = await stat(link).catch(() => null)
  return isRuleFile(link) || target?.isDirectory() === true
}

function unreadBecause(error: unknown): string {
  return `it could not be read: ${error instanceof Error ? error.message : String(error)}`
}

function fileFault(file: string, because: string): RuleFault {
  return { file, line: 1, ruleId: null, title: null, place: '', because }
}
