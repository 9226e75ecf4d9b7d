// Titles and next steps of our health rules in four languages, beside the rules as data.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Language } from '../words/words.ts'
import { healthRuleFiles, healthRuleFolder } from './rules.ts'

const inFour = z.strictObject({
  en: z.string().min(1),
  de: z.string().min(1),
  fr: z.string().min(1),
  it: z.string().min(1),
})

/** `x.json` beside `x.yml`: by the id of the rule. */
const wordsFile = z.record(z.uuid(), z.strictObject({ title: inFour, todo: inFour }))

export interface HealthWords {
  readonly title: string
  /** What to do now, in one or two sentences. */
  readonly todo: string
}

let known: ReadonlyMap<string, z.infer<typeof wordsFile>[string]> | null = null

/** Null: the rule is none of ours, or never finds for itself. */
export function healthWords(ruleId: string, language: Language): HealthWords | null {
  known ??= new Map(healthRuleFiles().flatMap((name) => Object.entries(readWords(name))))
  const words = known.get(ruleId)
  return words ? { title: words.title[language], todo: words.todo[language] } : null
}

function readWords(name: string): z.infer<typeof wordsFile> {
  return wordsFile.parse(JSON.parse(readFileSync(join(healthRuleFolder, `${name}.json`), 'utf8')))
}
