// How the tags in our messages that are no plain HTML become page content.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChild } from 'preact'

export const quiet = (content: ComponentChild[]) => <span class="s-quiet">{content}</span>
export const linkTo = (href: string) => (content: ComponentChild[]) => <a href={href}>{content}</a>
