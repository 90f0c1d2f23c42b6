import type { FirstTouchDto } from '@mozhou/contracts/accounts/answers'
import { firstTouchDays, firstTouchLimits } from '@mozhou/contracts/accounts/first-touch'
import { referralCodeInput } from '@mozhou/contracts/accounts/inputs'
import { textInput } from '@mozhou/contracts/text'
import { z } from 'zod'

/** Anybody can write the cookie: what is no plain short text counts as not there, and nobody is refused for it. */
const value = textInput(1, firstTouchLimits.value)
  .refine((text) => !/\p{Control}/u.test(text))
  .nullable()
  .catch(null)

const host = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  .nullable()
  .catch(null)

const code = referralCodeInput
  .nullish()
  .transform((text) => text ?? null)
  .catch(null)

const cookieFields = z.object({
  utmSource: value,
  utmMedium: value,
  utmCampaign: value,
  referrerHost: host,
  referralCode: code,
  firstSeenAt: z.iso.datetime(),
})

const nothing = { utmSource: null, utmMedium: null, utmCampaign: null, referrerHost: null, firstSeenAt: null }

/**
 * The first touch that the web app noted, where it is whole and not older than a browser would keep it. Without one the registration
 * itself is the first that is known of a person: from where the caller says, by somebody's code, or direct.
 */
export function readFirstTouch(
  cookie: string | null,
  known: { now: Date; referralCode: string | undefined; sourceChannel: string | undefined },
): FirstTouchDto {
  const noted = parseCookie(cookie, known.now)
  const fields = noted ?? {
    ...nothing,
    utmSource: value.parse(known.sourceChannel ?? null),
    referralCode: known.referralCode ?? null,
  }
  return { channel: channelOf(fields), ...fields }
}

function parseCookie(cookie: string | null, now: Date) {
  if (cookie === null || cookie.length > firstTouchLimits.cookie) return null
  const given = new URLSearchParams(cookie)
  const parsed = cookieFields.safeParse({
    utmSource: given.get('utm_source'),
    utmMedium: given.get('utm_medium'),
    utmCampaign: given.get('utm_campaign'),
    referrerHost: given.get('referrer'),
    referralCode: given.get('ref'),
    firstSeenAt: given.get('at'),
  })
  if (!parsed.success) return null
  const ageMs = now.getTime() - Date.parse(parsed.data.firstSeenAt)
  // A clock that is a little ahead is no forgery.
  return ageMs > -dayMs && ageMs <= firstTouchDays * dayMs ? parsed.data : null
}

const dayMs = 24 * 3_600_000

/** What somebody paid or worked for says more than where the link stood. */
function channelOf(touch: Omit<FirstTouchDto, 'channel'>): FirstTouchDto['channel'] {
  if (touch.utmSource !== null || touch.utmCampaign !== null) return 'campaign'
  if (touch.referralCode !== null) return 'invitation'
  return touch.referrerHost === null ? 'direct' : 'referrer'
}
