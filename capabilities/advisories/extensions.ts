// The extensions of a CSAF document that a reader has to be warned of, because nothing here understands them.
// SPDX-License-Identifier: EUPL-1.2

/** CSAF 2.1, section on extensions: for `essential` a warning is a must, for `significant` it should be given. */
export interface UnreadExtensions {
  readonly essential: number
  readonly significant: number
}

/** A document has at most some 1.5 million values and is at most 200 deep, so this ends. */
export function unreadExtensionsOf(json: unknown): UnreadExtensions {
  const found = { essential: 0, significant: 0 }
  const waiting: unknown[] = [json]
  while (waiting.length > 0) {
    const one = waiting.pop()
    if (one === null || typeof one !== 'object') continue
    for (const [key, value] of Object.entries(one)) {
      // What stands in an extension is not the document's any more.
      if (key === 'x_extensions' && Array.isArray(value))
        for (const extension of value) count(extension, found)
      else waiting.push(value)
    }
  }
  return found
}

function count(extension: unknown, found: { essential: number; significant: number }): void {
  if (extension === null || typeof extension !== 'object' || !('category' in extension)) return
  if (extension.category === 'essential') found.essential += 1
  if (extension.category === 'significant') found.significant += 1
}
