/** How the studio is opened from elsewhere: with a tool, or for a place in a work. Part of the first bytes, and so knows no tool by name. */
export interface ImagesSearch {
  tool?: string
  size?: string
  work?: string
  role?: 'cover' | 'illustration'
  /** Of illustrations, from 0. */
  place?: number
}

/** Anybody can type an address: what cannot be meant is left out. */
export function parseImagesSearch(raw: Record<string, unknown>): ImagesSearch {
  const tool = keyIn(raw['tool'])
  const size = keyIn(raw['size'])
  return { ...(tool && { tool }), ...(size && { size }), ...placeIn(raw) }
}

function keyIn(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z-]{1,40}$/.test(value) ? value : null
}

function placeIn({ work, role, place }: Record<string, unknown>): ImagesSearch {
  if (typeof work !== 'string' || !/^cre_[0-9a-f]{32}$/.test(work)) return {}
  if (role === 'cover') return { work, role }
  return role === 'illustration' && typeof place === 'number' && Number.isInteger(place) && place >= 0
    ? { work, role, place }
    : {}
}
