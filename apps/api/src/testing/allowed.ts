import { readdir } from 'node:fs/promises'
import type { Role } from '@mozhou/contracts/roles'

/** Procedures for operators, by path, and who may call them; everyone else is refused. */
export type Allowed = Record<string, readonly Role[]>

const folder = new URL('allowed/', import.meta.url)

/** What every router's own file in `allowed/` writes out: by hand, not derived from the table that it checks. */
export async function readAllowed(): Promise<Allowed> {
  const files = await readdir(folder)
  const tables = await Promise.all(
    files.map(async (file) => ((await import(new URL(file, folder).href)) as { allowed: Allowed }).allowed),
  )
  return Object.assign({}, ...tables) as Allowed
}
