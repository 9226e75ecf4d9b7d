// `import-families`: takes in what public collections say of ransomware families, for the offline finder.
// SPDX-License-Identifier: EUPL-1.2
import {
  type ImportOutcome,
  importGalaxy,
  importNotes,
  maxNoteBytes,
  readFiles,
} from '../capabilities/ransomware/index.ts'
import { openInstallation } from '../installation.ts'
import { type Command, optionValues, UsageError } from './command.ts'

const maxGalaxyBytes = 64 * 1024 * 1024

const remedies = {
  'not-this-format':
    'This is no ransomware cluster of the MISP galaxy. Give clusters/ransomware.json, or an archive that holds it.',
  'no-families': 'There is no note in it. Give a folder or an archive with one folder for each family.',
  'no-licence':
    'The collection brings no licence file. Find out under which licence it may be used, and name it with --licence.',
} as const

export const importFamilies: Command = {
  name: 'import-families',
  usage: 'import-families [--notes FOLDER_OR_TAR [--licence NAME]] [--misp-galaxy FILE_OR_TAR]',
  purpose: 'Import ransom notes by family and the MISP galaxy of ransomware, for the offline family finder.',
  async run(words, output) {
    const [notes] = optionValues(words, '--notes')
    const [galaxy] = optionValues(words, '--misp-galaxy')
    const [licence] = optionValues(words, '--licence')
    if (!notes && !galaxy) throw new UsageError('Give --notes, --misp-galaxy or both.')
    // Read before the database is opened: a wrong path costs nothing.
    const noteFiles = notes ? await readFiles(notes, () => true, maxNoteBytes) : null
    const galaxyFiles = galaxy ? await readFiles(galaxy, isRansomwareCluster(galaxy), maxGalaxyBytes) : null
    const installation = await openInstallation('command', output.say)
    try {
      const { database } = installation
      const now = new Date()
      const outcomes = [
        noteFiles && (await importNotes(database, noteFiles, licence ?? null, now)),
        galaxyFiles && (await importGalaxy(database, galaxyFiles, now)),
      ].filter((outcome) => outcome !== null)
      for (const outcome of outcomes) say(outcome, output)
      return outcomes.every(({ outcome }) => outcome === 'imported') ? 0 : 1
    } finally {
      await installation.close()
    }
  },
}

function say(outcome: ImportOutcome, output: Parameters<Command['run']>[1]): void {
  if (outcome.outcome === 'imported') output.print(JSON.stringify(outcome.summary))
  else output.say(remedies[outcome.outcome])
}

/** A file that was named is taken as it is; of an archive or folder only the one cluster. */
function isRansomwareCluster(path: string): (name: string) => boolean {
  return /\.json(?:\.gz)?$/i.test(path)
    ? () => true
    : (name) => /(?:^|\/)clusters\/ransomware\.json$/.test(name)
}
