import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const notOurs = new Set(['node_modules', 'dist', 'generated', 'coverage'])

/** Files and folders of the repository from its root; hidden folders and what is built or installed aside. */
function entriesOf(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name) && !(entry.isDirectory() && entry.name.startsWith('.')))
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name)
      return entry.isDirectory() ? [name, ...entriesOf(name)] : [name]
    })
}

const files = entriesOf('')
const known = new Set(files)
const basenames = new Set(files.map((file) => path.basename(file)))

/** Decisions tell what was true when they were made; the rest is to be true today. */
const pages = files.filter((file) => /^(?:README[^/]*|docs\/[^/]+|docs\/modules\/[^/]+)\.md$/.test(file))

const workspacePath = /^(?:apps|packages|tools|e2e|docs)\/[\w./@-]+$/
const sourceName = /^[\w./-]+\.(?:ts|tsx|mjs|prisma)$/

/** What a page names in backquotes: a path from the root or from a workspace's folder, or a file's own name. */
function missingNames(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8')
  const names = [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)
  return names.filter((name) => {
    if (workspacePath.test(name)) return !name.endsWith('/dist') && !known.has(name.replace(/\/$/, ''))
    if (!sourceName.test(name) || name.startsWith('.')) return false
    return name.includes('/') ? !files.some((file) => file.endsWith(`/${name}`)) : !basenames.has(name)
  })
}

function brokenLinks(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => {
    const [target = ''] = link.split('#')
    return !/^[a-z]+:/.test(link) && target !== '' && !known.has(path.posix.join(path.posix.dirname(page), target))
  })
}

it.each(pages)('%s names files that exist', (page) => {
  expect(missingNames(page)).toEqual([])
})

it.each(pages)('%s links to pages that exist', (page) => {
  expect(brokenLinks(page)).toEqual([])
})
