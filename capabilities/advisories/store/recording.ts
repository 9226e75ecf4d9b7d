// All SQL that stores advisories, their revisions and their vulnerabilities.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, CvssScore } from '@salus/standards/advisory'
import { attackMetricsOf } from '@salus/standards/cvss'
import type { Fault } from '@salus/standards/fault'
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { Catalogue } from '../catalogue.ts'
import type { AdvisoryContent, Validity } from '../recorded.ts'
import type { Edition } from '../revision.ts'
import { catalogueChanges, catalogueColumns, catalogueValues } from './catalogue.ts'
import { storableJson } from './scopes.ts'

export interface Identity {
  readonly publisher: string
  readonly trackingId: string
}

export interface StoredEditions {
  readonly advisoryId: number
  readonly current: Edition
  readonly earlier: readonly Pick<Edition, 'version' | 'sha256'>[]
  readonly isDeleted: boolean
}

export interface AdvisoryToWrite extends Identity {
  readonly revisionId: number
  readonly validity: Validity
  readonly content: AdvisoryContent
  readonly catalogue: Catalogue
  readonly faults: readonly Fault[]
  readonly fingerprint: string
  readonly hasFix: boolean
}

export interface RevisionToWrite {
  readonly id: number
  readonly advisoryId: number
  readonly version: string
  readonly sha256: string
  readonly source: string
  readonly document: Uint8Array
}

/** Recording takes turns: two documents of one advisory in two transactions could both seem to be the newest. */
export async function takeTurn(scope: EngineScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('advisories.record'))`.execute(scope.db)
}

/** The advisories that these very documents were stored for. */
export async function selectKnownDocuments(
  scope: EngineScope,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ sha256: string; advisoryId: number }>`
    select encode(sha256, 'hex') as sha256, advisory_id as "advisoryId" from advisory_revisions
    where sha256 in (select decode(hash, 'hex') from unnest(${hashes}::text[]) as hash)`.execute(scope.db)
  return new Map(rows.map((row) => [row.sha256, row.advisoryId]))
}

/** By `identityKey`. */
export async function selectEditions(
  scope: EngineScope,
  identities: readonly Identity[],
): Promise<ReadonlyMap<string, StoredEditions>> {
  const { rows } = await sql<Identity & StoredEditions>`
    select a.publisher, a.tracking_id as "trackingId", a.id as "advisoryId", a.deleted_at is not null as "isDeleted",
      jsonb_build_object('version', a.version, 'revisedAt', a.content->'revisedAt',
        'sha256', (select encode(c.sha256, 'hex') from advisory_revisions c where c.id = a.revision_id)) as current,
      coalesce((select jsonb_agg(jsonb_build_object('version', r.version, 'sha256', encode(r.sha256, 'hex')))
        from advisory_revisions r where r.advisory_id = a.id), '[]') as earlier
    from advisories a
    where (a.publisher, a.tracking_id) in (
      select * from unnest(${identities.map((one) => one.publisher)}::text[], ${identities.map((one) => one.trackingId)}::text[]))`.execute(
    scope.db,
  )
  return new Map(rows.map((row) => [identityKey(row), row]))
}

export function identityKey({ publisher, trackingId }: Identity): string {
  return JSON.stringify([publisher, trackingId])
}

export async function drawRevisionIds(scope: EngineScope, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval('advisory_revisions_id_seq') as id from generate_series(1, ${count})`.execute(scope.db)
  return rows.map((row) => row.id)
}

