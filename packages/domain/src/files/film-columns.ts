import type { FilmFacts } from '@mozhou/integrations/files/port'

/** What was measured of a film; null where nothing was. */
export function filmColumns({
  width,
  height,
  seconds,
  videoCodec,
  audioCodec,
}: { [Name in keyof FilmFacts]: FilmFacts[Name] | null }): FilmFacts | null {
  if (width === null || height === null || seconds === null || videoCodec === null) return null
  return { width, height, seconds, videoCodec, audioCodec }
}
