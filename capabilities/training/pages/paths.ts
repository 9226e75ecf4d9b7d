// Addresses of the pages of training.
// SPDX-License-Identifier: EUPL-1.2

export const memberBase = '/o/:organisationId/training'
export const homeHref = (organisationId: number) => `/o/${organisationId}/training`
export const classHref = (organisationId: number, classId: number) =>
  `${homeHref(organisationId)}/classes/${classId}`
export const courseHref = (organisationId: number, key: string) => `${homeHref(organisationId)}/${key}`
export const newClassHref = (organisationId: number, courseKey?: string) =>
  `${homeHref(organisationId)}/classes/new${courseKey ? `?course=${courseKey}` : ''}`
export const centreHref = '/centre/training'

export const learnBase = '/learn'
export const learnHref = (code: string) => `${learnBase}/${code}`
export const lessonHref = (code: string, number: number) => `${learnHref(code)}/lessons/${number}`
export const questionHref = (code: string, number: number) => `${learnHref(code)}/questions/${number}`
export const resultHref = (code: string) => `${learnHref(code)}/result`
export const checkHref = `${learnBase}/check`
