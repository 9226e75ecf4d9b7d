// What the forms of accounts accept; what a person can correct is checked by the page, not refused here.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { passwordMaxLength } from './password.ts'

const textMaxLength = 300

export const typedText = z.string().max(textMaxLength).default('')
export const passwordField = z
  .string()
  .max(passwordMaxLength * 2)
  .default('')
export const codeField = z.string().max(20).default('')
/** Judged by `safePath`. */
export const pathField = z.string().max(4_000).optional()
export const tokenParam = z.object({ token: z.string().max(100) })
export const nameMaxLength = 200
