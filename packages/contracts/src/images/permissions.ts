import type { Grants } from '../roles.ts'

/** What a picture costs. */
export const imagesPermissions = { 'image:price': ['operator'] } as const satisfies Grants
