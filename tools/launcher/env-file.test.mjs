import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEnvFile, readEnvFile } from './env-file.mjs'
import { Problem } from './problem.mjs'
import { testFolder } from './testing-folder.mjs'

describe('parseEnvFile', () => {
  test('reads names, values, comments, export and Windows line ends', () => {
    const text = '# comment\r\nA=1\r\n\r\nexport B = two words \nC=\nD=x # why\nE=a#b\n'
    expect(parseEnvFile(text)).toEqual({ A: '1', B: 'two words', C: '', D: 'x', E: 'a#b' })
  })

  test('keeps single quotes verbatim and unescapes double quotes', () => {
    const text = String.raw`A='$x \n # y' # note` + '\n' + String.raw`B="line\nnext \"q\" \\"`
    expect(parseEnvFile(text)).toEqual({ A: String.raw`$x \n # y`, B: 'line\nnext "q" \\' })
  })

  test('the last of two lines for one name wins', () => {
    expect(parseEnvFile('A=1\nA=2')).toEqual({ A: '2' })
  })

  test.each([
    ['no equals sign', 'A=1\njust text', 'line 2', 'just text'],
    ['a name with a space', 'SECRET KEY=hunter2', 'line 1', 'SECRET KEY=…'],
    ['an open double quote', 'A=1\n\nB="hunter2', 'line 3', 'B=…'],
    ['an open single quote', "B='hunter2", 'line 1', 'B=…'],
    ['text after a quote', 'B="x" hunter2', 'line 1', 'B=…'],
  ])('names the line with %s, and no value', (_, text, line, shown) => {
    const parse = () => parseEnvFile(text)
    expect(parse).toThrow(Problem)
    expect(parse).toThrow(`.env ${line} is not KEY=VALUE: ${shown}`)
    expect(parse).not.toThrow(/hunter2/)
  })
})

test('a clone without .env has no values', () => {
  expect(readEnvFile(join(testFolder(), '.env'))).toEqual({})
})

test('an .env that cannot be read is a problem, not an empty file', () => {
  expect(() => readEnvFile(testFolder())).toThrow('.env cannot be read')
})
