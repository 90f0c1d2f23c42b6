const shortestId = 6

/** What names a piece within its platform, whichever of the platform's hosts and paths leads to it. */
export function pieceKeyOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  const path = pathname.replace(/\/+$/u, '')
  const last = path.slice(path.lastIndexOf('/') + 1)
  // Paths like `/s?id=1` and `/data/landingshare?context=1` name the piece only in what follows them.
  if (last.length < shortestId || !/\d/u.test(last)) return `${path}${search}`
  return last.replace(/^[a-z](?=\d{15,}$)/u, '')
}
