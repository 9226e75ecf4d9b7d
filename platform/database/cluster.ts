// Makes a PostgreSQL with Citus ready for the application: extension, servers, roles and settings.
// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { spreadSetting } from './spread.ts'

/** As migrate.ts makes them on the first server; Citus reaches the others in the name of whoever asks, so here all may log in. */
const roles = [
  { name: 'salus_member', inherits: false },
  { name: 'salus_centre', inherits: false },
  { name: 'salus_engine', inherits: false },
  { name: 'salus_identity', inherits: false },
  { name: 'salus_bound', inherits: true },
  { name: 'salus_app', inherits: false },
] as const
const scopeRoles = roles.map((role) => role.name).filter((name) => name !== 'salus_app')

/** What each session of the database needs, with the reason. */
export const clusterSettings = [
  // `set local` of the role and of salus.organisation_id must reach every server, or its policies let nothing through.
  { name: 'citus.propagate_set_commands', value: 'local' },
  // The journal's triggers only refuse; they read and write no other table.
  { name: 'citus.enable_unsafe_triggers', value: 'on' },
  // One transaction writes member data and then tables that it names by foreign keys; side by side Citus refuses that.
  { name: 'citus.multi_shard_modify_mode', value: 'sequential' },
  spreadSetting,
] as const

/** PostgreSQL 15 and triggers on spread tables. */
const oldestCitus = 12

export async function prepareCluster(
  client: pg.Client,
  secret: Buffer,
  say: (text: string) => void,
): Promise<void> {
  await requireSuperuser(client)
  await requireExtension(client)
  await requireReachableServers(client)
  const servers = await giveRoles(client, secret)
  say(`Roles are ready on ${servers} server${servers === 1 ? '' : 's'}.`)
  await applySettings(client)
  for (const signature of ['salus_organisation()', 'refuse_change()'])
    await client.query('select create_distributed_function($1::regprocedure)', [signature])
}

async function requireSuperuser(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ isSuper: boolean; name: string }>(
    'select rolsuper as "isSuper", rolname as name from pg_roles where rolname = current_user',
  )
  if (rows[0]?.isSuper) return
  throw new Error(
    `The role ${rows[0]?.name} of DATABASE_URL is no superuser, and only one may set up Citus and its roles. Run this command once with a superuser in DATABASE_URL; the server itself does not need one.`,
  )
}

async function requireExtension(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    `select coalesce(installed_version, default_version) as version from pg_available_extensions where name = 'citus'`,
  )
  const version = rows[0]?.version
  if (version === undefined)
    throw new Error(
      'This PostgreSQL server has no extension named citus. Install Citus on it and on every other server of the cluster, add citus to shared_preload_libraries, restart, and run this command again.',
    )
  if (Number.parseInt(version, 10) < oldestCitus)
    throw new Error(
      `This is Citus ${version}; Salus needs ${oldestCitus} or newer. Upgrade Citus, and run this command again.`,
    )
  await client.query('create extension if not exists citus').catch((error: unknown) => {
    throw new Error(
      `The extension citus could not be created: ${textOf(error)}. Put citus first in shared_preload_libraries of every server, restart, and run this command again.`,
      { cause: error },
    )
  })
}

/** With servers beside it, the first one must be known by a name that the others reach. */
async function requireReachableServers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number; named: boolean }>(
    `select count(*) filter (where groupid <> 0)::int as others, coalesce(bool_or(groupid = 0), false) as named from pg_dist_node`,
  )
  const nodes = rows[0]
  if (nodes && nodes.others > 0 && !nodes.named)
    throw new Error(
      "The cluster has workers but no name for its coordinator. Run `select citus_set_coordinator_host('NAME')` with the name by which the workers reach it, and run this command again.",
    )
}

/** The password of a role, the same on each server; that of salus_app is the one of migrate.ts. */
function passwordOf(role: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
}

async function giveRoles(client: pg.Client, secret: Buffer): Promise<number> {
  const command = roleCommand(secret)
  await client.query(command)
  const { rows } = await client.query<{ node: string; success: boolean; result: string }>(
    `select nodename || ':' || nodeport as node, success, result from run_command_on_workers($1)`,
    [command],
  )
  const refused = rows.find((row) => !row.success)
  if (refused)
    throw new Error(
      `The server ${refused.node} did not take the roles: ${refused.result}. See that it runs and that the owner of DATABASE_URL is superuser there too, and run this command again.`,
    )
  // How a server of the cluster proves to another in whose name it asks.
  for (const { name } of roles)
    await client.query(
      'insert into pg_dist_authinfo (nodeid, rolename, authinfo) values (0, $1, $2) on conflict (rolename, nodeid) do update set authinfo = excluded.authinfo',
      [name, `password=${passwordOf(name, secret)}`],
    )
  return rows.length + 1
}

/** One block, so that each server runs it as a whole; not handed on by Citus, because each server gets it from here. */
function roleCommand(secret: Buffer): string {
  const made = roles.map(({ name, inherits }) => {
    const attributes = `login ${inherits ? 'inherit' : 'noinherit'} nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(passwordOf(name, secret))}`
    return `if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if; alter role ${name} ${attributes};`
  })
  return `do $roles$ begin
    perform set_config('citus.enable_ddl_propagation', 'off', true);
    ${made.join('\n    ')}
    grant salus_engine to salus_bound;
    grant ${scopeRoles.join(', ')} to salus_app;
    revoke all on schema public from public;
    grant usage on schema public to ${scopeRoles.join(', ')};
  end $roles$`
}

async function applySettings(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = pg.escapeIdentifier(rows[0]?.name ?? '')
  for (const { name, value } of clusterSettings) {
    await client.query(`alter database ${database} set ${name} = ${pg.escapeLiteral(value)}`)
    await client.query(`set ${name} = ${pg.escapeLiteral(value)}`)
  }
}

export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
