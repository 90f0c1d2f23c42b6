import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresUser } from '../../tools/launcher/postgres-user.mjs'
import { asSuperuser } from './superuser.ts'
import type { Stack } from './stack.ts'

/** Where what people write and pay is stored. */
const tables = ['creations', 'generations', 'creation_versions', 'credit_entries']
const sizeMb = 24

export interface Disk {
  /** No byte is left. */
  fill(): Promise<void>
  /** There is room again. */
  free(): Promise<void>
  remove(): Promise<void>
}

/**
 * A small disk of its own for the tables of generations and money. Where this process may not mount one, a trigger says what PostgreSQL says of a full
 * disk (53100) instead.
 */
export async function smallDisk(stack: Stack): Promise<Disk> {
  const folder = mountDisk(stack)
  return folder === null ? pretendDisk(stack) : realDisk(stack, folder)
}

function mountDisk(stack: Stack): string | null {
  const user = postgresUser(stack.env)
  if (!user) return null
  const folder = mkdtempSync(join(tmpdir(), 'mozhou-disk-'))
  chmodSync(folder, 0o755)
  try {
    const options = `size=${sizeMb}m,mode=0700,uid=${user.uid},gid=${user.gid}`
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder], { stdio: 'ignore' })
    return folder
  } catch {
    // Not root of the whole machine, as in many containers.
    rmdirSync(folder)
    return null
  }
}

async function realDisk(stack: Stack, folder: string): Promise<Disk> {
  const ballast = join(folder, 'ballast')
  const unmount = () => {
    execFileSync('umount', ['--lazy', folder])
    rmdirSync(folder)
  }
  try {
    await asSuperuser(stack, `CREATE TABLESPACE small_disk LOCATION '${folder}'`)
    await moveTables(stack, 'small_disk')
  } catch (cause) {
    unmount()
    throw cause
  }
  return {
    fill: async () => {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    },
    free: async () => rmSync(ballast, { force: true }),
    remove: async () => {
      rmSync(ballast, { force: true })
      await moveTables(stack, 'pg_default')
      await asSuperuser(stack, 'DROP TABLESPACE small_disk')
      unmount()
    },
  }
}

async function moveTables(stack: Stack, tablespace: string): Promise<void> {
  for (const table of tables) await asSuperuser(stack, `ALTER TABLE ${table} SET TABLESPACE ${tablespace}`)
}

async function pretendDisk(stack: Stack): Promise<Disk> {
  await asSuperuser(
    stack,
    `CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`,
  )
  const free = async () => {
    for (const table of tables) await asSuperuser(stack, `DROP TRIGGER IF EXISTS full_disk ON ${table}`)
  }
  return {
    fill: async () => {
      for (const table of tables) {
        const on = `BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION disk_is_full()`
        await asSuperuser(stack, `CREATE TRIGGER full_disk ${on}`)
      }
    },
    free,
    remove: async () => {
      await free()
      await asSuperuser(stack, 'DROP FUNCTION disk_is_full()')
    },
  }
}
