import type sharp from 'sharp'

/** Loaded with the first picture: most processes never open one, and the library behind it takes tens of megabytes. */
export async function loadSharp(): Promise<typeof sharp> {
  return (await import('sharp')).default
}
