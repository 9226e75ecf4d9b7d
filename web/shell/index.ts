// The door to the shell: whole pages.
// SPDX-License-Identifier: EUPL-1.2
export type { PageAssets, ThemePreference } from './document.tsx'
export { type NightPageOptions, renderNightPage } from './night-page.tsx'
export { type Link, type NavigationEntry, type PageOptions, renderPage } from './page.tsx'
export { type ProblemOptions, renderProblemPage, type ShownProblem } from './problem-page.tsx'
