// Reads one ICU message: which values and tags it asks for, and whether it parses.
// SPDX-License-Identifier: EUPL-1.2
import { IntlMessageFormat } from 'intl-messageformat'

/** Tags a message may use without the page saying what they are; everything else is a function the page gives. */
export const plainTags = ['strong', 'b', 'code'] as const
export type PlainTag = (typeof plainTags)[number]

/** What a placeholder takes: a plural or number needs a number, a plain one also text. */
export type PlaceholderKind = 'text' | 'number' | readonly string[]

export interface MessageShape {
  readonly placeholders: ReadonlyMap<string, PlaceholderKind>
  readonly tags: ReadonlySet<string>
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

// The library's own numbering of element types; its enum is not exported from where we may import.
const elementType = { argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, tag: 8 } as const

export function compileMessage(message: string, locale: string): IntlMessageFormat {
  return new IntlMessageFormat(message, locale, undefined, { requiresOtherClause: true })
}

/** Throws when the message does not parse or formats a date by itself, which would ignore the reader's time zone. */
export function readShape(message: string, locale: string): MessageShape {
  return shapeOf(compileMessage(message, locale))
}

export function shapeOf(format: IntlMessageFormat): MessageShape {
  const placeholders = new Map<string, PlaceholderKind>()
  const tags = new Set<string>()
  collectShape(format.getAst(), placeholders, tags)
  const shared = [...tags].find((tag) => placeholders.has(tag))
  if (shared)
    throw new Error(`<${shared}> and {${shared}} cannot stand in one message; give the value another name.`)
  return { placeholders, tags }
}

function collectShape(
  elements: readonly Element[],
  placeholders: Map<string, PlaceholderKind>,
  tags: Set<string>,
): void {
  for (const element of elements) {
    if (element.type === elementType.date || element.type === elementType.time) {
      throw new Error(
        `{${element.value}} is formatted as a date inside the message; format it with formatInstant and pass the text.`,
      )
    }
    if (element.type === elementType.argument && !placeholders.has(element.value))
      placeholders.set(element.value, 'text')
    if (element.type === elementType.number || element.type === elementType.plural)
      placeholders.set(element.value, 'number')
    if (element.type === elementType.select) placeholders.set(element.value, choicesOf(element))
    if (element.type === elementType.tag) tags.add(element.value)
    for (const children of childrenOf(element)) collectShape(children, placeholders, tags)
  }
}

function childrenOf(element: Element): readonly (readonly Element[])[] {
  if ('options' in element) return Object.values(element.options).map((option) => option.value)
  return 'children' in element ? [element.children] : []
}

function choicesOf(element: Element): PlaceholderKind {
  return 'options' in element ? Object.keys(element.options).sort() : 'text'
}

/** Others, such as a link, the page must explain. */
export function isPlainTag(name: string): name is PlainTag {
  return plainTags.some((tag) => tag === name)
}
