// Reads the environment once and hands down checked, typed settings.
// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path'
import { z } from 'zod'

const environment = z.object({
  SALUS_DATA: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SALUS_HOST: z.string().min(1).default('127.0.0.1'),
  SALUS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  SALUS_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SALUS_CENTRE_NAME: z.string().min(1).max(120).default('Health Security Centre'),
  SALUS_CENTRE_PHONE: z.string().max(40).optional(),
  SALUS_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SALUS_MAIL_FROM: z.email().default('salus@localhost.localdomain'),
  SALUS_ADMIN_EMAIL: z.email().optional(),
  SALUS_TRUSTED_PROXIES: z.string().default(''),
  SALUS_FEED_PRIVATE_ADDRESSES: z.string().default(''),
  SALUS_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Config {
  /** Folder of everything that must survive: database, secret, uploads in progress. */
  readonly dataDirectory: string
  readonly dataDirectoryGiven: boolean
  /** A PostgreSQL server to use instead of the embedded one; its role must own the database. */
  readonly databaseUrl: string | null
  readonly host: string
  readonly port: number
  /** The port was asked for by name: do not silently take another. */
  readonly portGiven: boolean
  /** The address people type; links in mails start with it. */
  readonly publicUrl: string | null
  readonly centreName: string
  readonly centrePhone: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Who gets the first sign-in link of an empty centre. */
  readonly adminEmail: string | null
  /** Addresses or CIDR blocks of reverse proxies whose word on the caller's address is taken. */
  readonly trustedProxies: readonly string[]
  /** CIDR blocks of private networks that feeds may be fetched from. */
  readonly feedPrivateAddresses: readonly string[]
  readonly logLevel: z.infer<typeof environment>['SALUS_LOG_LEVEL']
}

/** Throws one error that names every setting that is wrong. */
export function readConfig(env: Record<string, string | undefined>, projectDirectory: string): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(
      `These settings cannot be used:\n${faults.join('\n')}\nCorrect them in the environment and start again.`,
    )
  }
  const values = parsed.data
  return {
    dataDirectory: resolve(projectDirectory, values.SALUS_DATA ?? 'data'),
    dataDirectoryGiven: values.SALUS_DATA !== undefined,
    databaseUrl: values.DATABASE_URL ?? null,
    host: values.SALUS_HOST,
    port: values.SALUS_PORT ?? 8080,
    portGiven: values.SALUS_PORT !== undefined,
    publicUrl: values.SALUS_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    centreName: values.SALUS_CENTRE_NAME,
    centrePhone: values.SALUS_CENTRE_PHONE ?? null,
    smtpUrl: values.SALUS_SMTP_URL ?? null,
    mailFrom: values.SALUS_MAIL_FROM,
    adminEmail: values.SALUS_ADMIN_EMAIL ?? null,
    trustedProxies: listOf(values.SALUS_TRUSTED_PROXIES),
    feedPrivateAddresses: listOf(values.SALUS_FEED_PRIVATE_ADDRESSES),
    logLevel: values.SALUS_LOG_LEVEL,
  }
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}
