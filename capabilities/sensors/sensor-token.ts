// The token by which a sensor shows which one it is; the centre keeps only its hash.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'

const tokenBytes = 32

export function newSensorToken(): string {
  return randomBytes(tokenBytes).toString('base64url')
}

export function sensorTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
