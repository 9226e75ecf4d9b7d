// The log: structured, without secrets and without personal data.
// SPDX-License-Identifier: EUPL-1.2
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'

export type Log = Logger

const secretFields = [
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'email',
  '_csrf',
  'totp',
  'url',
]

export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[not logged]',
    },
    serializers: { error: stdSerializers.err },
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
  }
  return destination ? pino(options, destination) : pino(options)
}
