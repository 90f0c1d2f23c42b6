import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pinnedNode } from './node-runtime.mjs'
import { root } from './paths.mjs'
import { testFolder } from './testing-folder.mjs'

/** @type {Record<string, string>} */
const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts

describe('scripts of package.json', () => {
  test.each(Object.entries(scripts))('%s comes to the Node of the launcher', (_, script) => {
    for (const part of script.split(' && ')) {
      const [, inner] = /^npm run --silent (\S+)$/.exec(part) ?? []
      if (inner) expect(Object.keys(scripts)).toContain(inner)
      else expect(part).toMatch(/^(exec )?node tools\/launcher\/[a-z-]+\.mjs( |$)/)
    }
  })

  test('every one that README names is there', () => {
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const text = readFileSync(join(root, readme), 'utf8')
      const named = [...text.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name)
      expect(named.length).toBeGreaterThan(8)
      expect(named.filter((name) => name && !(name in scripts))).toEqual([])
    }
  })
})

describe('a foreign Node first on PATH', () => {
  test('the program runs under the Node that the launcher brings', () => {
    const { run } = cloneWithForeignNode()
    expect(run('demo')).toMatchObject({ status: 0, stdout: 'TypeScript under the brought Node: a b\n' })
  })

  test('so do scripts that go through npm a second time, and what they are given arrives', () => {
    const { run } = cloneWithForeignNode()
    expect(run('db:new', 'x y')).toMatchObject({ status: 0, stdout: 'TypeScript under the brought Node: x y\n' })
  })

  test('a chain ends with the exit code of the one that failed', () => {
    const { run } = cloneWithForeignNode()
    const { status, stdout } = run('check')
    expect({ status, stdout }).toEqual({ status: 3, stdout: 'TypeScript under the brought Node: one\n' })
  })

  test('the Node that is first on PATH cannot do it itself', () => {
    const { run } = cloneWithForeignNode()
    expect(run('unguarded')).toMatchObject({ status: 97 })
  })
})

/**
 * A clone with the launcher, the brought Node in its `.tools/`, and one TypeScript program. The foreign Node calls itself
 * v20 where it runs npm or the launcher, and refuses everything else.
 */
function cloneWithForeignNode() {
  const clone = testFolder()
  const launcher = join(clone, 'tools', 'launcher')
  mkdirSync(launcher, { recursive: true })
  const files = readdirSync(join(root, 'tools', 'launcher')).filter((file) => file.endsWith('.mjs'))
  for (const file of files) cpSync(join(root, 'tools', 'launcher', file), join(launcher, file))
  const brought = join(clone, '.tools', 'node_modules', '.bin')
  const node = JSON.stringify(process.execPath)
  // Whoever runs this test may have a later Node than the launcher would bring.
  program(brought, 'node', `[ "$1" = --version ] && echo v${pinnedNode} && exit; BROUGHT=1 exec ${node} "$@"`)
  mkdirSync(join(clone, 'node_modules'))
  writeFileSync(join(clone, 'node_modules', '.package-lock.json'), '{}')
  const older = `data:text/javascript,Object.defineProperty(process,'version',{value:'v20.20.2'})`
  program(
    join(clone, 'foreign'),
    'node',
    `case "$1" in *.mjs|*npm*) exec ${node} --import "${older}" "$@";; *) echo 'Unknown file extension ".ts"' >&2; exit 97;; esac`,
  )
  writeFileSync(join(clone, 'package.json'), packageOf(clone))
  const env = {
    ...process.env,
    PATH: [join(clone, 'foreign'), dirname(process.execPath), process.env['PATH']].join(delimiter),
  }
  return {
    /** @param {string[]} args */
    run: (...args) => spawnSync('npm', ['run', '--silent', ...args], { cwd: clone, env, encoding: 'utf8' }),
  }
}

/** The scripts of our package.json, with a program of this test in place of theirs. @param {string} clone */
function packageOf(clone) {
  const source = `const told: string[] = process.argv.slice(2)
console.log('TypeScript under the brought Node:', told.join(' '))
if (!process.env['BROUGHT'] || process.version === 'v20.20.2') process.exitCode = 98`
  writeFileSync(join(clone, 'program.ts'), source)
  const through = 'exec node tools/launcher/with-node.mjs'
  return JSON.stringify({
    name: 'clone',
    type: 'module',
    workspaces: ['packages/*'],
    scripts: {
      demo: `${through} node program.ts a b`,
      inner: `node program.ts`,
      'db:new': `${through} npm run --silent inner --`,
      first: `${through} node program.ts one`,
      second: `${through} node -e 'process.exit(3)'`,
      third: `${through} node program.ts three`,
      check: 'npm run --silent first && npm run --silent second && npm run --silent third',
      unguarded: 'node program.ts',
    },
  })
}

/** @param {string} folder @param {string} name @param {string} script */
function program(folder, name, script) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
}
