// Says a message in one language, as text or as page content.
// SPDX-License-Identifier: EUPL-1.2
import type { IntlMessageFormat } from 'intl-messageformat'
import { type ComponentChild, h, toChildArray, type VNode } from 'preact'
import type { Messages } from './files.ts'
import type { Locale, MessageTags, MessageValues, TranslationKey } from './keys.ts'
import { compileMessage, plainTags, shapeOf } from './message.ts'

export type NoValues = Record<never, never>
/** Turns the content of a tag into a node: `(text) => <a href="…">{text}</a>`. */
export type RenderTag = (content: ComponentChild[]) => VNode

type Together<T> = (T extends unknown ? (value: T) => void : never) extends (value: infer All) => void
  ? All
  : never
type ValuesOf<K extends TranslationKey> = Together<MessageValues[K]>
type TagsOf<K extends TranslationKey> = K extends keyof MessageTags
  ? { readonly [N in MessageTags[K]]: RenderTag }
  : NoValues
/** In page content a text may also be a node, such as a `<time>`. */
type RichValues<V> = { [N in keyof V]: string extends V[N] ? V[N] | VNode : V[N] }
type Arguments<V> = keyof V extends never ? [values?: NoValues] : [values: V]

export interface Translator {
  readonly locale: Locale
  /** The message as text; tags fall away. For titles, attributes, mails. */
  readonly t: <K extends TranslationKey>(key: K, ...values: Arguments<ValuesOf<K>>) => string
  /** The message as page content: tags become nodes, values stay text and are escaped by the renderer. */
  readonly tr: <K extends TranslationKey>(
    key: K,
    ...values: Arguments<RichValues<ValuesOf<K>> & TagsOf<K>>
  ) => ComponentChild[]
  /** For keys that are made at run time, such as problem codes: undefined when there is no such message. */
  readonly find: (key: string, values?: Readonly<Record<string, string | number>>) => string | undefined
}

type Values = Readonly<Record<string, string | number | VNode | RenderTag>>

interface Compiled {
  readonly format: IntlMessageFormat
  /** Tags that plain text leaves out, keeping their words. */
  readonly textTags: Readonly<Record<string, (parts: string[]) => string>>
}

export function createTranslator(locale: Locale, messages: Messages): Translator {
  const compiled = new Map<string, Compiled>()

  function messageFor(key: string): Compiled {
    const known = compiled.get(key)
    if (known) return known
    const message = messages.get(key)
    if (message === undefined)
      throw new Error(`There is no message ${key} in ${locale}. Add it to translations/${locale}.`)
    const made = compile(message, locale)
    compiled.set(key, made)
    return made
  }

  return {
    locale,
    t: (key, ...values) => sayAsText(messageFor(key), values[0] ?? {}),
    tr: (key, ...values) => sayAsNodes(messageFor(key), values[0] ?? {}),
    find: (key, values) => (messages.has(key) ? sayAsText(messageFor(key), values ?? {}) : undefined),
  }
}

function compile(message: string, locale: Locale): Compiled {
  const format = compileMessage(message, locale)
  const tags = [...shapeOf(format).tags]
  return {
    format,
    textTags: Object.fromEntries(tags.map((tag) => [tag, (parts: string[]) => parts.join('')])),
  }
}

function sayAsText(
  { format, textTags }: Compiled,
  values: Readonly<Record<string, string | number>>,
): string {
  const said = format.format<string>({ ...values, ...textTags })
  return Array.isArray(said) ? said.join('') : said
}

function sayAsNodes({ format }: Compiled, values: Values): ComponentChild[] {
  return toChildArray(format.format<VNode>({ ...nodeTags, ...values }))
}

const nodeTags = Object.fromEntries(
  plainTags.map((tag) => [tag, (content: ComponentChild[]) => h(tag, null, content)]),
)
