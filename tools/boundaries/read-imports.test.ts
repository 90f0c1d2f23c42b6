import { expect, it } from 'vitest'
import { readImports } from './read-imports.ts'

it('reads every form, and what is a type', () => {
  const text = [
    `import a from 'a'`,
    `import { b,`,
    `  c } from "b"`,
    `import type { D } from 'd'`,
    `import 'e'`,
    `export type { F } from 'f'`,
    `export * from './g.ts'`,
    `const h = await import('h')`,
    `let i: typeof import('i')`,
    `let j: import('j').Jot`,
    `const k = import.meta.resolve('k')`,
    `/* import 'l' */ // import 'm'`,
  ].join('\n')
  const types = ['d', 'f', 'i', 'j']
  const read = readImports(text)
  expect(read.map(({ specifier }) => specifier).sort()).toEqual(['./g.ts', 'a', 'b', 'd', 'e', 'f', 'h', 'i', 'j', 'k'])
  for (const { specifier, isType } of read) expect([specifier, isType]).toEqual([specifier, types.includes(specifier)])
})
