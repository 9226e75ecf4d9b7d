// MISP core format out: an event with what an incident showed, marked, unpublished, and without its victim.
// SPDX-License-Identifier: EUPL-1.2
export { type MispOptions, mispEvent } from './event.ts'
