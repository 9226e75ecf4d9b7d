// Which addresses the sensor may ask: those on the way to which nobody reads along.
// SPDX-License-Identifier: EUPL-1.2

/** https, or http to this machine. */
export function isPrivateOnTheWay({ protocol, hostname }: URL): boolean {
  const isThisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine)
}
