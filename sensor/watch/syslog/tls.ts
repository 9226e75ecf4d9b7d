// The server of syslog over TLS (RFC 5425): its own certificate, and where it is wanted the authorities of the senders.
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { Server, Socket } from 'node:net'
import { createServer } from 'node:tls'
import type { ListenerConfig } from '../../run/config.ts'

/** Throws with the file where one cannot be used. */
export async function tlsServer(
  { port, certificate, key, clientAuthorities }: ListenerConfig,
  handshakeTimeout: number,
  receive: (socket: Socket) => void,
): Promise<Server> {
  const read = async (path: string | undefined) => (path === undefined ? undefined : readFile(path))
  const ca = await read(clientAuthorities)
  // Without a certificate in it every sender would be refused, and nobody would say why.
  if (ca !== undefined && !ca.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`${clientAuthorities} holds no certificate in PEM. Name the authorities of the senders.`)
  try {
    return createServer(
      {
        cert: await read(certificate),
        key: await read(key),
        minVersion: 'TLSv1.2',
        handshakeTimeout,
        ...(ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true }),
      },
      receive,
    )
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('ERR_OSSL'))
      throw error
    throw new Error(
      `${certificate} and ${key} cannot be used for TLS on port ${port}: ${error.message}. The certificate and its own key are wanted, both in PEM, the key without a passphrase.`,
    )
  }
}
