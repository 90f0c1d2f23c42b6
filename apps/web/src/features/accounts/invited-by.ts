import { firstTouchCookie } from '@mozhou/contracts/accounts/first-touch'
import { parseNext } from '@mozhou/ui/app/sign-in-route'

/** A link with more than a code in it, or less, is no hindrance: it counts as one without. */
const fitCode = /^[2-9A-HJ-NP-Z]{8}$/

function codeIn(value: unknown): string | null {
  const code = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toUpperCase() : ''
  return fitCode.test(code) ? code : null
}

/** Where to go after registering, and by whose code. */
export function parseInvited(search: Record<string, unknown>): { next?: string; ref?: string } {
  const ref = codeIn(search['ref'])
  return { ...parseNext(search), ...(ref !== null && { ref }) }
}

/** The code of a link that was opened earlier, as the note of the first visit has it; null where there is none. */
export function rememberedCode(cookies: string): string | null {
  const pair = cookies.split('; ').find((each) => each.startsWith(`${firstTouchCookie}=`))
  return pair === undefined ? null : codeIn(new URLSearchParams(pair.slice(firstTouchCookie.length + 1)).get('ref'))
}
