// `frameworks import`: takes in a framework of others from a file, for the centre to confirm.
// SPDX-License-Identifier: EUPL-1.2
import { readFile, stat } from 'node:fs/promises'
import { importFramework } from '../capabilities/assessments/index.ts'
import { openInstallation } from '../installation.ts'
import { type Command, UsageError } from './command.ts'

const maxFileBytes = 24 * 1024 * 1024

export const frameworksImport: Command = {
  name: 'frameworks import',
  usage: 'frameworks import FILE',
  purpose:
    'Import an OSCAL catalogue or profile (JSON) or a library of CISO Assistant (YAML) as a framework.',
  async run([path], output) {
    if (!path) throw new UsageError('Give the path of a file.')
    // Read before the database is opened: a wrong path costs nothing.
    if ((await stat(path)).size > maxFileBytes)
      throw new UsageError(`${path} is larger than ${maxFileBytes / 1024 / 1024} MB.`)
    const bytes = await readFile(path)
    const installation = await openInstallation('command', output.say)
    try {
      const imported = await importFramework(
        installation,
        { actor: 'operator', name: 'operator' },
        bytes,
        new Date(),
      )
      output.print(JSON.stringify(imported))
      output.say(
        'Members see it once the centre has confirmed by which right it is shown: page “Frameworks of others”.',
      )
      return 0
    } finally {
      await installation.close()
    }
  },
}
