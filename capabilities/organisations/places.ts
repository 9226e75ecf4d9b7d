// The countries and time zones to choose from.
// SPDX-License-Identifier: EUPL-1.2

/** ISO 3166-1 alpha-2; XK is the user-assigned code in use for Kosovo. */
export const countries =
  'AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA VA XK'.split(
    ' ',
  )

/** Members whose territory reaches beyond Europe. */
const zonesElsewhere = [
  'America/Cayenne',
  'America/Guadeloupe',
  'America/Martinique',
  'Asia/Famagusta',
  'Asia/Nicosia',
  'Atlantic/Azores',
  'Atlantic/Canary',
  'Atlantic/Faroe',
  'Atlantic/Madeira',
  'Atlantic/Reykjavik',
  'Indian/Mayotte',
  'Indian/Reunion',
]

export const timeZones: readonly string[] = [
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/')),
  ...zonesElsewhere,
].sort()
