// A text as a QR picture (ISO/IEC 18004), drawn on the server; whoever cannot see it finds the text beside it.
// SPDX-License-Identifier: EUPL-1.2
import qrcode from 'qrcode-generator'

/** Modules of white around the code that readers need. */
const quietModules = 4

export interface QrCodeProps {
  readonly text: string
  readonly label: string
  /**
   * How much of it may be scratched or dirty. `Q`, a quarter: cards hang on doors or lie in wallets for years. `M` and `L` hold
   * longer texts, as large as the page lets them be.
   */
  readonly level?: 'Q' | 'M' | 'L'
}

export function QrCode({ text, label, level = 'Q' }: QrCodeProps) {
  const code = qrcode(0, level)
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  const rows = Array.from({ length: count }, (_, row) => rowPath(code, row, count))
  const size = count + 2 * quietModules
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      {...(level === 'Q' ? { width: 200, height: 200 } : {})}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={rows.join('')} fill="#000" />
    </svg>
  )
}

/** Neighbours as one bar, so that printers leave no hair lines between them. */
function rowPath(code: QRCode, row: number, count: number): string {
  const bars: string[] = []
  for (let start = 0; start < count; start++) {
    if (!code.isDark(row, start)) continue
    let end = start
    while (end < count && code.isDark(row, end)) end++
    const width = end - start
    bars.push(`M${start + quietModules} ${row + quietModules}h${width}v1h-${width}z`)
    start = end
  }
  return bars.join('')
}
