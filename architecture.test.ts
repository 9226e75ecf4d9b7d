// The layout and import rules of the design, as a test.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { test } from 'node:test'
import { arrows, edgeFiles, fileKinds, forbiddenNames, purePlatform } from './architecture.ts'

const project = import.meta.dirname
const sources = globSync('{app,main,architecture}.ts', { cwd: project })
  .concat(
    globSync('{capabilities,platform,standards,web,cli,quality,e2e,sensor}/**/*.{ts,tsx}', { cwd: project }),
  )
  .filter((file) => !file.includes('node_modules'))
  .map((file) => file.split(sep).join('/'))
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || /(^|\/)builders(\.ts|\/)/.test(file)

interface Import {
  /** Path from the project's root, or the package's name. */
  readonly target: string
  readonly typeOnly: boolean
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(project, file), 'utf8')
  return Array.from(
    text.matchAll(/^(?:import|export)(\s+type)?\s(?:[^'"]*?\sfrom\s)?'([^']+)'/gm),
    ([, type, specifier = '']) => ({
      target: specifier.startsWith('.')
        ? relative(project, join(project, dirname(file), specifier))
            .split(sep)
            .join('/')
        : specifier.replace(/^@salus\/(standards\/.+)$/, '$1/index.ts'),
      typeOnly: type !== undefined,
    }),
  )
}

function violations(
  from: (file: string) => boolean,
  mayImport: (target: string, file: string, typeOnly: boolean) => boolean,
): readonly string[] {
  return sources
    .filter((file) => from(file) && !isTest(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target, typeOnly }) => isOurs(target) && !mayImport(target, file, typeOnly))
        .map(({ target }) => `${file} imports ${target}`),
    )
}

const isOurs = (target: string) =>
  /^(capabilities|platform|standards|web|cli|quality|e2e|sensor|app\.ts|main\.ts)/.test(target)
const capabilityOf = (file: string) => /^capabilities\/([^/]+)\//.exec(file)?.[1]
const kindOf = (file: string) => /^capabilities\/[^/]+\/([^/]+)/.exec(file)?.[1] ?? ''

test('standards import libraries only', () => {
  assert.deepEqual(
    violations(
      (file) => file.startsWith('standards/'),
      (target) => target.startsWith('standards/'),
    ),
    [],
  )
})

test('from outside the formats are imported by the name of their package (decision 0003)', () => {
  const byPath = sources.filter(
    (file) =>
      !file.startsWith('standards/') &&
      /'(\.\.\/)+standards\/[^']+\/index\.ts'/.test(readFileSync(join(project, file), 'utf8')),
  )
  assert.deepEqual(byPath, [])
})

test('the sensor imports standards and its own files only, so that it installs alone', () => {
  assert.deepEqual(
    violations(
      (file) => file.startsWith('sensor/'),
      (target) => target.startsWith('sensor/') || target.startsWith('standards/'),
    ),
    [],
  )
})

test('platform imports libraries only', () => {
  assert.deepEqual(
    violations(
      (file) => file.startsWith('platform/'),
      (target) => target.startsWith('platform/'),
    ),
    [],
  )
})

test('web imports libraries and platform/i18n only', () => {
  assert.deepEqual(
    violations(
      (file) => file.startsWith('web/'),
      (target) => target.startsWith('web/') || target.startsWith('platform/i18n/'),
    ),
    [],
  )
})

test('the command line imports capabilities through their door, and platform', () => {
  const allowed = (target: string) =>
    /^(cli|platform)\//.test(target) ||
    /^capabilities\/[^/]+\/index\.ts$/.test(target) ||
    target.startsWith('standards/') ||
    target === 'app.ts' ||
    target.startsWith('quality/')
  assert.deepEqual(
    violations((file) => file.startsWith('cli/'), allowed),
    [],
  )
})

test('nobody imports app.ts or main.ts but each other, the command line and benchmarks', () => {
  assert.deepEqual(
    violations(
      (file) => !/^(main|app)\.ts$|^(cli|quality\/bench|e2e)\//.test(file),
      (target) => !/^(app|main)\.ts$/.test(target),
    ),
    [],
  )
})

test('a capability reaches another one only through its index.ts and only along an arrow', () => {
  const wrong = violations(
    (file) => file.startsWith('capabilities/'),
    (target, file) => {
      const own = capabilityOf(file) ?? ''
      const other = capabilityOf(target)
      if (!other || other === own) return true
      return target === `capabilities/${other}/index.ts` && (arrows[own] ?? []).includes(other)
    },
  )
  assert.deepEqual(wrong, [])
})

