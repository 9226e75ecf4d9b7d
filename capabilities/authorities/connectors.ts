// The ways by which a filing reaches an authority, by name; a national interface becomes one more line here.
// SPDX-License-Identifier: EUPL-1.2

export interface Connector {
  /** `person`: somebody copies and sends; `program`: the centre sends by itself. */
  readonly sentBy: 'person' | 'program'
  /** Where the receipt number comes from. */
  readonly receipt: 'typed-in' | 'returned'
  readonly canEncrypt: boolean
}

export const connectorNames = ['manual-portal', 'mail'] as const
export type ConnectorName = (typeof connectorNames)[number]

export const connectors: Readonly<Record<ConnectorName, Connector>> = {
  'manual-portal': { sentBy: 'person', receipt: 'typed-in', canEncrypt: false },
  mail: { sentBy: 'program', receipt: 'typed-in', canEncrypt: true },
}