/** Inserts or replaces, also what was deleted; returns the ids by `identityKey`. */
export async function upsertAdvisories(
  scope: EngineScope,
  advisories: readonly AdvisoryToWrite[],
  isExample: boolean,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  if (advisories.length === 0) return new Map()
  const { rows } = await sql<Identity & { id: number }>`
    insert into advisories (publisher, tracking_id, format, state, title, tlp, language, version, published_at, revised_at,
      revision_id, validity, content, faults, remediation_fingerprint, has_fix, first_recorded_at, recorded_at, is_example,
      ${catalogueColumns})
    select publisher, "trackingId", content->>'format', content->>'state', content->>'title', content->>'tlp', content->>'language',
      content->>'version', (content->>'publishedAt')::timestamptz, (content->>'revisedAt')::timestamptz,
      "revisionId", validity, content, faults, decode(fingerprint, 'hex'), "hasFix", ${now}, ${now}, ${isExample},
      ${catalogueValues}
    from jsonb_to_recordset(${storableJson(advisories)}::jsonb) as a(publisher text, "trackingId" text, "revisionId" bigint,
      validity text, content jsonb, faults jsonb, fingerprint text, "hasFix" boolean, catalogue jsonb)
    on conflict (publisher, tracking_id) do update set format = excluded.format, state = excluded.state, title = excluded.title,
      tlp = excluded.tlp, language = excluded.language, version = excluded.version, published_at = excluded.published_at,
      revised_at = excluded.revised_at, revision_id = excluded.revision_id, validity = excluded.validity, content = excluded.content,
      faults = excluded.faults, remediation_fingerprint = excluded.remediation_fingerprint, has_fix = excluded.has_fix,
      recorded_at = excluded.recorded_at, is_example = excluded.is_example,
      deleted_at = null, deleted_by = null, deleted_by_name = null, deleted_because = null,
      ${catalogueChanges('excluded')}
    returning id, publisher, tracking_id as "trackingId"`.execute(scope.db)
  return new Map(rows.map((row) => [identityKey(row), row.id]))
}

export async function insertRevisions(
  scope: EngineScope,
  revisions: readonly RevisionToWrite[],
  now: Date,
): Promise<void> {
  if (revisions.length === 0) return
  await sql`insert into advisory_revisions (id, advisory_id, version, sha256, source, recorded_at, document)
    overriding system value
    select id, advisory_id, version, decode(sha256, 'hex'), source, ${now}, document
    from unnest(${revisions.map((one) => one.id)}::bigint[], ${revisions.map((one) => one.advisoryId)}::bigint[],
      ${revisions.map((one) => one.version)}::text[], ${revisions.map((one) => one.sha256)}::text[],
      ${revisions.map((one) => one.source)}::text[], ${revisions.map((one) => Buffer.from(one.document))}::bytea[])
      as r(id, advisory_id, version, sha256, source, document)
    returning 1`.execute(scope.db)
}

export async function replaceVulnerabilities(
  scope: EngineScope,
  advisories: readonly {
    readonly advisoryId: number
    readonly vulnerabilities: Advisory['vulnerabilities']
  }[],
): Promise<void> {
  await sql`delete from advisory_vulnerabilities where advisory_id = any(${advisories.map((one) => one.advisoryId)}::bigint[])`.execute(
    scope.db,
  )
  const rows = advisories.flatMap(({ advisoryId, vulnerabilities }) =>
    vulnerabilities.map((one) => {
      const [gravest = null] = [...one.scores].sort((a, b) => b.baseScore - a.baseScore)
      return {
        advisoryId,
        ...one,
        baseScore: gravest?.baseScore,
        cvssVector: gravest?.cvssVector,
        exploitMaturity: maturityOf(one.scores),
      }
    }),
  )
  if (rows.length === 0) return
  await sql`insert into advisory_vulnerabilities (advisory_id, vulnerability, cve_id, base_score, cvss_vector, exploitation, automatable, exploit_maturity)
    select "advisoryId", key, "cveId", "baseScore", "cvssVector", exploitation, automatable, "exploitMaturity"
    from jsonb_to_recordset(${storableJson(rows)}::jsonb) as v("advisoryId" bigint, key text, "cveId" text, "baseScore" float8,
      "cvssVector" text, exploitation text, automatable boolean, "exploitMaturity" text)
    on conflict do nothing`.execute(scope.db)
}

/** The gravest that any of its vectors states. */
function maturityOf(scores: readonly CvssScore[]): string | null {
  const stated = scores.map((score) => attackMetricsOf(score.cvssVector)?.exploitation)
  return (['active', 'poc', 'none'] as const).find((word) => stated.includes(word)) ?? null
}
