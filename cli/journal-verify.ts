// `journal verify`: finds out whether anybody changed, added or removed an entry of the journal.
// SPDX-License-Identifier: EUPL-1.2
import { openInstallation } from '../installation.ts'
import { sealJournal, verifyJournal } from '../platform/journal/chain.ts'
import type { Command } from './command.ts'

export const journalVerify: Command = {
  name: 'journal verify',
  usage: 'journal verify',
  purpose: 'Check the hash chain of the journal from its first entry to its last.',
  async run(_words, output) {
    const installation = await openInstallation('command', output.say)
    try {
      while ((await installation.database.asEngine(sealJournal)) > 0);
      const verification = await installation.database.asEngine(verifyJournal)
      if (!verification.intact) {
        output.say(`The journal is NOT intact. ${verification.broken}`)
        output.say(
          'Keep the database as it is, compare with your last backup, and find out who had access to it.',
        )
        return 1
      }
      output.print(
        `The journal is intact: ${verification.entries} entries. Head of the chain: ${verification.head}`,
      )
      output.say(
        'Write the head down outside of this machine: with it, also a journal that was cut short is found.',
      )
      return 0
    } finally {
      await installation.close()
    }
  },
}
