// The code as a QR picture for the card, so that a phone can read it instead of a tired person typing it.
// SPDX-License-Identifier: EUPL-1.2
import qrcode from 'qrcode-generator'

export interface QrPicture {
  /** Modules along one side, with the quiet zone. */
  readonly size: number
  /** Path of an SVG in units of one module. */
  readonly path: string
}

const quietModules = 4

export function drawQr(text: string): QrPicture {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  const parts: string[] = []
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) parts.push(`M${column + quietModules} ${row + quietModules}h1v1h-1z`)
  return { size: count + 2 * quietModules, path: parts.join('') }
}
