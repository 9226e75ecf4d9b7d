// `catalogue`: writes the catalogue of services for others to read.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { exportCatalogue, listedItems } from '../capabilities/catalogue/index.ts'
import { openInstallation } from '../installation.ts'
import { isLocale, loadTranslations } from '../platform/i18n/index.ts'
import { type Command, UsageError } from './command.ts'

/** The same document as at /api/catalogue. */
export const catalogue: Command = {
  name: 'catalogue',
  usage: 'catalogue --cpsv-ap',
  purpose:
    'Write the catalogue of services in CPSV-AP 3.2 as JSON-LD, the own offers of the centre included.',
  async run(words, output) {
    if (!words.includes('--cpsv-ap')) throw new UsageError('Say the format: --cpsv-ap.')
    const { config, database, close } = await openInstallation('command', output.say)
    try {
      const translations = loadTranslations(join(import.meta.dirname, '../translations'))
      const context = {
        config,
        origin: () => config.publicUrl ?? `http://${config.host}:${config.port}`,
        translator: (locale: string) => translations.translator(isLocale(locale) ? locale : 'en'),
      }
      output.print(JSON.stringify(exportCatalogue(context, await database.asEngine(listedItems)), null, 2))
      return 0
    } finally {
      await close()
    }
  },
}
