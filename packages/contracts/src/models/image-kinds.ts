/** What can be done with a picture. Free of zod: pages and workflows import it. */
export const imageOperations = [
  'generate',
  'variation',
  'edit',
  'restyle',
  'remove_background',
  'replace_background',
  'upscale',
] as const
export type ImageOperation = (typeof imageOperations)[number]

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

export const imageQualities = ['standard', 'high'] as const
export type ImageQuality = (typeof imageQualities)[number]
