// Addresses that criminals leave in a note: found, compared, and shown only so that nobody can follow them by accident.
// SPDX-License-Identifier: EUPL-1.2

export const markKinds = ['onion', 'mail', 'wallet', 'tox', 'telegram'] as const
export type MarkKind = (typeof markKinds)[number]

export interface Mark {
  readonly kind: MarkKind
  /** In lower case where case means nothing. */
  readonly value: string
}

const maxMarks = 200

/** Every expression has a bounded length, so that a long text costs no more than its length. */
const expressions: Readonly<Record<MarkKind, RegExp>> = {
  onion: /(?<![a-z0-9-])[a-z0-9-]{4,63}\.onion(?![a-z0-9])/gi,
  mail: /(?<![\w.+-])[\w.+-]{2,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,30}){1,3}/gi,
  wallet:
    /(?<![\w])(?:bc1[02-9ac-hj-np-z]{25,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|4[0-9AB][1-9A-HJ-NP-Za-km-z]{93})(?![\w])/g,
  tox: /(?<![0-9a-f])(?:[0-9a-f]{76}|05[0-9a-f]{64})(?![0-9a-f])/gi,
  telegram: /(?<=(?:t\.me\/|telegram: ?@))\w{5,32}/gi,
}

/** Anybody's addresses, which say nothing about who wrote a note. */
const ordinary =
  /@(?:example\.|.*\.example$)|^(?:duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad|expyuzz4wqqyqhjn|2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid)\.onion$/

export function marksIn(text: string): readonly Mark[] {
  const marks = markKinds.flatMap((kind) =>
    (text.match(expressions[kind]) ?? []).map((value) => ({
      kind,
      value: kind === 'wallet' ? value : value.toLowerCase(),
    })),
  )
  const found = marks.filter(({ value }) => !ordinary.test(value))
  return [...new Map(found.map((mark) => [`${mark.kind} ${mark.value}`, mark])).values()].slice(0, maxMarks)
}

/** `hxxp`, `[.]` and `[at]`: readable, but no program makes a link of it. */
export function defang(text: string): string {
  return text.replaceAll('@', '[at]').replaceAll('.', '[.]').replaceAll('://', '[://]')
}
