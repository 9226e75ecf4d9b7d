// Installs a pack from a folder in a process of its own and ends itself at a named step, for tests.
// SPDX-License-Identifier: EUPL-1.2
import { packStart } from './builders.ts'
import { installPack } from './install.ts'
import { folderRepository } from './repositories/folder.ts'

const [repository = '', state = '', fatalStep = ''] = process.argv.slice(2)
const onStep = (step: string) => {
  if (step === fatalStep) process.kill(process.pid, 'SIGKILL')
}
installPack(folderRepository(repository), state, packStart, { onStep }).then((outcome) => {
  process.stdout.write(
    `${outcome.outcome} ${'fault' in outcome ? outcome.fault.code : outcome.pack.sequence}\n`,
  )
})
