// The names of languages and places in the authority tables of the Publications Office of the European Union.
// SPDX-License-Identifier: EUPL-1.2

const authority = 'http://publications.europa.eu/resource/authority'

/** BCP 47 to ISO 639-2/T: the official languages of the Union, and those around it. */
const languages: Readonly<Record<string, string>> = {
  bg: 'BUL',
  cs: 'CES',
  da: 'DAN',
  de: 'DEU',
  el: 'ELL',
  en: 'ENG',
  es: 'SPA',
  et: 'EST',
  fi: 'FIN',
  fr: 'FRA',
  ga: 'GLE',
  hr: 'HRV',
  hu: 'HUN',
  it: 'ITA',
  lt: 'LIT',
  lv: 'LAV',
  mt: 'MLT',
  nl: 'NLD',
  no: 'NOR',
  pl: 'POL',
  pt: 'POR',
  ro: 'RON',
  sk: 'SLK',
  sl: 'SLV',
  sv: 'SWE',
}

/** ISO 3166-1 alpha-2 to alpha-3: the Member States, and EFTA. */
const countries: Readonly<Record<string, string>> = {
  AT: 'AUT',
  BE: 'BEL',
  BG: 'BGR',
  CH: 'CHE',
  CY: 'CYP',
  CZ: 'CZE',
  DE: 'DEU',
  DK: 'DNK',
  EE: 'EST',
  ES: 'ESP',
  FI: 'FIN',
  FR: 'FRA',
  GR: 'GRC',
  HR: 'HRV',
  HU: 'HUN',
  IE: 'IRL',
  IS: 'ISL',
  IT: 'ITA',
  LI: 'LIE',
  LT: 'LTU',
  LU: 'LUX',
  LV: 'LVA',
  MT: 'MLT',
  NL: 'NLD',
  NO: 'NOR',
  PL: 'POL',
  PT: 'PRT',
  RO: 'ROU',
  SE: 'SWE',
  SI: 'SVN',
  SK: 'SVK',
}

/** Null for a language that the table above does not know: nothing is better than a wrong name. */
export function languageIri(tag: string): string | null {
  const code = languages[tag.toLowerCase().split('-')[0] ?? '']
  return code ? `${authority}/language/${code}` : null
}

/** The Union where no country is given. */
export function placeIri(country: string | null): string {
  const code = country === null ? undefined : countries[country.toUpperCase()]
  return code ? `${authority}/atu/${code}` : `${authority}/country/EUR`
}

export const euroIri = `${authority}/currency/EUR`
