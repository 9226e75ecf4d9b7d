// The words of ranges in English, German, French and Italian, each turned into one sign.
// SPDX-License-Identifier: EUPL-1.2

/** Signs the phrases become; comparison signs stay themselves. */
export const sign = {
  all: '★',
  andEarlier: '⇓',
  andLater: '⇑',
  between: '⇔',
  except: '∖',
  and: '∧',
  included: '⊕',
  excluded: '⊖',
} as const

interface Phrase {
  readonly becomes: string
  readonly words: readonly string[]
}

const nouns =
  '(?: (?:all|any|other|older|newer|previous|the|les|le|alle|anderen?))*(?: (?:firmware|software|bios|product))?(?: (?:versions?|releases?|revisions?|builds?|versionen|versioni|versione))?'
const ofVersion =
  '(?: (?:the|la|der|die|alla|della))?(?: (?:firmware|software|bios))?(?: (?:versions?|versionen?|versione|versioni|release|revision))?'
const notBeforeVersion = '(?! (?:to|than|v?\\d))'

/** Tried in this order: a longer phrase stands before the shorter one it contains. */
export const phrases: readonly Phrase[] = [
  {
    becomes: sign.included,
    words: ['\\((?:including|inclusive|included|inkl\\.?|inclus[aeo]?)\\)', '(?<=\\d )inclusive'],
  },
  { becomes: sign.excluded, words: ['\\((?:excluding|exclusive|excluded|exkl\\.?|exclue?|esclus[aeo]?)\\)'] },
  {
    becomes: sign.andEarlier,
    words: [
      `(?:and|or|&)(?: (?:possibly|all|any|the))* (?:earlier|prior|below|lower|older|previous|under|before)${nouns}${notBeforeVersion}`,
      `(?:und|oder|sowie)(?: alle)? (?:früher|älter|aelter|niedriger|vorherig|darunter)(?:en?)?${nouns}`,
      '(?:et|ou)(?: les)?(?: versions)? (?:antérieur|précédent|inférieur)e?s?(?! à)',
      '(?:e|o)(?: le)?(?: versioni)? (?:precedent|anterior|inferior)[ei](?! all?a)',
    ],
  },
  {
    becomes: sign.andLater,
    words: [
      `(?:and|or|&)(?: (?:all|any))? (?:later|newer|above|higher|up|upwards?|onwards?|greater|beyond|after)${nouns}${notBeforeVersion}`,
      'onwards?',
      `(?:und|oder|sowie)(?: alle)? (?:höher|neuer|später|darüber)(?:en?)?${nouns}`,
      '(?:et|ou)(?: les)?(?: versions)? (?:ultérieur|supérieur|suivant)e?s?(?! à)',
      '(?:e|o)(?: le)?(?: versioni)? (?:successiv|superior)[ei](?! all?a)',
    ],
  },
  {
    becomes: '<',
    words: [
      'up to,? but (?:not including|not|excluding|exclusive of)',
      'but not including',
      'but excluding',
      `(?:(?:any|all|firmware|software) )*(?:versions? )?(?:released |dated )?(?:prior to|earlier than|older than|lower than|less than|smaller than|before|below|preceding)${ofVersion}`,
      `(?:kleiner|älter|aelter|niedriger|früher) als${ofVersion}`,
      `vor${ofVersion}`,
      `(?:versions? )?(?:antérieur|inférieur)e?s? (?:à|a)${ofVersion}`,
      `avant${ofVersion}`,
      `(?:versioni? )?(?:precedent|anterior|inferior)[ei] (?:alla|alle|al|a)${ofVersion}`,
      `prima (?:della|di|del)${ofVersion}`,
    ],
  },
  {
    becomes: '>',
    words: [
      `(?:later than|newer than|greater than|higher than|above|after|nach|neuer als|höher als)(?! or)${ofVersion}`,
      `(?:supérieur|ultérieur)e?s? (?:à|a)${ofVersion}`,
      `(?:successiv|superior)[ei] (?:alla|alle|al|a)${ofVersion}`,
    ],
  },
  {
    becomes: '<=',
    words: [
      `up to(?:,? and including| and including)?${ofVersion}`,
      'no later than',
      'through and including',
      'less than or equal to',
      `bis(?: (?:einschließlich|einschliesslich|zu|zur|inklusive))*${ofVersion}`,
      `jusqu'?(?:à|a)(?: et y compris)?${ofVersion}`,
      'fino (?:alla|al|a)(?: versione)?',
    ],
  },
  {
    becomes: '>=',
    words: [
      `(?:(?:starting|beginning) (?:with|from)|since|ab|greater than or equal to|à partir de|depuis|a partire (?:dalla|da))${ofVersion}`,
      `(?:from|von|dalla|da|de|du)${ofVersion}(?= v?\\d)`,
    ],
  },
  {
    becomes: sign.between,
    words: ['through', 'thru', 'to', 'until', 'à(?= v?\\d)', 'alla(?: versione)?(?= v?\\d)'],
  },
  {
    becomes: sign.except,
    words: [
      '(?:with the )?except(?:ion of|ing| for)?',
      'excluding',
      'other than',
      'außer',
      'ausser',
      'ausgenommen',
      'sauf',
      'hormis',
      'excepté',
      'tranne',
      'eccetto',
    ],
  },
  {
    becomes: sign.all,
    words: [
      '(?:all|any|every|each)(?: (?:known|supported|released|existing|current|software|firmware|bios|product|hardware))*(?: (?:versions?|releases?|revisions?))?(?! \\p{L}{3,})',
      '(?:alle|sämtliche)(?: bekannten)?(?: (?:versionen|fassungen))?(?! \\p{L}{3,})',
      'toutes(?: les)?(?: versions)?(?! \\p{L}{3,})',
      'tutte(?: le)?(?: versioni)?(?! \\p{L}{3,})',
    ],
  },
  { becomes: sign.and, words: ['but', 'and', 'or', 'und', 'oder', 'et', 'ou', 'sowie'] },
]

