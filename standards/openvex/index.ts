// Reads OpenVEX documents, versions 0.0.1 and 0.2.0.
// SPDX-License-Identifier: EUPL-1.2
export { isOpenVexContext } from './context.ts'
export { readOpenVex } from './read.ts'
