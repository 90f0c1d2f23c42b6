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

/** Of one submit to a vendor; those before `done` are not at an end. */
export const imageCallStates = ['submitting', 'pending', 'answered', 'done', 'failed', 'cancelled', 'unknown'] as const

/** `waiting`: its turn has not come; `refused`: the vendor filtered it; `failed`: nobody could make it. What is not made is not charged. */
export const pictureStates = ['waiting', 'making', 'made', 'refused', 'failed'] as const
export type PictureState = (typeof pictureStates)[number]
