import type { FilesContext } from './files-context.ts'

/** Paths to write to, which are gone when the work is over, however it ends; what was kept has been moved or copied by then. */
export async function withStaged<T>(
  { staging }: Pick<FilesContext, 'staging'>,
  work: (reserve: () => Promise<string>) => Promise<T>,
): Promise<T> {
  const paths: string[] = []
  try {
    return await work(async () => {
      const path = await staging.reserve()
      paths.push(path)
      return path
    })
  } finally {
    await Promise.all(paths.map((path) => staging.discard(path)))
  }
}
