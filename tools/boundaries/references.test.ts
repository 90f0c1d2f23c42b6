import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = ['apps', 'packages'].flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name)))

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

interface Project {
  references?: { path: string }[]
}

// Without its reference a project reads the other's sources, and is checked as slowly as both.
it.each(folders)('%s refers to the projects of the packages that it depends on', (folder) => {
  const { dependencies = {}, devDependencies = {} } = read(folder, 'package.json') as Manifest
  const { references = [] } = read(folder, 'tsconfig.json') as Project
  const own = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith('@mozhou/'))
  expect(references.map(({ path }) => basename(path)).toSorted()).toEqual(
    own.map((name) => name.replace('@mozhou/', '')).toSorted(),
  )
})

it('npm run typecheck reaches every project', () => {
  const reached = new Set<string>()
  const visit = (folder: string) => {
    if (reached.has(folder)) return
    reached.add(folder)
    const { references = [] } = read(folder, 'tsconfig.json') as Project
    for (const { path } of references) visit(join(folder, path))
  }
  visit('.')
  const tools = ['tools/launcher', 'tools/boundaries', 'tools/bench', 'tools/dependencies', 'tools/private-data', 'e2e']
  expect([...reached]).toEqual(expect.arrayContaining([...folders, ...tools]))
})
