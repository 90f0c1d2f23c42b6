import { decode, NoPicture, type Raster } from './picture/raster.ts'

/** A picture in a JSON body: base64, with or without the head of a data URL. Null when it is none. */
export async function pictureIn(value: unknown): Promise<Raster | null> {
  if (typeof value !== 'string' || value === '' || /^(?:https?|oss):/.test(value)) return null
  return opened(Buffer.from(value.replace(/^data:[^,]*,/, ''), 'base64'))
}

/** Null for bytes that are no picture. */
export async function opened(bytes: Buffer): Promise<Raster | null> {
  try {
    return await decode(bytes)
  } catch (cause) {
    if (cause instanceof NoPicture) return null
    throw cause
  }
}

export const isOneSize = (one: Raster, other: Raster) => one.width === other.width && one.height === other.height
