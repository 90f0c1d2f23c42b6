import { readFileSync } from 'node:fs'

const common = readFileSync(new URL('./page.css', import.meta.url), 'utf8')

/** A page's own styles after those that the pages of the sandbox share. */
export function pageStyles(own: URL): string {
  return common + readFileSync(own, 'utf8')
}
