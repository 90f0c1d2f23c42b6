export interface ImportLine {
  specifier: string
  /** Erased before it runs: `import type`, `export type … from`, or `import('…')` in a type. */
  isType: boolean
}

const statement = /^[ \t]*(import|export)\b([^'"`;]*?)\bfrom\s*(['"])([^'"\n]+)\3/gm
const bare = /^[ \t]*import\s*(['"])([^'"\n]+)\1/gm
const call = /(typeof\s+)?\bimport\(\s*(['"])([^'"\n]+)\2\s*\)(\.[A-Z]\w*)?/g
const resolved = /\bimport\.meta\.resolve\(\s*(['"])([^'"\n]+)\1/g

/**
 * Every module a file names: static, `import type`, side-effect, dynamic, re-export, and `import.meta.resolve`. TypeScript 7 has no
 * compiler API, so lines are read by their form; comments do not count.
 */
export function readImports(text: string): ImportLine[] {
  const code = withoutComments(text)
  return [
    ...all(code, statement, (match) => ({ specifier: match[4], isType: isTypeClause(match[2] ?? '') })),
    ...all(code, bare, (match) => ({ specifier: match[2], isType: false })),
    ...all(code, call, (match) => ({ specifier: match[3], isType: Boolean(match[1] ?? match[4]) })),
    ...all(code, resolved, (match) => ({ specifier: match[2], isType: false })),
  ]
}

function all(
  code: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => { specifier: string | undefined; isType: boolean },
): ImportLine[] {
  return [...code.matchAll(pattern)].flatMap((match) => {
    const { specifier, isType } = read(match)
    return specifier === undefined ? [] : [{ specifier, isType }]
  })
}

/** `type { A }` as a whole, or `{ type A, type B }` name by name. */
function isTypeClause(clause: string): boolean {
  if (/^\s*type\b(?!\s*,)/.test(clause)) return true
  const names = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1]
  if (names === undefined) return false
  const parts = names.split(',').filter((part) => part.trim() !== '')
  return parts.length > 0 && parts.every((part) => /^\s*type\s/.test(part))
}

/** Block comments, and line comments that begin a line or follow a blank; `https://` inside a string stays. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[\s;{(,])\/\/[^\n]*/g, '$1')
}
