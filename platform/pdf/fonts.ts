// Chooses the letters of a PDF: a free font of the machine where there is one, else the fonts that every reader has.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'

export interface Fonts {
  /** Path of a font file, or the name of a standard font. */
  readonly regular: string
  readonly bold: string
  /** Standard fonts are not embedded and know the letters of Western Europe only. */
  readonly isEmbedded: boolean
}

const folders = [
  '/usr/share/fonts/truetype',
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  '/usr/share/fonts/TTF',
]

/** Under free licences, with Latin, Greek and Cyrillic letters. */
const families = [
  ['dejavu/DejaVuSans.ttf', 'dejavu/DejaVuSans-Bold.ttf'],
  ['liberation/LiberationSans-Regular.ttf', 'liberation/LiberationSans-Bold.ttf'],
  ['noto/NotoSans-Regular.ttf', 'noto/NotoSans-Bold.ttf'],
  ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'],
  ['liberation-fonts/LiberationSans-Regular.ttf', 'liberation-fonts/LiberationSans-Bold.ttf'],
] as const

export const standardFonts: Fonts = { regular: 'Helvetica', bold: 'Helvetica-Bold', isEmbedded: false }

export function fontsOfMachine(exists: (path: string) => boolean = existsSync): Fonts {
  for (const [regular, bold] of families)
    for (const folder of folders)
      if (exists(`${folder}/${regular}`) && exists(`${folder}/${bold}`))
        return { regular: `${folder}/${regular}`, bold: `${folder}/${bold}`, isEmbedded: true }
  return standardFonts
}
