// `import advisories`: takes in documents from files, folders and archives.
// SPDX-License-Identifier: EUPL-1.2
import { createApp } from '../app.ts'
import { importAdvisoryFiles } from '../capabilities/advisories/index.ts'
import { openInstallation } from '../installation.ts'
import { type Command, UsageError } from './command.ts'

export const importAdvisories: Command = {
  name: 'import advisories',
  usage: 'import advisories PATH…',
  purpose:
    'Import CSAF, CVE, OSV and KEV documents (.json, .jsonl, .jsonl.gz, .tar.gz, folders), match them and raise alerts.',
  async run(words, output) {
    if (words.length === 0) throw new UsageError('Name at least one file or folder.')
    const installation = await openInstallation('command', output.say)
    try {
      const app = await createApp(installation)
      const summary = await importAdvisoryFiles(
        app.context,
        words,
        (progress) => output.progress(`${progress.read} documents read …`),
        app.context.now(),
      )
      output.progress('')
      output.say('Matching …')
      const matched = await app.drainEvents()
      output.print(JSON.stringify({ ...summary, eventsHandled: matched }))
      return 0
    } finally {
      await installation.close()
    }
  },
}
