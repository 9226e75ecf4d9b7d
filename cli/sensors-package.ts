// `sensors package`: writes the archive of the sensor that a hospital installs alone.
// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageSensor } from '../capabilities/sensors/index.ts'
import type { Command } from './command.ts'

export const sensorsPackage: Command = {
  name: 'sensors package',
  usage: 'sensors package [FOLDER]',
  purpose: 'Write the sensor as one archive, for hospitals that cannot get it from the centre.',
  async run([folder = '.'], output) {
    const { name, bytes, sha256 } = await packageSensor()
    const path = join(folder, name)
    await writeFile(path, bytes)
    output.print(JSON.stringify({ path, bytes: bytes.length, sha256 }))
    return 0
  },
}
