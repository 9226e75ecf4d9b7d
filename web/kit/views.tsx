// Fixed views of one list with their counts; not the main navigation.
// SPDX-License-Identifier: EUPL-1.2

export interface ViewsProps {
  readonly label: string
  readonly views: readonly {
    readonly label: string
    readonly href: string
    readonly current: boolean
    readonly count?: string
  }[]
}

export function Views({ label, views }: ViewsProps) {
  return (
    <nav class="s-views" aria-label={label}>
      <ul>
        {views.map((view) => (
          <li key={view.href}>
            <a href={view.href} aria-current={view.current ? 'page' : undefined}>
              {view.label} {view.count && <span class="s-count">{view.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
