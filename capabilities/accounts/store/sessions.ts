// All SQL about sessions.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { IdentityScope } from '../../../platform/database/database.ts'
import type { Person } from '../../../platform/http/caller.ts'
import type { Session } from '../session.ts'

/** With its person; a disabled person has none. */
export async function findSession(
  scope: IdentityScope,
  tokenHash: Buffer,
): Promise<{ readonly session: Session; readonly person: Person } | null> {
  const { rows } = await sql<Session & Omit<Person, 'id'>>`
    select s.token_hash as "tokenHash", s.person_id as "personId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
      s.expires_at as "expiresAt", s.awaits_totp as "awaitsTotp", s.began_with as "beganWith",
      p.name, p.email, p.language, p.theme
    from sessions s join persons p on p.id = s.person_id
    where s.token_hash = ${tokenHash} and p.disabled_at is null`.execute(scope.db)
  const [row] = rows
  if (!row) return null
  const { name, email, language, theme, ...session } = row
  return { session, person: { id: row.personId, name, email, language, theme } }
}

export async function insertSession(scope: IdentityScope, session: Session): Promise<void> {
  await sql`insert into sessions (token_hash, person_id, created_at, last_seen_at, expires_at, awaits_totp, began_with)
    values (${session.tokenHash}, ${session.personId}, ${session.createdAt}, ${session.lastSeenAt}, ${session.expiresAt},
      ${session.awaitsTotp}, ${session.beganWith})`.execute(scope.db)
}

export async function touchSession(scope: IdentityScope, tokenHash: Buffer, now: Date): Promise<void> {
  await sql`update sessions set last_seen_at = ${now} where token_hash = ${tokenHash}`.execute(scope.db)
}

export async function deleteSession(scope: IdentityScope, tokenHash: Buffer): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from sessions where token_hash = ${tokenHash}`.execute(
    scope.db,
  )
  return Number(numAffectedRows ?? 0) > 0
}

/** How many were ended. */
export async function deleteSessionsOf(
  scope: IdentityScope,
  personId: number,
  except: Buffer | null,
): Promise<number> {
  const { numAffectedRows } = await sql`delete from sessions where person_id = ${personId}
    and (${except}::bytea is null or token_hash <> ${except})`.execute(scope.db)
  return Number(numAffectedRows ?? 0)
}

export async function deleteSessionsOver(scope: IdentityScope, now: Date, idleSince: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from sessions
    where expires_at <= ${now} or last_seen_at <= ${idleSince}`.execute(scope.db)
  return Number(numAffectedRows ?? 0)
}
