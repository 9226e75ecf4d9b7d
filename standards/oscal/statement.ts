// The prose of a control's statement, with the names of its parameters in place of their insertion points.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../json/index.ts'
import { maxNesting, maxParameterNameCharacters, maxProseCharacters } from './limits.ts'

export function statementOf(control: JsonNode): string | null {
  const statement = objectsAt(control, 'parts').find((part) => textAt(part, 'name') === 'statement')
  if (!statement) return null
  const names = parameterNames(control)
  const prose = [...proseOf(statement, 1)].join('\n').slice(0, maxProseCharacters * 2)
  return insertNames(prose, names).slice(0, maxProseCharacters).trim() || null
}

function* proseOf(part: JsonNode, depth: number): Generator<string> {
  if (depth > maxNesting) return
  const prose = textAt(part, 'prose')
  if (prose) {
    const label = objectsAt(part, 'props').find((prop) => textAt(prop, 'name') === 'label')
    const number = label && textAt(label, 'value')
    yield number ? `${number} ${prose}` : prose
  }
  for (const inner of objectsAt(part, 'parts')) yield* proseOf(inner, depth + 1)
}

function parameterNames(control: JsonNode): ReadonlyMap<string, string> {
  return new Map(
    objectsAt(control, 'params').flatMap((param) => {
      const id = textAt(param, 'id')
      const select = objectAt(param, 'select')
      const name = textAt(param, 'label') ?? (select ? textsAt(select, 'choice').join(' / ') : null)
      return id && name ? [[id, name.slice(0, maxParameterNameCharacters)] as const] : []
    }),
  )
}

/** `{{ insert: param, ac-1_prm_1 }}`; one inside another's choices is put in too, and not further. */
function insertNames(prose: string, names: ReadonlyMap<string, string>): string {
  const once = (text: string) =>
    text.replace(
      /\{\{ ?insert: ?param, ?([\w.-]{1,80}) ?\}\}/g,
      (_all, id: string) => `[${names.get(id) ?? id}]`,
    )
  return once(once(prose).slice(0, maxProseCharacters * 2))
}
