// The way back to the list, above the title of every page below it.
// SPDX-License-Identifier: EUPL-1.2
import { hrefs, type Reader } from './words.ts'

export function wayToAssets(reader: Reader) {
  const { t } = reader.translator
  return {
    label: t('shell.pages.wayTo'),
    steps: [{ label: t('assets.menu'), href: hrefs.list(reader.organisationId) }],
  }
}
