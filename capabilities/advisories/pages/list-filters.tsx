// By what the list of advisories is narrowed and ordered: the few things often asked for, and everything else on demand.
// SPDX-License-Identifier: EUPL-1.2
import { Details, FilterBar, SelectField, ShownFilters, TextField } from '../../../web/kit/index.ts'
import {
  dayFields,
  formats,
  type ListForm,
  maxSearchCharacters,
  publisherCategories,
  states,
  statuses,
  tlps,
  validities,
} from '../contract/list.ts'
import { listOrders } from '../listing-order.ts'
import { listPath } from './paths.ts'
import { clip, formatNames, type Reader, stateWord, validityWord } from './words.ts'

/** The list as it is asked for now, but for some changes; always from its first page. */
export function listHref(query: ListForm, changes: Partial<ListForm>): string {
  const { after: _, ...asked } = { ...query, ...changes }
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  const words = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return words === '' ? listPath : `${listPath}?${words}`
}

type Name = Exclude<keyof ListForm, 'after'>

const often: readonly Name[] = ['q', 'minScore', 'state', 'order', 'direction']
const texts = [
  'title',
  'publisher',
  'trackingId',
  'cve',
  'product',
  'category',
  'severity',
  'version',
  'history',
] as const
const choices = ['publisherCategory', 'status', 'tlp', 'format', 'validity'] as const
const seldom: readonly Name[] = [...texts, ...choices, ...dayFields]
/** Views of the list, not filters. */
const views: readonly Name[] = ['unread', 'deleted']

interface Props {
  readonly query: ListForm
  readonly reader: Reader
}

export function Filters({ query, wrong, reader }: Props & { readonly wrong: readonly Name[] }) {
  const { t } = reader.translator
  const isOpen = seldom.some((name) => query[name])
  return (
    <>
      <FilterBar label={t('advisories.list.filter')} action={listPath} submit={t('shell.filter.apply')}>
        <TextField
          name="q"
          type="search"
          label={t('shell.filter.search')}
          hint={t('advisories.list.search.hint')}
          value={query.q}
          maxLength={maxSearchCharacters}
        />
        <Choice name="minScore" values={['9', '7', '4']} query={query} reader={reader} />
        <Choice name="state" values={states} query={query} reader={reader} />
        <Choice
          name="order"
          values={listOrders.filter((order) => order !== 'recorded')}
          query={query}
          reader={reader}
        />
        <Choice name="direction" values={['up', 'down']} query={query} reader={reader} />
        <Kept names={[...seldom, ...views]} query={query} />
      </FilterBar>
      <div class="s-sheet__body">
        <Details summary={t('advisories.filter.more')} open={isOpen}>
          <p class="s-small">{t('advisories.list.search.hint')}</p>
          <FilterBar
            label={t('advisories.filter.more')}
            action={listPath}
            submit={t('advisories.filter.search')}
          >
            {texts.map((name) => (
              <TextField
                key={name}
                name={name}
                label={fieldName(name, reader)}
                value={query[name]}
                maxLength={maxSearchCharacters}
              />
            ))}
            {choices.map((name) => (
              <Choice key={name} name={name} values={valuesOf[name]} query={query} reader={reader} />
            ))}
            {dayFields.map((name) => (
              <TextField
                key={name}
                name={name}
                label={fieldName(name, reader)}
                value={query[name]}
                maxLength={10}
                error={wrong.includes(name) ? t('advisories.filter.day.wrong') : undefined}
              />
            ))}
            <Kept names={[...often, ...views]} query={query} />
          </FilterBar>
        </Details>
      </div>
    </>
  )
}

const valuesOf = {
  publisherCategory: publisherCategories,
  status: statuses,
  tlp: tlps,
  format: formats,
  validity: validities,
} as const

function Choice(props: Props & { readonly name: Name; readonly values: readonly string[] }) {
  const { name, values, query, reader } = props
  const { t } = reader.translator
  const first =
    name === 'order' || name === 'direction' ? t(`advisories.filter.${name}.usual`) : t('shell.filter.all')
  return (
    <SelectField
      name={name}
      label={fieldName(name, reader)}
      options={[
        { value: '', label: first },
        ...values.map((value) => ({ value, label: valueWord(name, value, reader) })),
      ]}
      value={query[name] === undefined ? undefined : String(query[name])}
    />
  )
}

/** What the other form asks for stays in force. */
function Kept({ names, query }: { readonly names: readonly Name[]; readonly query: ListForm }) {
  return (
    <>
      {names
        .filter((name) => query[name] !== undefined && query[name] !== '')
        .map((name) => (
          <input key={name} type="hidden" name={name} value={String(query[name])} />
        ))}
    </>
  )
}

/** What narrows the list now, each to be taken away. */
export function InForce({ query, reader }: Props) {
  const { t } = reader.translator
  const names = [...often.slice(0, 3), ...seldom].filter(
    (name) => query[name] !== undefined && query[name] !== '',
  )
  return (
    <ShownFilters
      lead={t('shell.filter.shown')}
      removeText={t('shell.filter.remove')}
      filters={names.map((name) => ({
        label: `${fieldName(name, reader)}: ${clip(valueWord(name, String(query[name]), reader), 60)}`,
        removeHref: listHref(query, { [name]: undefined }),
      }))}
    />
  )
}

export function fieldName(name: Name, { translator: { t } }: Reader): string {
  return name === 'q' ? t('shell.filter.search') : t(`advisories.filter.${name as 'title'}`)
}

function valueWord(name: Name, value: string, reader: Reader): string {
  const { t } = reader.translator
  // The values are those of the lists above; what was typed is given back as it is.
  if (name === 'state') return stateWord(value as 'draft', reader)
  if (name === 'status') return t(`advisories.status.${value as 'final'}`)
  if (name === 'validity') return validityWord(value as 'valid', reader)
  if (name === 'format') return formatNames[value as 'osv']
  if (name === 'order') return t(`advisories.order.${value as 'title'}`)
  if (name === 'direction') return t(`advisories.direction.${value as 'up'}`)
  if (name === 'publisherCategory') return t(`advisories.publisher.${value as 'vendor'}`)
  if (name === 'minScore') return t('advisories.filter.minScore.value', { score: Number(value) })
  return value
}
