// A lesson is an obligation: what is to be done, by whom, by when, and what it should lead to.
// SPDX-License-Identifier: EUPL-1.2

/** As the column of a task's title holds them. */
export const maxLessonCharacters = 300

/** One line, cut where it is longer than a lesson may be. */
export function lessonFromNote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= maxLessonCharacters
    ? line
    : `${line.slice(0, maxLessonCharacters - 1).toWellFormed()}…`
}
