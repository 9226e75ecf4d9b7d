// A lesson is an obligation: what is to be done, by whom, by when, and what it should lead to.
// SPDX-License-Identifier: EUPL-1.2

/** Characters of the two together, as the column of a task's title holds them. */
export const maxLessonCharacters = 300
const leadsTo = ' → '

/** What it should lead to (a measure, a course, a service) is words only until those have numbers of their own. */
export function titleOfLesson(lesson: string, goal: string | null): string {
  return goal === null ? lesson : `${lesson}${leadsTo}${goal}`
}

/** One line, cut so that there is room for what it should lead to. */
export function lessonFromNote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const room = maxLessonCharacters - 100
  return line.length <= room ? line : `${line.slice(0, room - 1).toWellFormed()}…`
}
