// Reads the forms of a capability from its folder.
// SPDX-License-Identifier: EUPL-1.2
import { readDataFolder } from '../../../platform/data/folder.ts'
import { type Form, formSchema } from '../form.ts'

/** Throws where a file is not as it must be, or is not called like its form. */
export function readForms(folder: string): readonly Form[] {
  return readDataFolder(folder, formSchema).map(({ file, data }) => {
    if (file !== `${data.key}.json`)
      throw new Error(`${file}: holds the form ${data.key}, so it is called otherwise.`)
    return data
  })
}
