// The authorities of all countries, read from the data files and checked once.
// SPDX-License-Identifier: EUPL-1.2
import { type CountryFile, countryFile } from './authority.ts'
import de from './countries/de.json' with { type: 'json' }
import eu from './countries/eu.json' with { type: 'json' }
import fr from './countries/fr.json' with { type: 'json' }
import it from './countries/it.json' with { type: 'json' }
import nl from './countries/nl.json' with { type: 'json' }
import pl from './countries/pl.json' with { type: 'json' }

/** ISO 3166-1 alpha-2 to what is known there; `EU` holds in every member state. */
export type Directory = ReadonlyMap<string, CountryFile>

export const union = 'EU'

export const directory: Directory = readDirectory([de, eu, fr, it, nl, pl])

export const knownCountries: readonly string[] = [...directory.keys()]
  .filter((country) => country !== union)
  .sort()

/** Throws at the first file that breaks the schema, points to a source or channel it does not have, or repeats a key. */
export function readDirectory(files: readonly unknown[]): Directory {
  const read = files.map((file) => checkReferences(countryFile.parse(file)))
  const keys = read.flatMap(({ authorities }) => authorities.map(({ key }) => key))
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice) throw new Error(`two authorities have the key ${twice}`)
  return new Map(read.map((file) => [file.country, file]))
}

function checkReferences(file: CountryFile): CountryFile {
  for (const { key, channels, receives, outOfHours } of file.authorities) {
    const named = [...channels, ...receives, outOfHours].map(({ source }) => source)
    const missing = named.find((source) => source !== null && !(source in file.sources))
    if (missing)
      throw new Error(`${file.country}: ${key} names the source ${missing}, which the file does not have`)
    const { channel } = outOfHours
    if (channel !== null && !channels.some(({ id, address }) => id === channel && address !== null))
      throw new Error(
        `${file.country}: the rule for the night of ${key} names ${channel}, which has no address`,
      )
    if (outOfHours.code === 'call-then-file' && channel === null)
      throw new Error(`${file.country}: ${key} says to call at night and names no telephone`)
  }
  const gap = file.gaps.find(({ source }) => source !== null && !(source in file.sources))
  if (gap)
    throw new Error(`${file.country}: the gap of ${gap.duties.join(', ')} names a source that is missing`)
  return file
}
