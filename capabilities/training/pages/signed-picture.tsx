// A signed certificate as a QR picture: longer than what the kit's pictures for doors and wallets hold.
// SPDX-License-Identifier: EUPL-1.2
import { QrCode } from '../../../web/kit/index.ts'

/** What the largest picture of a level holds in bytes (ISO/IEC 18004, version 40); the better level first. */
const levels = [
  ['M', 2331],
  ['L', 2953],
] as const

/** Null: too long for any. Paper in a folder is cleaner than a card on a door, so the lower levels do. */
export function levelFor(bytes: number): 'M' | 'L' | null {
  return levels.find(([, most]) => bytes <= most)?.[0] ?? null
}

export function SignedPicture({ token, label }: { readonly token: string; readonly label: string }) {
  const level = levelFor(token.length)
  return level === null ? null : <QrCode text={token} label={label} level={level} />
}
