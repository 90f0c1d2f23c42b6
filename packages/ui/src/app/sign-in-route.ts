/** Where to go after signing in: a path of ours, never another site's address. */
export function parseNext(search: Record<string, unknown>): { next?: string } {
  const next = search['next']
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
}
