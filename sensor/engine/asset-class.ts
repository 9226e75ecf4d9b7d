// What kind of machine a finding is about: by the hospital's own list of hosts, else by what only such a machine logs.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import { addressBytes, inNetwork, type Network, readNetwork } from '../sigma/addresses.ts'

export const assetClasses = [
  'server',
  'workstation',
  'medical-device',
  'pacs',
  'ehr',
  'network',
  'unknown',
] as const
export type AssetClass = (typeof assetClasses)[number]

/** Null: the list does not know the host. */
export type AssetClassList = (host: string) => AssetClass | null

export const noAssetClasses: AssetClassList = () => null

/**
 * Reads the list of the configuration: a host's name with or without its domain, a name with one `*` in it, or an
 * address or network. A whole name is looked at before a network, a network before a `*`; of several the first written.
 */
export function assetClassList(entries: readonly (readonly [string, AssetClass])[]): AssetClassList {
  const names = new Map<string, AssetClass>()
  const patterns: { readonly start: string; readonly end: string; readonly assetClass: AssetClass }[] = []
  const networks: { readonly network: Network; readonly assetClass: AssetClass }[] = []
  for (const [written, assetClass] of entries) {
    const name = written.trim().toLowerCase()
    const network = readNetwork(name)
    const [start = '', end] = name.split('*')
    if (network !== null) networks.push({ network, assetClass })
    else if (end !== undefined) patterns.push({ start, end, assetClass })
    else if (!names.has(name)) names.set(name, assetClass)
  }
  return (host) => {
    const name = host.toLowerCase()
    const exact = names.get(name) ?? names.get(name.split('.')[0] ?? '')
    if (exact !== undefined) return exact
    const bytes = networks.length > 0 ? addressBytes(name) : null
    const within = bytes && networks.find(({ network }) => inNetwork(bytes, network))
    if (within) return within.assetClass
    const like = patterns.find(
      ({ start, end }) =>
        name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end),
    )
    return like?.assetClass ?? null
  }
}

const productClasses: ReadonlyMap<string, AssetClass> = new Map([
  ['ehr', 'ehr'],
  ['hl7', 'ehr'],
  ['pacs', 'pacs'],
  ['zeek', 'network'],
  ['suricata', 'network'],
  ['cisco', 'network'],
  ['fortigate', 'network'],
])
const categoryClasses: ReadonlyMap<string, AssetClass> = new Map([
  ['firewall', 'network'],
  ['proxy', 'network'],
  ['dns', 'network'],
  ['webserver', 'server'],
])
/** Tickets of Kerberos and changes of the directory are logged by domain controllers only. */
const controllerEvents: ReadonlySet<string> = new Set([
  '4662',
  '4768',
  '4769',
  '4770',
  '4771',
  '5136',
  '5137',
  '5138',
  '5139',
  '5141',
])
const serverChannels = /^(directory service|dns server|dfs replication|microsoft-iis|msexchange)/i

/** By what the event shows of itself; `unknown` where it shows nothing. */
export function assetClassByFacts({ logSource, fields }: LogEvent): AssetClass {
  const product = productClasses.get(logSource.product ?? '')
  if (product !== undefined) return product
  if (logSource.product === 'windows') {
    const { Channel, EventID } = fields
    const isController = Channel === 'Security' && controllerEvents.has(String(EventID))
    return isController || (typeof Channel === 'string' && serverChannels.test(Channel))
      ? 'server'
      : 'unknown'
  }
  return categoryClasses.get(logSource.category ?? '') ?? 'unknown'
}
