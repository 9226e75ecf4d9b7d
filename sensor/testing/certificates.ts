// Makes real certificates by the machine's openssl, for tests of TLS on loopback.
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** For the `skip` option of a test: a message where openssl is absent, else false. */
export function opensslAbsent(): string | false {
  return spawnSync('openssl', ['version']).status === 0
    ? false
    : 'openssl is not on this machine, and node:crypto makes no certificates'
}

export interface Certificate {
  /** Paths of PEM files. */
  readonly certificate: string
  readonly key: string
}

export interface Authority extends Certificate {
  /** Signed by this authority, valid for 127.0.0.1 and localhost. `days` may be negative: expired. */
  issue(name: string, days?: number): Certificate
}

export function authorityIn(folder: string, name: string): Authority {
  const own = join(folder, name)
  mkdirSync(own)
  const at = (file: string) => join(own, file)
  const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const ca = { certificate: at('ca.crt'), key: at('ca.key') }
  openssl([
    'req',
    '-x509',
    ...elliptic,
    '-keyout',
    ca.key,
    '-out',
    ca.certificate,
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
  ])
  return {
    ...ca,
    issue(who, days = 2) {
      const issued = { certificate: at(`${who}.crt`), key: at(`${who}.key`) }
      const [request, extensions] = [at(`${who}.csr`), at(`${who}.ext`)]
      writeFileSync(extensions, 'subjectAltName=IP:127.0.0.1,DNS:localhost\n')
      openssl(['req', ...elliptic, '-keyout', issued.key, '-out', request, '-subj', `/CN=${who}`])
      openssl(
        ['x509', '-req', '-in', request, '-CA', ca.certificate, '-CAkey', ca.key, '-CAcreateserial'].concat(
          ['-out', issued.certificate, '-extfile', extensions],
          ['-days', String(days)],
        ),
      )
      return issued
    },
  }
}

function openssl(words: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${words[0]} failed: ${stderr}`)
}
