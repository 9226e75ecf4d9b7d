// Reads a form with a file, within limits, into memory.
// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from './endpoint.ts'
import { Refusal } from './problem.ts'

export interface Upload {
  readonly fields: Record<string, string>
  readonly files: readonly UploadedFile[]
}

export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>
  const files: UploadedFile[] = []
  for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value)
      continue
    }
    const content = await part.toBuffer().catch(() => null)
    if (content === null || part.file.truncated) throw tooLarge(part.filename, maxBytes)
    if (content.length > 0) files.push({ field: part.fieldname, name: plainName(part.filename), content })
  }
  return { fields, files }
}

function tooLarge(name: string, maxBytes: number): Refusal {
  return new Refusal({
    code: 'platform/too-large',
    status: 413,
    title: 'This file is too large',
    detail: `${plainName(name)} is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB. Nothing was stored.`,
    remedy: 'Split the file, or leave out columns and sheets that are not needed, and send it again.',
  })
}

/** Only the last part of the name, without control characters: it is shown, never used as a path. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return (
    Array.from(last)
      .filter((letter) => (letter.codePointAt(0) ?? 0) >= 32 && letter !== '\u007f')
      .join('')
      .slice(0, 200) || 'file'
  )
}
