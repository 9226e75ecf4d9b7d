// How large a library file from outside may be.
// SPDX-License-Identifier: EUPL-1.2

/** The largest that is published has 3 MB. */
export const maxLibraryBytes = 8 * 1024 * 1024
/** Spaces at the start of a line and open brackets: what nests deeper is no library, and would exhaust the stack. */
export const maxIndent = 120
export const maxFlowDepth = 20
/** The largest that is published has 117,000. Each costs time, most of all where it makes no sense. */
export const maxTokens = 400_000
export const maxNodes = 10_000
export const maxMappings = 50_000
export const maxTextCharacters = 4000