const compiled = phrases.map(({ becomes, words }) => ({
  becomes: ` ${becomes} `,
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`, 'giu'),
}))

const anyVersion = '[^<>=|,;]{1,60}?'
const betweenPattern = new RegExp(
  `(?<![\\p{L}\\d])(?:between|zwischen|entre|tra|fra)(?: versions?)? (${anyVersion}) (?:and|und|et|e) (${anyVersion})(?=$|[|,;])`,
  'giu',
)
const fromToPattern = /(?<![\p{L}\d])(?:dalla|da|de|du) (v?\d\S{0,40}) (?:a|alla|à) (?=v?\d)/giu

/** Writes every phrase as its sign and notes what was read how. */
export function replacePhrases(text: string, steps: string[]): string {
  let result = text
    .replace(betweenPattern, (_, low, high) => `${low} ${sign.between} ${high}`)
    .replace(fromToPattern, `$1 ${sign.between} `)
    .replace(/(\d)\+(?=$|[\s,;|])/g, `$1 ${sign.andLater} `)
  for (const { becomes, pattern } of compiled) {
    result = result.replace(pattern, (phrase) => {
      if (phrase.trim() !== becomes.trim()) steps.push(`read "${phrase.trim()}" as ${nameOf(becomes.trim())}`)
      return becomes
    })
  }
  return result.replace(/ {2,}/g, ' ').trim()
}

const meanings: ReadonlyMap<string, string> = new Map([
  [sign.all, 'every version'],
  [sign.andEarlier, 'that version and everything before it'],
  [sign.andLater, 'that version and everything after it'],
  [sign.between, 'from the first to the second, both included'],
  [sign.except, 'leaving out what follows'],
  [sign.and, 'a further entry'],
  [sign.included, 'the bound itself counts'],
  [sign.excluded, 'the bound itself does not count'],
])

function nameOf(symbol: string): string {
  return meanings.get(symbol) ?? symbol
}
