// What keeps a repository from being read now, and says nothing about the pack.
// SPDX-License-Identifier: EUPL-1.2

export class RepositoryOutage extends Error {
  readonly place: string
  readonly remedy: string
  constructor(place: string, detail: string, remedy: string) {
    super(detail)
    this.place = place
    this.remedy = remedy
  }
}
