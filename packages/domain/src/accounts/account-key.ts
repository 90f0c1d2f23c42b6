/** What uniqueness and login compare: full-width and capital letters make no other account. */
export function accountKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
