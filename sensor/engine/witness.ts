// What an event must show for a rule to be worth evaluating: any one of a rule's witnesses, found by the index.
// SPDX-License-Identifier: EUPL-1.2
import { type Expression, fold, type Test } from '../sigma/expression.ts'
import { requiredLiterals } from '../sigma/regex/literals.ts'

/** Some text in a field; `field` is null for any word of the event. */
export interface Witness {
  readonly field: string | null
  readonly relation: 'equals' | 'contains' | 'startswith' | 'endswith'
  /** Folded; never empty. */
  readonly text: string
}

/** If the rule holds, at least one of these holds. Null: there is no such list, the rule is always evaluated. */
export function witnessesOf(expression: Expression): readonly Witness[] | null {
  switch (expression.kind) {
    case 'named':
      return witnessesOf(expression.of)
    case 'or':
      return all(expression.of.map(witnessesOf))
    case 'and':
      return cheapest(expression.of.map(witnessesOf))
    case 'atLeast': {
      // One of any m - n + 1 parts is among every n of m.
      const lists = expression.of.map(witnessesOf).sort((one, two) => costOf(one) - costOf(two))
      return all(lists.slice(0, expression.of.length - expression.count + 1))
    }
    case 'not':
      return null
    case 'field':
      return ofTest(expression.field, expression.test)
    case 'keyword':
      return ofTest(null, expression.test)
  }
}

function ofTest(field: string | null, test: Test): readonly Witness[] | null {
  if (test.kind === 'text') {
    const text = test.cased ? fold(test.text) : test.text
    // Any word of the event: where in its value it stands cannot be seen in the joined text.
    return text === '' ? null : [{ field, relation: field === null ? 'contains' : test.relation, text }]
  }
  if (test.kind !== 'pattern') return null
  const literals = requiredLiterals(test.node)
  return literals?.map((text) => ({ field, relation: 'contains', text })) ?? null
}

function all(lists: readonly (readonly Witness[] | null)[]): readonly Witness[] | null {
  const joined: Witness[] = []
  for (const list of lists) {
    if (list === null) return null
    joined.push(...list)
  }
  return joined.length === 0 ? null : joined
}

function cheapest(lists: readonly (readonly Witness[] | null)[]): readonly Witness[] | null {
  let best: readonly Witness[] | null = null
  for (const list of lists) if (list !== null && (best === null || costOf(list) < costOf(best))) best = list
  return best
}

function costOf(list: readonly Witness[] | null): number {
  return list === null ? Number.POSITIVE_INFINITY : list.reduce((sum, witness) => sum + rarity(witness), 0)
}

/** Fields whose values come again in most events, by what Windows logs are like. */
const commonFields =
  /^(EventID|Channel|Provider_?Name|Computer|Level|EventType|Initiated|IntegrityLevel|Company|Product)$/i
/** Texts that are in a good part of all command lines, paths and scripts. */
const commonTexts =
  /^(\.exe|\\?(cmd|powershell|pwsh|svchost|explorer|rundll32)(\.exe|\.dll)?|c:\\|\\windows\\|windows|system32|\\system32\\|\\syswow64\\|\\users\\|\\appdata\\|\\software\\|hklm\\|http|https|set|net|true|false|microsoft|\.dll|-enc|exec|new-object|get-|invoke-| -e| \/c|currentversion|\\currentversion\\.*)$/

/** Roughly how often a witness is met: short and common ones often. */
function rarity({ field, relation, text }: Witness): number {
  const common = field !== null && commonFields.test(field) ? 2_000 : commonTexts.test(text) ? 40 : 0
  const length =
    relation === 'equals' ? text.length + 3 : relation === 'contains' ? text.length : text.length + 1
  const script = field === null || /^(ScriptBlockText|Payload|CallTrace)$/.test(field) ? 2 : 1
  return common + (script * 60) / length ** 1.5
}
