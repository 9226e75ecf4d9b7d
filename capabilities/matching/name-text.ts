// What a product name says beside the name itself: exclusions, options, platforms, versions, remarks in brackets.
// SPDX-License-Identifier: EUPL-1.2
import { foldText } from './text.ts'

export interface Exclusion {
  readonly name: string
  /** Releases to which the exclusion is limited ("R1-3"); null where the whole product is excluded. */
  readonly releases: string | null
}

export interface NameText {
  /** What remains as the name. */
  readonly core: string
  readonly remarks: readonly string[]
  readonly exclusions: readonly Exclusion[]
  readonly platforms: readonly string[]
  /** Versions inside the name ("IntelliThing 8.0.x"). */
  readonly versions: readonly string[]
  readonly speaksOfFamily: boolean
}

const exclusionMark = /[\s,(]*\b(?:not including|excluding|except(?:ing)?(?: for)?|other than|apart from)\b/
const optionMark =
  /\s(?:with|used with|running on|runs on|based on|in combination with|including|includes|incl\.?|enabled with|shipped with|integrated (?:in|into|with))\s/
const platform =
  /\b(?:microsoft )?windows (?:xp|vista|ce|nt|2000|7|8\.1|8|10|11|server(?: (?:19|20)\d\d)?(?: r2)?)(?:[- ]based)?(?![\p{L}\p{N}.])/gu
/** Systems of telephones count only with the word app: IOS is also a router's system. */
const appPlatform = /\b(?:android|ios)\b(?! x[er]\b)/gu
const isApp = /\bapp(?:s|lications?)?\b/u
const noPlatform = /(?!)/gu
/** "Windows Server 2022 Datacenter" is the system itself; "Windows XP-based workplace" is not. */
const platformInFront =
  /^\s*(?:microsoft )?windows (?:xp|vista|ce|nt|2000|7|8\.1|8|10|11|server(?: (?:19|20)\d\d)?(?: r2)?)(?!\s?[-\p{L}]*based)(?![\p{L}\p{N}.])/u
const andOthers =
  '(?: (?:and|or) (?:all )?(?:earlier|prior|below|older|previous|later|newer|above|higher)(?: versions?)?)?'
const versionInName = new RegExp(
  `(?<![\\p{L}\\p{N}.-])v?\\d+(?:\\.\\d+)*\\.(?:\\d+|x|\\*)(?![\\p{L}\\p{N}-])${andOthers}`,
  'gu',
)
const lettered = /\s(?:version|revision|rev\.?)\s[a-z](?=\s)/g
const familyWords = /\b(?:family|families|series|products|product line|line|range|models|devices|systems)\b/

export function readNameText(text: string): NameText {
  const folded = foldText(text)
    .replace(/\bservice pack (?=\d)/g, 'sp')
    .replace(/([\p{L}\d-]*\d)\(([a-z]{1,3})\)/gu, '$1/$1$2')
  const [withoutExclusions, excluded] = cutAt(folded, exclusionMark)
  const remarks: string[] = []
  const flat = withoutExclusions.replace(/[([]([^()[\]]*)[)\]]?/g, (_, inner: string) => {
    remarks.push(inner)
    return ' '
  })
  const [written, option] = cutAt(` ${flat.trim()} `, optionMark)
  // A lettered revision of the hardware is no part of the name.
  const main = written.replace(lettered, (revision) => {
    remarks.push(revision)
    return ' '
  })
  if (option !== null) remarks.push(option)
  const everything = `${main} ${remarks.join(' ')}`
  const ofApp = isApp.test(folded) ? appPlatform : noPlatform
  const platforms = [...everything.matchAll(platform), ...everything.matchAll(ofApp)].map((match) =>
    match[0].replace(/[- ]based$/, ''),
  )
  const withoutPlatforms = main.replace(platform, ' ').replace(ofApp, ' ').trim()
  const isPlatformItself =
    platformInFront.test(main) || !/\p{L}{2}/u.test(withoutPlatforms.replace(/\bmicrosoft\b/, ''))
  const named = isPlatformItself ? main : withoutPlatforms
  return {
    core: named.replace(versionInName, ' ').trim(),
    remarks,
    exclusions: excluded === null ? [] : readExclusions(excluded),
    platforms: isPlatformItself ? [] : platforms,
    versions: [...named.matchAll(versionInName)].map((match) => match[0]),
    speaksOfFamily: familyWords.test(folded),
  }
}

function cutAt(text: string, mark: RegExp): [string, string | null] {
  const match = mark.exec(text)
  if (!match || match.index === 0) return [text, null]
  return [text.slice(0, match.index), text.slice(match.index + match[0].length).trim()]
}

function readExclusions(text: string): Exclusion[] {
  return text
    .replace(/[()]/g, ' ')
    .split(/,|;|\sand\s|\sor\s/)
    .map((part) => part.replace(/\b(?:the|product line)\b/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^(.*\S)\s+((?:releases?|versions?|r|v|rev\.?)\s?\d[\d.\-, rv]*)$/.exec(part)
      return match ? { name: match[1] ?? part, releases: match[2] ?? null } : { name: part, releases: null }
    })
}

/** The versions R1 to R3 of "R1-3", as a range that the range grammar reads; null where it holds none. */
export function releasesAsRange(releases: string): string | null {
  const match = /(\d+(?:\.\d+)*)(?:\s?-\s?[rv]?(\d+(?:\.\d+)*))?/.exec(releases)
  if (!match?.[1]) return null
  return match[2] ? `>= ${match[1]} | <= ${match[2]}` : match[1]
}