test('nouns know no machinery: only nouns beside them, standards, and types', () => {
  const kinds = fileKinds.map((kind) => kind.replace(/\.\w+$/, ''))
  const isNoun = (file: string) =>
    file.startsWith('capabilities/') &&
    !kinds.includes(kindOf(file).replace(/\.\w+$/, '')) &&
    !edgeFiles.test(kindOf(file))
  const wrong = violations(isNoun, (target, file, typeOnly) => {
    if (target.startsWith('standards/')) return true
    if (capabilityOf(target) === capabilityOf(file))
      return typeOnly || !kinds.some((kind) => new RegExp(`^capabilities/[^/]+/${kind}[./]`).test(target))
    return (
      /^capabilities\/[^/]+\/index\.ts$/.test(target) ||
      (typeOnly && target.startsWith('platform/')) ||
      purePlatform.test(target)
    )
  })
  assert.deepEqual(wrong, [])
})

test('only screens import the kit and the shell', () => {
  const wrong = violations(
    (file) => file.startsWith('capabilities/') && !/\/pages(\.tsx|\/)/.test(file),
    (target) => !target.startsWith('web/'),
  )
  assert.deepEqual(wrong, [])
})

test('the arrows between capabilities have no cycle and name capabilities that exist', () => {
  const visit = (name: string, path: readonly string[]): void => {
    assert.ok(!path.includes(name), `cycle: ${[...path, name].join(' → ')}`)
    for (const next of arrows[name] ?? []) visit(next, [...path, name])
  }
  for (const name of Object.keys(arrows)) visit(name, [])
  const folders = readdirSync(join(project, 'capabilities'))
  for (const folder of folders)
    assert.ok(folder in arrows, `capabilities/${folder} has no line in the table of arrows`)
})

test('no file imports itself by a way round', () => {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const { target, typeOnly } of importsOf(file))
      if (!typeOnly && known.has(target)) visit(target, [...path, file])
    done.add(file)
  }
  const known = new Set(sources)
  for (const file of sources) visit(file, [])
  assert.deepEqual(cycles, [])
})

test('each capability has a README and a door', () => {
  for (const name of readdirSync(join(project, 'capabilities'))) {
    for (const file of ['README.md', 'index.ts'])
      assert.ok(
        existsSync(join(project, 'capabilities', name, file)),
        `capabilities/${name}/${file} is missing`,
      )
  }
})

test('no file or folder is called utils, helpers, service, manager or common', () => {
  assert.deepEqual(
    sources.filter((file) => file.split('/').some((part) => forbiddenNames.test(part))),
    [],
  )
})

test('each source file opens with one sentence saying what it is for, and the licence line', () => {
  const wrong = sources.filter((file) => {
    const [first = '', second = ''] = readFileSync(join(project, file), 'utf8').split('\n')
    return !/^\/\/ \S.{10,}[.:]$/.test(first) || second !== '// SPDX-License-Identifier: EUPL-1.2'
  })
  assert.deepEqual(wrong, [])
})

test('a table is named in the store of one capability only', () => {
  const tables = readdirSync(join(project, 'migrations')).flatMap((file) =>
    Array.from(
      readFileSync(join(project, 'migrations', file), 'utf8').matchAll(/create table (\w+)/g),
      ([, table = '']) => table,
    ),
  )
  const ownersOf = new Map<string, Set<string>>()
  for (const file of sources.filter((one) => /^(capabilities|platform)\//.test(one) && !isTest(one)))
    for (const [, table = ''] of readFileSync(join(project, file), 'utf8').matchAll(
      /\b(?:from|join|into|update)\s+(\w+)\b/g,
    ))
      ownersOf.set(table, (ownersOf.get(table) ?? new Set()).add(file.split('/').slice(0, 2).join('/')))
  for (const table of tables) {
    const owners = ownersOf.get(table) ?? new Set()
    assert.ok(owners.size <= 1, `${table} is named in ${[...owners].join(' and ')}`)
  }
})

test('what prepares each test of a file stands inside describe', () => {
  // All files run in one process, where a hook outside describe runs before every test of every file.
  assert.deepEqual(
    globSync('{capabilities,platform,standards,web,cli,quality,e2e,sensor}/**/*.test.{ts,tsx}', {
      cwd: project,
    }).filter(
      (file) =>
        !file.includes('node_modules') &&
        /^(beforeEach|afterEach)\(/m.test(readFileSync(join(project, file), 'utf8')),
    ),
    [],
  )
})
